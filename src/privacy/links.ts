import type { Path } from '../core/message.ts';
import { textValue } from '../core/record.ts';
import type { Store } from '../store/store.ts';

/** Where the links of one record lead. */
export interface OwnLinks {
  /** The id of the record that a target means, by the target as it is written; null where it means none. */
  readonly targets: ReadonlyMap<string, string | null>;
  /** Of sources: the SHA-256 of the text that they quote, by the number of the source. */
  readonly texts: ReadonlyMap<number, string>;
}

/** What the index knows of the records. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  /** Titles and acronyms. */
  readonly names: readonly string[];
  /** By the path of the file. */
  readonly records: ReadonlyMap<string, KnownRecord>;
}

interface KnownRecord {
  readonly key: number;
  readonly id: string;
  /** The SHA-256 of the text of a document. */
  readonly text: string | undefined;
}

/** What the index knows of the records, with the links of those that matter. */
export interface Links {
  readonly of: (path: string) => OwnLinks | undefined;
  readonly ids: ReadonlySet<string>;
}

export async function knownOf(store: Store): Promise<Known> {
  const ids = new Set<string>();
  const names = new Set<string>();
  const records = new Map<string, KnownRecord>();
  for await (const { key, id, title, path, values } of store.records({})) {
    ids.add(id);
    for (const name of [title, textValue(values, 'acronym')]) if (name) names.add(name);
    records.set(path, { key, id, text: textValue(values, 'sha256')?.toLowerCase() });
  }
  return { ids, names: [...names], records };
}

/** Links of the records that lie at some paths. */
export async function linksOf(
  store: Store,
  { ids, records }: Known,
  paths: Iterable<string>,
): Promise<Links> {
  const byKey = new Map([...records.values()].map((record) => [record.key, record]));
  const own = new Map<string, OwnLinks>();
  for (const path of paths) {
    const record = records.get(path);
    if (!record) continue;
    const links = await store.linksFrom(record.key);
    own.set(path, {
      targets: new Map(
        links.map(({ target, to }) => [
          target,
          (to === null ? undefined : byKey.get(to)?.id) ?? null,
        ]),
      ),
      texts: new Map(
        links.flatMap(({ relation, path: place, to }) => {
          const text = to === null ? undefined : byKey.get(to)?.text;
          return relation === 'sources' && text ? [[numberIn(place), text] as const] : [];
        }),
      ),
    });
  }
  return { of: (path) => own.get(path), ids };
}

/** The number of an item, where there are several. */
export function numberIn(path: Path | undefined): number {
  const step = path?.[1];
  return typeof step === 'number' ? step : 0;
}
