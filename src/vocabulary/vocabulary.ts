import type { Concepts } from '../core/value.ts';
import { bareArabic } from './arabic.ts';
import type { Concept, ConceptSource } from './concept.ts';
import { fold } from './fold.ts';
import { nearest } from './nearest.ts';

/** A list of concepts that is searched by any name; lookups are built when first needed. */
export interface Vocabulary extends Concepts {
  readonly name: string;
  concept(id: string): Concept | undefined;
  /** The ids of concepts of which a name lies near a text, nearest first. */
  nearestIds(text: string): readonly string[];
  /** All folded names that lead to a concept, without demonyms. */
  namesOf(id: string): readonly string[];
  /** Every folded name, with the concepts that bear it. */
  names(): ReadonlyMap<string, readonly string[]>;
}

/** A vocabulary from its concepts; where two share a folded name, the earlier keeps it. */
export function vocabulary(name: string, source: ConceptSource): Vocabulary {
  let list: Map<string, Concept> | undefined;
  let names: Map<string, readonly string[]> | undefined;
  let bare: Map<string, readonly string[]> | undefined;
  let below: Map<string, string[]> | undefined;

  const byId = () => (list ??= new Map(source.concepts().map((each) => [each.id, each])));
  const byName = () => (names ??= namesOfAll([...byId().values()]));
  const byBareName = () => (bare ??= bareNames(byName()));

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

  const candidates = (text: string): readonly string[] => {
    if (source.has(text)) return [text];
    const folded = fold(text);
    return byName().get(folded) ?? byBareName().get(bareArabic(folded)) ?? [];
  };

  const nearestIds = (text: string): readonly string[] => {
    const folded = fold(text);
    const near = nearest(folded, byName().keys(), 6).filter((key) => maySuggest(folded, key));
    return [...new Set(near.flatMap((key) => byName().get(key) ?? []))].slice(0, 3);
  };

  return {
    name,
    find: (text) => {
      const found = candidates(text);
      return found.length === 1 ? found[0] : undefined;
    },
    candidates,
    country: (id) => byId().get(id)?.country,
    nearest: (text) => nearestIds(text).map((id) => shortest(id, label(id, 'en'))),
    nearestIds,
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
    names: byName,
  };
}

/** Names by their rank; a name that carries its country, such as `Centro (PT)`, is also one without it. */
function namesOfAll(concepts: readonly Concept[]): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const shared = new Map<string, Set<string>>();
  const give = (written: string, id: string) => {
    const key = fold(written);
    if (key !== '' && !names.has(key)) names.set(key, [id]);
  };
  for (const rank of [idsAndCodes, own, labels, aliases, demonyms]) {
    for (const concept of concepts) {
      for (const written of rank(concept)) {
        give(written, concept.id);
        const bare = /^(.+) \([A-Z]{2}\)$/.exec(written)?.[1];
        if (bare === undefined) continue;
        const key = fold(bare);
        shared.set(key, (shared.get(key) ?? new Set()).add(concept.id));
      }
    }
  }
  for (const [key, ids] of shared) if (!names.has(key)) names.set(key, [...ids]);
  return names;
}

/** Names with Arabic words by what is left of them without articles. */
function bareNames(names: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const bare = new Map<string, readonly string[]>();
  for (const [name, ids] of names) {
    const key = bareArabic(name);
    if (/[\u0621-\u064a]/.test(key) && !bare.has(key)) bare.set(key, ids);
  }
  return bare;
}

function idsAndCodes(concept: Concept): readonly string[] {
  return [concept.id, ...(concept.codes ?? [])];
}

function own(concept: Concept): readonly string[] {
  return concept.own ?? [];
}

function labels(concept: Concept): readonly string[] {
  return Object.values(concept.labels);
}

function aliases(concept: Concept): readonly string[] {
  return Object.values(concept.aliases ?? {}).flat();
}

function demonyms(concept: Concept): readonly string[] {
  return Object.values(concept.demonyms ?? {}).flat();
}

/** Of a few letters, each says too much to be the first and a slip: `PECO` is not `Ceco`. */
function maySuggest(text: string, name: string): boolean {
  return text.length > 4 || name[0] === text[0];
}

/** A code says less than its name; a slug says enough. */
function shortest(id: string, label: string): string {
  return /^[A-Z]/.test(id) ? label : id;
}
