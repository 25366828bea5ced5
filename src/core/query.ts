/** Parts of a record in which words are looked for. */
export const textFields = ['title', 'names', 'summary', 'fields', 'body'] as const;
export type TextField = (typeof textFields)[number];

/** A question to the full text, as a tree; words are folded. */
export type Query =
  | { readonly all: readonly Query[] }
  | { readonly any: readonly Query[] }
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
}

/** Every word, phrase or prefix that a query wants to find, for marking it in a snippet. */
export function wantedWords(query: Query | undefined): Words[] {
  if (!query || 'not' in query || 'field' in query || 'facet' in query) return [];
  if ('words' in query) return [query];
  return ('all' in query ? query.all : query.any).flatMap(wantedWords);
}
