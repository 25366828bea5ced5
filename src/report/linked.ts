import type { Selection } from '../core/selection.ts';
import type { StatedLink, Store, StoredRecord } from '../store/store.ts';

/** Where links lead, each record once. */
export function endsOf(links: Iterable<readonly StatedLink[]>): readonly number[] {
  const ends = new Set<number>();
  for (const each of links) for (const { to } of each) if (to !== null) ends.add(to);
  return [...ends];
}

/** Links of some relations by the records that state them; records without any are left out. */
export async function linksByKey(
  store: Store,
  keys: readonly number[],
  relations: readonly string[],
): Promise<ReadonlyMap<number, readonly StatedLink[]>> {
  const byKey = new Map<number, readonly StatedLink[]>();
  for await (const page of store.linkPages(keys, relations))
    for (const [key, links] of page) byKey.set(key, links);
  return byKey;
}

/** Records by their keys, in the order of the selection. */
export async function recordsByKey(
  store: Store,
  selection: Selection,
): Promise<ReadonlyMap<number, StoredRecord>> {
  const byKey = new Map<number, StoredRecord>();
  for await (const page of store.recordPages(selection))
    for (const record of page) byKey.set(record.key, record);
  return byKey;
}

/** The selection, of one kind only. */
export function ofKind(kind: string, selection: Selection): Selection {
  return { ...selection, kind: { any: [kind], none: [] } };
}

/** The selection, of one kind and without limit, for rows that have their own order. */
export function allOf(kind: string, selection: Selection): Selection {
  const { sort: _sort, limit: _limit, ...chosen } = selection;
  return ofKind(kind, chosen);
}
