import type { Selection } from '../core/selection.ts';
import type { StatedLink, Store, StoredRecord } from '../store/store.ts';

/** Where links lead, each record once. */
export function endsOf(links: Iterable<readonly StatedLink[]>): readonly number[] {
  const ends = new Set<number>();
  for (const each of links) for (const { to } of each) if (to !== null) ends.add(to);
  return [...ends];
}

export async function mapOf<Key, Value>(
  entries: AsyncIterable<readonly [Key, Value]>,
): Promise<ReadonlyMap<Key, Value>> {
  const map = new Map<Key, Value>();
  for await (const [key, value] of entries) map.set(key, value);
  return map;
}

/** Records by their keys, in the order of the selection. */
export async function recordsByKey(
  store: Store,
  selection: Selection,
): Promise<ReadonlyMap<number, StoredRecord>> {
  const byKey = new Map<number, StoredRecord>();
  for await (const record of store.records(selection)) byKey.set(record.key, record);
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
