/** Names by language. */
export type Names = Readonly<{ [language: string]: readonly string[] }>;

/** One concept: its preferred label and further names by language, and where it lies. */
export interface Concept {
  readonly id: string;
  readonly labels: Readonly<{ [language: string]: string }>;
  readonly aliases?: Names;
  /** Adjectives and peoples of a country: names too, after all others. */
  readonly demonyms?: Names;
  /** Other codes of the same thing. */
  readonly codes?: readonly string[];
  readonly broader?: readonly string[];
  /** The country that a region lies in. */
  readonly country?: string;
  /** What sort of unit a region is: `nuts1` to `nuts3`, `iso` for the first level of a country, `province` for the second. */
  readonly level?: string;
  /** Ids of another vocabulary: what a set holds. */
  readonly members?: readonly string[];
  /** Names that the base itself gave; they win over those that come with koinon. */
  readonly own?: readonly string[];
}

/** Where concepts come from; a list may be long to make, so a single id can be asked about first. */
export interface ConceptSource {
  has(id: string): boolean;
  /** The label of one concept in one language, if there is one. */
  label(id: string, language: string): string | undefined;
  concepts(): readonly Concept[];
}

/** Concepts that are all at hand. */
export function listed(concepts: readonly Concept[]): ConceptSource {
  const byId = new Map(concepts.map((each) => [each.id, each]));
  return {
    has: (id) => byId.has(id),
    label: (id, language) => byId.get(id)?.labels[language] ?? firstLabel(byId.get(id)),
    concepts: () => concepts,
  };
}

function firstLabel(concept: Concept | undefined): string | undefined {
  return concept?.labels['en'] ?? Object.values(concept?.labels ?? {})[0];
}
