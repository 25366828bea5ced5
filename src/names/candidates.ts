import { keysOf } from './keys.ts';
import { factorOf, worth } from './key-weight.ts';
import type { Name } from './name.ts';
import type { Postings } from './postings.ts';
import type { Rarity } from './rarity.ts';

/** A record that a name may mean, and how much the keys that led to it say. */
export interface Candidate {
  readonly record: number;
  readonly weight: number;
}

/** Keys that lead to more records than these are passed over: others of the name say more. */
const mostRecords = 3000;

/** Records that a name may mean, at most `limit`, the likeliest first; costs one lookup a key. */
export function candidates(
  name: Name,
  postings: Postings,
  rarity: Rarity,
  { country, limit = 60 }: { readonly country?: string; readonly limit?: number } = {},
): readonly Candidate[] {
  const weights = new Map<number, number>();
  const keys = keysOf(name, rarity, country).filter((key) => {
    const df = postings.df(key);
    return df > 0 && df <= mostRecords;
  });
  for (const [key, records] of postings.records(keys)) {
    const weight = factorOf(key) * worth(records.length, postings.size);
    for (const record of records) weights.set(record, (weights.get(record) ?? 0) + weight);
  }
  return [...weights]
    .map(([record, weight]) => ({ record, weight }))
    .sort((a, b) => b.weight - a.weight || a.record - b.record)
    .slice(0, limit);
}
