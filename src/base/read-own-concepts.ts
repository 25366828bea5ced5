import type { Path, Problem } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { isList, isMap, isText, textsOf } from '../core/node.ts';
import type { Locator } from '../markdown/locate.ts';
import { locator } from '../markdown/locate.ts';
import { readYamlPrecisely } from '../markdown/precise-front.ts';
import { tooLongYaml } from '../markdown/yaml-size.ts';
import type { Concept } from '../vocabulary/concept.ts';
import { fold } from '../vocabulary/fold.ts';
import { concepts, vocabularyNames } from '../vocabulary/load.ts';
import { nearest } from '../vocabulary/nearest.ts';
import { readConcepts } from '../vocabulary/read-concepts.ts';

/** What a base's file adds to a vocabulary; what cannot be used is told with its line, and the rest stays. */
export function readOwnConcepts(
  text: string,
  vocabulary: string,
): { readonly concepts: readonly Concept[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tooLong = tooLongYaml(text);
  if (tooLong !== undefined) {
    problems.push({ severity: 'error', rule: 'vocabulary', reason: tooLong, line: 1, column: 1 });
    return { concepts: [], problems };
  }
  let places: Locator | undefined;
  const tell = (path: Path, reason: string, expected: readonly string[] = []) => {
    const { line, column } = (places ??= locator(text))(path);
    problems.push({
      severity: 'error',
      rule: 'vocabulary',
      reason,
      expected,
      line: line - 1,
      column,
    });
  };
  if (!vocabularyNames.some((name) => name === vocabulary)) {
    const known = `There is no vocabulary “${vocabulary}”; there are ${vocabularyNames.join(', ')}`;
    tell([], known, nearest(fold(vocabulary), vocabularyNames, 1));
    return { concepts: [], problems };
  }
  const read = readYamlPrecisely(text);
  // The reader counts the line that opens front matter.
  for (const each of read.problems)
    problems.push({ ...each, rule: 'vocabulary', line: Math.max(1, (each.line ?? 2) - 1) });
  const list = read.data['concepts'];
  if (!isList(list)) {
    if (problems.length === 0) tell([], 'Expected “concepts:” with a list of concepts below it');
    return { concepts: [], problems };
  }
  const known = concepts(vocabulary);
  const ids = new Set(
    list.flatMap((node) => (isMap(node) && isText(node['id']) ? [node['id']] : [])),
  );
  list.forEach((node, index) => checkConcept(node, ['concepts', index], tell));
  const usable = readConcepts({ concepts: list }).filter(({ id }) => isId(id, vocabulary));
  return { concepts: usable.map(withKnownBroader), problems };

  function checkConcept(node: Node, path: Path, say: typeof tell): void {
    const id = isMap(node) ? node['id'] : undefined;
    if (!isMap(node) || !isText(id) || id === '')
      return say(path, 'Expected a concept with an “id”');
    if (!isId(id, vocabulary)) return say([...path, 'id'], wrongId(id, vocabulary));
    for (const key of ['labels', 'aliases']) {
      const names = node[key];
      if (names !== undefined && !isMap(names))
        say([...path, key], `Expected ${key} by language, such as “fr: …”`);
    }
    if (known.concept(id) === undefined && !isMap(node['labels']))
      say(path, `“${id}” is a new concept and has no labels`, known.nearest(id));
    for (const above of textsOf(node['broader'] ?? node['part_of'] ?? [])) {
      if (!isKnown(above))
        say(
          [...path, 'broader'],
          `“${above}” is no concept of ${vocabulary}`,
          known.nearest(above),
        );
    }
  }

  function isKnown(id: string): boolean {
    return ids.has(id) || known.concept(id) !== undefined;
  }

  function withKnownBroader(concept: Concept): Concept {
    return { ...concept, broader: (concept.broader ?? []).filter(isKnown) };
  }
}

function isId(id: string, vocabulary: string): boolean {
  if (vocabulary === 'countries') return /^[A-Z]{2}$/.test(id);
  return vocabulary === 'regions'
    ? /^[A-Z]{2}[-A-Z0-9]+$/.test(id)
    : /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
}

function wrongId(id: string, vocabulary: string): string {
  const codes = vocabulary === 'countries' || vocabulary === 'regions';
  return `Expected ${codes ? 'a code such as TN or TN-61' : 'an id of small letters, digits and hyphens'}, found “${id}”`;
}
