import { statSync } from 'node:fs';
import { shipped, shippedFile } from '../shipped.ts';
import type { Concept, ConceptSource } from './concept.ts';
import { listed } from './concept.ts';
import { layered } from './layered.ts';
import { readConcepts } from './read-concepts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { vocabulary } from './vocabulary.ts';
import { worldCountries, worldLanguages } from './world.ts';

/** The vocabularies that come with koinon, each read from `data/vocabularies` when it is first asked for. */
export const vocabularyNames = [
  'themes',
  'forms',
  'roles',
  'countries',
  'regions',
  'sets',
  'languages',
  'statuses',
  'levels',
  'formats',
  'kinds',
  'fields',
] as const;

/** A vocabulary by its name; throws a `RangeError` for a name that is not in {@link vocabularyNames}. */
export type Vocabularies = (name: string) => Vocabulary;

/** The vocabularies, with what a base adds to each of them. */
export function vocabularies(
  own: ReadonlyMap<string, readonly Concept[]> = new Map(),
): Vocabularies {
  const made = new Map<string, Vocabulary>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    if (!vocabularyNames.some((each) => each === name))
      throw new RangeError(`no vocabulary “${name}”`);
    const added = own.get(name) ?? [];
    const fresh =
      own.size > 0 && added.length === 0
        ? concepts(name)
        : vocabulary(name, layered(source(name), added));
    made.set(name, fresh);
    return fresh;
  };
}

/** The vocabularies as they come with koinon. */
export const concepts: Vocabularies = vocabularies();

/** Changes whenever the vocabularies that come with koinon do, or the names that Node has for languages. */
export function vocabularyState(): string {
  const lists = vocabularyNames.filter((name) => name !== 'languages');
  const files = [...lists.map((name) => `vocabularies/${name}`), 'names/countries'];
  const looks = files.map((file) => {
    const { size, mtimeMs } = statSync(shippedFile(file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return [`ICU ${process.versions['icu'] ?? ''}`, ...looks].join(', ');
}

function source(name: string): ConceptSource {
  if (name === 'languages') return worldLanguages();
  const list = () => readConcepts(shipped(`vocabularies/${name}`));
  return name === 'countries' ? worldCountries(list) : listed(list());
}
