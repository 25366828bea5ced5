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

/** What the index knows of the records and their links. */
export interface Links {
  readonly of: (path: string) => OwnLinks | undefined;
  /** Ids of all records. */
  readonly ids: ReadonlySet<string>;
  /** Titles and acronyms of all records. */
  readonly names: readonly string[];
}

/** Links of the records that lie at some paths. */
export async function linksOf(store: Store, paths: ReadonlySet<string>): Promise<Links> {
  const ids = new Map<number, string>();
  const names = new Set<string>();
  const texts = new Map<number, string>();
  const keys = new Map<string, number>();
  for await (const { key, id, title, path, values } of store.records({})) {
    ids.set(key, id);
    for (const name of [title, textValue(values, 'acronym')]) if (name) names.add(name);
    const sha256 = textValue(values, 'sha256');
    if (sha256) texts.set(key, sha256.toLowerCase());
    if (paths.has(path)) keys.set(path, key);
  }
  const own = new Map<string, OwnLinks>();
  for (const [path, key] of keys) {
    const links = await store.linksFrom(key);
    own.set(path, {
      targets: new Map(links.map(({ target, to }) => [target, to === null ? null : (ids.get(to) ?? null)])),
      texts: new Map(
        links.flatMap(({ relation, path: place, to }) => {
          const text = to === null ? undefined : texts.get(to);
          return relation === 'sources' && text ? [[numberIn(place), text] as const] : [];
        }),
      ),
    });
  }
  return { of: (path) => own.get(path), ids: new Set(ids.values()), names: [...names] };
}

/** The number of an item, where there are several. */
export function numberIn(path: Path | undefined): number {
  const step = path?.[1];
  return typeof step === 'number' ? step : 0;
}
