/** Parts of a record in which words are looked for. */
export const textFields = ['title', 'names', 'summary', 'fields', 'body'] as const;
export type TextField = (typeof textFields)[number];

/** A question to the full text, as a tree; words are folded. */
export type Query =
  | { readonly all: readonly Query[] }
  /** With `meant`, the first is what was typed and the others mean the same. */
  | { readonly any: readonly Query[]; readonly meant?: true }
  | { readonly not: Query }
  | Words
  | { readonly field: string; readonly value: string }
  /** Concepts of a vocabulary, any of them. */
  | { readonly facet: string; readonly values: readonly string[] };

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
  if (!query || 'not' in query || 'field' in query || 'facet' in query) return [];
  if ('words' in query) return [query];
  return ('all' in query ? query.all : query.any).flatMap(wantedWords);
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
