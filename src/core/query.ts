import type { Condition } from './condition.ts';

/** Parts of a record in which words are looked for. */
export const textFields = ['title', 'names', 'summary', 'fields', 'body'] as const;
export type TextField = (typeof textFields)[number];

/** A question to the full text, as a tree; words are folded. */
export type Query =
  /** With `typed`, the folded words from which those that only join others were left out. */
  | { readonly all: readonly Query[]; readonly typed?: string }
  /** With `meant`, the first is what was typed and the others mean the same. */
  | { readonly any: readonly Query[]; readonly meant?: true }
  | { readonly not: Query }
  | Words
  | { readonly field: string; readonly value: string }
  /** Concepts of a vocabulary, any of them; with `spread` also where links to others bring them, as filters have it. */
  | { readonly facet: string; readonly values: readonly string[]; readonly spread?: true }
  | { readonly where: Condition };

/** Words that follow each other; with `prefix` the last one is only the beginning of a word. */
export interface Words {
  readonly words: readonly string[];
  readonly prefix?: true;
  readonly in?: TextField;
  /** Written between quotation marks: meant to the letter. */
  readonly quoted?: true;
  /** Written in capitals, as codes and acronyms are. */
  readonly capitals?: true;
}

/** Every word, phrase or prefix that a query wants to find, for marking it in a snippet. */
export function wantedWords(query: Query | undefined): Words[] {
  if (!query) return [];
  if ('words' in query) return [query];
  if ('all' in query) return query.all.flatMap(wantedWords);
  return 'any' in query ? query.any.flatMap(wantedWords) : [];
}

/** The query as it was typed, without what only means the same. */
export function literalQuery(query: Query): Query {
  if ('all' in query) return { all: query.all.map(literalQuery) };
  if ('not' in query) return { not: literalQuery(query.not) };
  if (!('any' in query)) return query;
  const [first] = query.any;
  return query.meant && first ? literalQuery(first) : { any: query.any.map(literalQuery) };
}

/** The query with each of its words, phrases and prefixes replaced by what `change` makes of it. */
export function changedWords(query: Query, change: (words: Words) => Query): Query {
  if ('words' in query) return change(query);
  if ('all' in query) return { all: query.all.map((part) => changedWords(part, change)) };
  if ('any' in query) return { ...query, any: query.any.map((part) => changedWords(part, change)) };
  return 'not' in query ? { not: changedWords(query.not, change) } : query;
}

/** Whether parts of the query were widened by meaning. */
export function isWidened(query: Query): boolean {
  if ('any' in query) return query.meant === true || query.any.some(isWidened);
  return 'all' in query && query.all.some(isWidened);
}

/** A query without the concepts that words were widened by. */
export function wordsOnly(query: Query): Query {
  if ('all' in query) return { all: query.all.map(wordsOnly) };
  if (!('any' in query)) return query;
  const parts = query.meant ? query.any.filter((part) => !('facet' in part)) : query.any;
  return { ...query, any: parts.map(wordsOnly) };
}
