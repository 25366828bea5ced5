import type { NamedActor } from './actor.ts';
import type { Buckets } from './buckets.ts';
import { bucketsOf } from './buckets.ts';
import type { Rarity } from './rarity.ts';

/** Two actors, by their place in the list, that may be one; the first stands before the second. */
export type Pair = readonly [a: number, b: number];

/** Keys that lead to more actors than these say too little to pair them all. */
const mostInBucket = 60;

/** How many partners each actor may propose; a pair may be proposed by either, so there are up to twice as many. */
const mostPartners = 14;

/** Pairs of actors that may be one, each once: for each actor those with whom it shares the keys that say most. */
export function* pairsOf(
  actors: readonly NamedActor[],
  rarity: Rarity,
  partners: number = mostPartners,
): Generator<Pair> {
  const buckets = bucketsOf(actors, rarity);
  const weights = new Float32Array(actors.length);
  const proposed = new Int32Array(actors.length * partners).fill(-1);
  for (let actor = 0; actor < actors.length; actor++) {
    const touched = weigh(actor, buckets, weights);
    const best = strongest(touched, weights, partners);
    for (const [at, other] of best.entries()) {
      proposed[actor * partners + at] = other;
      if (other > actor) yield [actor, other];
      else if (!includes(proposed, other * partners, partners, actor)) yield [other, actor];
    }
    for (const other of touched) weights[other] = 0;
  }
}

/** Adds the worth of each shared key to those who share it, and says who they are. */
function weigh(actor: number, buckets: Buckets, weights: Float32Array): readonly number[] {
  const touched: number[] = [];
  const end = buckets.starts[actor + 1] ?? 0;
  for (let at = buckets.starts[actor] ?? 0; at < end; at++) {
    const bucket = buckets.ofKey[at] ?? 0;
    const from = buckets.bounds[bucket] ?? 0;
    const to = buckets.bounds[bucket + 1] ?? 0;
    if (to - from < 2 || to - from > mostInBucket) continue;
    const weight = buckets.weightOf(at, to - from);
    for (let place = from; place < to; place++) {
      const other = buckets.members[place] ?? 0;
      if (other === actor) continue;
      if (weights[other] === 0) touched.push(other);
      weights[other] = (weights[other] ?? 0) + weight;
    }
  }
  return touched;
}

function strongest(
  touched: readonly number[],
  weights: Float32Array,
  limit: number,
): readonly number[] {
  if (touched.length <= limit) return touched;
  return touched.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, limit);
}

function includes(list: Int32Array, from: number, length: number, wanted: number): boolean {
  for (let at = from; at < from + length; at++) if (list[at] === wanted) return true;
  return false;
}
