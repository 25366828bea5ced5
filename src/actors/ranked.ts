import type { Decided } from '../core/decision.ts';
import type { NamedActor } from '../names/actor.ts';
import { candidates } from '../names/candidates.ts';
import type { Decision } from '../names/decide.ts';
import { decide, leadOf } from '../names/decide.ts';
import type { Likeness } from '../names/likeness.ts';
import { likeness } from '../names/likeness.ts';
import type { Postings } from '../names/postings.ts';
import { rarityOf } from '../names/rarity.ts';
import type { Store, StoredRecord } from '../store/store.ts';
import { actorOf } from './actor-of.ts';
import { namePostings } from './post-names.ts';

/** A record that a name may mean. */
export interface Ranked {
  readonly record: StoredRecord;
  readonly likeness: Likeness;
  /** What the likeness and its lead over the others are enough for. */
  readonly decision: Decision;
}

/** Finds records by likeness of names; opened once for many names. */
export interface Ranking {
  /** The records that an actor may be, of its own kind, the likeliest first; nothing that is forbidden or too unlike. */
  of(actor: NamedActor, limit?: number): Promise<readonly Ranked[]>;
}

/** Candidates that are compared for each name. */
const compared = 40;

export async function ranking(store: Store, decided?: Decided): Promise<Ranking> {
  const postings = await namePostings(store);
  return { of: (actor, limit = 5) => rankedOf(actor, limit, postings, store, decided) };
}

const rarity = rarityOf();

async function rankedOf(
  actor: NamedActor,
  limit: number,
  postings: Postings,
  store: Store,
  decided: Decided | undefined,
): Promise<readonly Ranked[]> {
  const weights = new Map<number, number>();
  for (const name of actor.names) {
    const options = {
      limit: compared,
      ...(actor.country === undefined ? {} : { country: actor.country }),
    };
    for (const { record, weight } of candidates(name, postings, rarity, options))
      weights.set(record, Math.max(weights.get(record) ?? 0, weight));
  }
  if (weights.size === 0) return [];
  const best = [...weights].sort((a, b) => b[1] - a[1]).slice(0, compared);
  const excluded = new Set(actor.names.flatMap(({ text }) => [...(decided?.excluded(text) ?? [])]));
  const found: { readonly record: StoredRecord; readonly likeness: Likeness }[] = [];
  for await (const record of store.records({ keys: best.map(([key]) => key) })) {
    if (record.id === actor.id || excluded.has(record.id)) continue;
    const judged = likeness(actor, actorOf(record), {
      rarity,
      areDifferent: (a, b) => decided?.between(a, b) === 'different',
    });
    if (judged && judged.forbidden === undefined) found.push({ record, likeness: judged });
  }
  found.sort((a, b) => b.likeness.score - a.likeness.score || a.record.key - b.record.key);
  return found
    .slice(0, limit)
    .map(({ record, likeness: each }, at) => {
      const next = found[at === 0 ? 1 : 0]?.likeness.score;
      return {
        record,
        likeness: each,
        decision: decide(each, at === 0 ? leadOf(each.score, next) : 0),
      };
    })
    .filter(({ decision }) => decision !== 'no');
}
