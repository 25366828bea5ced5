import type { Kind, Kinds } from './core/kind.ts';
import { load, namesIn } from './modules.ts';
import { commonFields, commonRelations } from './values/common.ts';
import { fold } from './vocabulary/fold.ts';
import { concepts } from './vocabulary/load.ts';

export { load, namesIn };

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
