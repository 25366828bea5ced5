import { misspelt } from '../vocabulary/nearest.ts';
import type { Relation } from './kind.ts';
import type { Path, Problem } from './message.ts';
import type { Node, NodeMap } from './node.ts';
import { isList, isMap, isText, nodeMap, normalKey, normalKeys, textsOf } from './node.ts';
import { misreadText, parseValue } from './parse-value.ts';
import type { Link } from './record.ts';
import { setByPerson } from './set-by-person.ts';
import { spanProblem } from './span-problem.ts';
import { parseTarget } from './target.ts';
import type { ValueContext } from './value.ts';

/** The links of one relation, and the web addresses that it may hold instead of records. */
export interface Links {
  readonly links: readonly Link[];
  readonly urls: readonly Node[];
}

/** Keys of an object value that name the record itself. */
const naming = [
  'record',
  'id',
  'organisation',
  'organization',
  'project',
  'event',
  'programme',
  'program',
  'practice',
  'document',
  'title',
  'name',
  'target',
];

/**
 * Reads a relation's value: one target or a list, each a text or an object with facts about the link itself.
 * `isSupported` tells which fields of the record a source may support.
 */
export function readLinks(
  name: string,
  key: string,
  node: Node,
  relation: Relation,
  context: ValueContext,
  problems: Problem[],
  isSupported: (key: string) => boolean,
): Links {
  const links: Link[] = [];
  const urls: Node[] = [];
  const add = (written: string, path: Path, facts?: NodeMap) => {
    for (const part of severalLinks(written)) {
      if (relation.evidence && /^https?:\/\//i.test(part.trim())) {
        urls.push(facts ? nodeMap([['url', part.trim()], ...Object.entries(facts)]) : part.trim());
        continue;
      }
      const target = parseTarget(part);
      if (!target) continue;
      const hasFacts = facts && Object.keys(facts).length > 0;
      links.push({ relation: name, ...target, ...(hasFacts ? { facts } : {}), path });
    }
  };
  for (const item of listItems(node, [key])) {
    if (item.unquoted) {
      add(`[[${item.text}]]`, item.path);
      problems.push({
        severity: 'info',
        rule: 'quote',
        reason: `Read as a link; put it in quotes so that other tools can too: "[[${item.text}]]"`,
        path: item.path,
      });
    } else if (isText(item.node)) {
      if (item.node.trim() !== '') add(item.node, item.path);
    } else {
      const facts = normalKeys(item.node);
      const named = naming.find((each) => isText(facts[each]) || isList(facts[each]));
      const url = relation.evidence && isText(facts['url']) ? facts['url'] : undefined;
      const written = named ? facts[named] : url;
      if (written === undefined) {
        problems.push({
          severity: 'error',
          rule: key,
          reason: `Expected the name of a record, found only ${Object.keys(facts).join(', ') || 'nothing'}`,
          path: item.path,
        });
        continue;
      }
      const rest = Object.entries(facts).filter(([each]) => each !== (named ?? 'url'));
      if (relation.evidence)
        for (const key of ['supports', setByPerson])
          problems.push(...unsupported(facts[key], [...item.path, key], isSupported));
      add(
        isText(written) ? written : `[[${flat(written)}]]`,
        [...item.path, named ?? 'url'],
        readFacts(rest, item.path, relation, context, problems),
      );
    }
  }
  return { links, urls };
}

function readFacts(
  entries: readonly (readonly [string, Node])[],
  path: Path,
  relation: Relation,
  context: ValueContext,
  problems: Problem[],
): NodeMap {
  const facts: [string, Node][] = [];
  for (const [key, node] of entries) {
    const value =
      relation.facts && Object.hasOwn(relation.facts, key) ? relation.facts[key] : undefined;
    if (node === '') continue;
    if (!value) {
      facts.push([key, node]);
      problems.push(...nearFact(key, relation, path));
      continue;
    }
    const parsed = parseValue(value, node, context);
    if ('value' in parsed) facts.push([key, parsed.value]);
    else {
      problems.push({
        severity: 'error',
        rule: key,
        reason: misreadText(value.expects, node, parsed.reason),
        ...(parsed.expected?.length ? { expected: parsed.expected } : {}),
        path: [...path, key],
      });
    }
  }
  const read = nodeMap(facts);
  const problem = relation.facts && spanProblem('from', 'to', read, [...path, 'to']);
  if (problem) problems.push(problem);
  return read;
}

/** A fact that nobody declares is kept; one that is nearly declared is most likely a slip. */
function nearFact(key: string, { facts = {} }: Relation, path: Path): Problem[] {
  const expected = Object.keys(facts).filter(
    (name) => Math.min(key.length, name.length) > 2 && (misspelt(key, name) ?? 9) <= 1,
  );
  if (expected.length === 0) return [];
  const reason = `“${key}” is no fact that a link has here; it is kept as it is`;
  return [
    { severity: 'warning', rule: 'field', reason, expected, path: [...path, key], key: true },
  ];
}

/** The fields that a source is said to stand for and the record's kind does not have. */
function unsupported(
  node: Node | undefined,
  path: Path,
  isSupported: (key: string) => boolean,
): Problem[] {
  const several = isList(node) ? node : undefined;
  const items = several ?? (isText(node) ? node.split(/[,;]/) : []);
  return items.flatMap((item, index): Problem[] =>
    textsOf(item)
      .filter((text) => text.trim() !== '' && !isSupported(normalKey(text)))
      .map((text) => ({
        severity: 'warning',
        rule: 'supports',
        reason: misreadText('the name of a field of this record', text),
        path: [...path, ...(several ? [index] : [])],
      })),
  );
}

type Item =
  | { readonly node: string | NodeMap; readonly path: Path; readonly unquoted?: undefined }
  | { readonly unquoted: true; readonly text: string; readonly path: Path };

/** Items of a relation; `[[x]]` without quotes is a list in a list to YAML and a link to everybody else. */
function listItems(node: Node, path: Path, depth = 0): Item[] {
  if (isText(node) || isMap(node)) return [{ node, path }];
  if (isUnquotedLink(node, depth)) return [{ unquoted: true, text: flat(node), path }];
  return node.flatMap((each, index) => listItems(each, [...path, index], depth + 1));
}

function isUnquotedLink(node: readonly Node[], depth: number): boolean {
  const [only, ...others] = node;
  if (others.length > 0 || !isList(only)) return false;
  return only.every(isText) && (depth > 0 || only.length > 0);
}

function flat(node: Node): string {
  if (isText(node)) return node.trim();
  return (isList(node) ? node : Object.values(node)).map(flat).join(', ');
}

/** `[[a]], [[b]]` on one line are two links. */
function severalLinks(written: string): readonly string[] {
  const parts = written.match(/!?\[\[[^[\]]*\]\]/g);
  return parts && parts.length > 1 ? parts : [written];
}
