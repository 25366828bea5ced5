/** What a name means: the concepts it stands for, and how else they are called. */
export interface Meaning {
  readonly facets: readonly { readonly facet: string; readonly values: readonly string[] }[];
  /** Folded names in every language, the most usual first. */
  readonly phrases: readonly string[];
}

/** The names of themes, forms, countries, regions and sets, for words that somebody looks for. */
export interface Lexicon {
  /** The number of words of the longest name. */
  readonly longest: number;
  /** What a folded name means; nothing for most words. */
  meanings(name: string): readonly Meaning[];
  /** Every word that occurs in a name. */
  words(): Iterable<string>;
}
