import { readdirSync } from 'node:fs';
import type { Kind, Kinds } from './core/kind.ts';
import { commonFields, commonRelations } from './values/common.ts';
import { fold } from './vocabulary/fold.ts';
import { concepts } from './vocabulary/load.ts';

/** Built as JavaScript, tested as TypeScript: the folders hold files of the same sort as this one. */
const extension = import.meta.url.slice(-3);

/** Names of the things in a folder of `src`: a new file is a new thing. A folder in it makes names of two words. */
export function namesIn(folder: string): readonly string[] {
  const entries = readdirSync(new URL(`./${folder}/`, import.meta.url), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      if (entry.isDirectory())
        return namesIn(`${folder}/${entry.name}`).map((name) => `${entry.name} ${name}`);
      return entry.name.endsWith(extension) ? [entry.name.slice(0, -3)] : [];
    })
    .sort();
}

/** The default export of a file of a folder; `link list` lies in `link/list`. */
export async function load<Thing>(folder: string, name: string): Promise<Thing> {
  const path = name.split(' ').join('/');
  const module = (await import(
    new URL(`./${folder}/${path}${extension}`, import.meta.url).href
  )) as { default: Thing };
  return module.default;
}

/** All kinds, each with the fields and relations that every kind has. */
export async function loadKinds(): Promise<Kinds> {
  const declared = await Promise.all(namesIn('kinds').map((name) => load<Kind>('kinds', name)));
  return kindsOf(declared.map(complete));
}

function complete(kind: Kind): Kind {
  return {
    ...kind,
    fields: { ...commonFields, ...kind.fields },
    relations: { ...commonRelations, ...kind.relations },
  };
}

function kindsOf(kinds: readonly Kind[]): Kinds {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const byWord = new Map(
    kinds.flatMap((kind) =>
      [kind.name, kind.plural, ...(kind.aliases ?? []), ...(kind.folders ?? [])].map(
        (word) => [fold(word), kind] as const,
      ),
    ),
  );
  const byFolder = new Map(
    kinds.flatMap((kind) =>
      [kind.plural, ...(kind.folders ?? [])].map((folder) => [fold(folder), kind] as const),
    ),
  );
  const inOtherLanguage = (word: string) => byName.get(concepts('kinds').find(word) ?? '');
  return {
    all: () => kinds,
    get: (name) => byName.get(name),
    named: (word) => byWord.get(fold(word)) ?? inOtherLanguage(word),
    inFolder: (folder) => byFolder.get(fold(folder)) ?? inOtherLanguage(folder),
  };
}
