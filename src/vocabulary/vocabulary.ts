import type { Concepts } from '../core/value.ts';
import { fold } from './fold.ts';
import { nearest } from './nearest.ts';

/** One concept: its preferred label and further names by language, and where it lies. */
export interface Concept {
  readonly id: string;
  readonly labels: Readonly<{ [language: string]: string }>;
  readonly aliases?: Readonly<{ [language: string]: readonly string[] }>;
  /** Other codes of the same thing. */
  readonly codes?: readonly string[];
  readonly broader?: readonly string[];
}

/** Where concepts come from; a list may be long to make, so a single id can be asked about first. */
export interface ConceptSource {
  has(id: string): boolean;
  /** The label of one concept in one language, if there is one. */
  label(id: string, language: string): string | undefined;
  concepts(): readonly Concept[];
}

/** A list of concepts that is searched by any name; lookups are built when first needed. */
export interface Vocabulary extends Concepts {
  readonly name: string;
  concept(id: string): Concept | undefined;
  /** All folded names that lead to a concept. */
  namesOf(id: string): readonly string[];
}

/** A vocabulary from its concepts; where two share a folded name, the earlier keeps it. */
export function vocabulary(name: string, source: ConceptSource): Vocabulary {
  let list: Map<string, Concept> | undefined;
  let names: Map<string, string> | undefined;
  let below: Map<string, string[]> | undefined;

  const byId = () => (list ??= new Map(source.concepts().map((each) => [each.id, each])));

  const byName = () => {
    if (names) return names;
    names = new Map();
    for (const rank of [idsAndCodes, labels, aliases]) {
      for (const concept of byId().values()) {
        for (const written of rank(concept)) {
          const key = fold(written);
          if (key !== '' && !names.has(key)) names.set(key, concept.id);
        }
      }
    }
    return names;
  };

  const children = () => {
    if (below) return below;
    below = new Map();
    for (const concept of byId().values()) {
      for (const parent of concept.broader ?? []) {
        below.set(parent, [...(below.get(parent) ?? []), concept.id]);
      }
    }
    return below;
  };

  const label = (id: string, language: string) =>
    source.label(id, language) ?? source.label(id, 'en') ?? id;

  return {
    name,
    find: (text) => (source.has(text) ? text : byName().get(fold(text))),
    nearest: (text) =>
      [...new Set(nearest(fold(text), byName().keys(), 6).map((key) => byName().get(key) ?? key))]
        .slice(0, 3)
        .map((id) => shortest(id, label(id, 'en'))),
    label,
    narrower: (id) => {
      const found = new Set([id]);
      for (const each of found) for (const child of children().get(each) ?? []) found.add(child);
      return [...found];
    },
    ids: () => [...byId().keys()],
    concept: (id) => byId().get(id),
    namesOf: (id) => {
      const concept = byId().get(id);
      if (!concept) return [];
      return [...idsAndCodes(concept), ...labels(concept), ...aliases(concept)].map(fold);
    },
  };
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

function idsAndCodes(concept: Concept): readonly string[] {
  return [concept.id, ...(concept.codes ?? [])];
}

function labels(concept: Concept): readonly string[] {
  return Object.values(concept.labels);
}

function aliases(concept: Concept): readonly string[] {
  return Object.values(concept.aliases ?? {}).flat();
}

/** A code says less than its name; a slug says enough. */
function shortest(id: string, label: string): string {
  return /^[A-Z]/.test(id) ? label : id;
}
