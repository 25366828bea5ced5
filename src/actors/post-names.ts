import { actorKeys } from '../names/keys.ts';
import type { Postings } from '../names/postings.ts';
import { rarityOf } from '../names/rarity.ts';
import type { Store } from '../store/store.ts';
import { actorOf } from './actor-of.ts';

/** Records whose keys are kept at a time, so that a large base takes no more memory than a small one. */
const portion = 2_000;

/**
 * The keys of all names, from the index: those of records that are new or changed are made first, and no others. Which words
 * are rare is a matter of expectation here, so that the keys of a record do not depend on others.
 */
export async function namePostings(store: Store): Promise<Postings> {
  const rarity = rarityOf();
  let rows: (readonly [number, readonly string[]])[] = [];
  for await (const record of store.unposted()) {
    rows.push([record.key, actorKeys(actorOf(record), rarity)]);
    if (rows.length < portion) continue;
    await store.post(rows);
    rows = [];
  }
  if (rows.length > 0) await store.post(rows);
  return store.postings();
}
