import type { Node } from '../../core/node.ts';
import { isMap } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Extraction } from '../extraction.ts';
import type { Gold } from './gold.ts';
import { meeting } from './places.ts';
import type { Item, Tally } from './tally.ts';
import { compare } from './tally.ts';

/** Themes by concept; an annotated theme that is none of ours is told apart and not counted. */
export function themeTally(
  { themes }: Extraction,
  gold: Gold,
  vocabularies: Vocabularies,
): { readonly tally: Tally; readonly foreign: readonly string[] } {
  const read = gold.themes.map((theme) => ({
    ...theme,
    concepts: conceptsOf(theme.id, vocabularies('themes')),
  }));
  const foreign = read.filter(({ concepts }) => concepts.length === 0);
  const places = foreign.map(({ evidence }) => evidence);
  const wanted = read
    .filter(({ concepts }) => concepts.length > 0)
    .map(({ id, concepts, evidence, optional }): Item<readonly string[]> => ({
      thing: concepts,
      value: concepts.includes(id) ? id : `${id} (${concepts.join(' or ')})`,
      quote: evidence.text,
      start: evidence.start,
      optional: optional === true,
    }));
  const byConcepts = new Map(
    wanted
      .sort((a, b) => Number(b.optional) - Number(a.optional))
      .map((item) => [item.thing.join(' '), item]),
  );
  const tally = compare(
    'themes',
    [...byConcepts.values()],
    themes.map((theme) => ({
      thing: theme,
      value: theme.id,
      quote: theme.evidence[0]?.quote ?? '',
      start: theme.evidence[0]?.start ?? -1,
    })),
    (concepts, { id }) => (concepts.includes(id) ? 'exact' : 'none'),
    ({ evidence }) =>
      evidence.length > 0 && evidence.every((each) => meeting([each], places) !== 'none'),
  );
  return { tally, foreign: foreign.map(({ id }) => id) };
}

/** The concepts that an annotator's word may mean: our own id, a name of a concept, or what the list of words says. */
export function conceptsOf(word: string, themes: Vocabulary): readonly string[] {
  if (themes.concept(word) !== undefined) return [word];
  const listed = listedWords().get(word);
  if (listed !== undefined) return listed;
  const named = themes.find(word.replaceAll('-', ' '));
  return named === undefined ? [] : [named];
}

let words: ReadonlyMap<string, readonly string[]> | undefined;

function listedWords(): ReadonlyMap<string, readonly string[]> {
  if (words) return words;
  const file = shipped('evaluation/theme-words');
  const list = isMap(file) && isMap(file['words']) ? Object.entries(file['words']) : [];
  words = new Map(list.map(([word, concepts]) => [word, texts(concepts)]));
  return words;
}

function texts(node: Node): string[] {
  return Array.isArray(node) ? node.filter((each) => typeof each === 'string') : [];
}
