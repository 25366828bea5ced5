import type { Evidence } from './evidence.ts';
import type { Reason } from './reasons.ts';
import { reasonsOf, scoreOf } from './reasons.ts';

/** An organisation with why it fits; the score is the sum of the weights. */
export interface Ranked {
  readonly key: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly evidence: Evidence;
}

/** Gives the further evidence of some organisations; what it does not know of is no longer a candidate. */
export type Further = (keys: readonly number[]) => Promise<ReadonlyMap<number, Evidence>>;

/** Further evidence costs reading: no more than so many are asked for it, those that are ahead without it. */
const mostAsked = 100;
const asked = 50;

/**
 * The candidates that may be among the first `limit` by all their evidence. Further evidence is asked for in the order of what
 * is known, until the rest could not catch up any more even with the most that it can add.
 */
export async function foremost(
  known: ReadonlyMap<number, Evidence>,
  limit: number,
  mostFurther: (key: number) => number,
  further: Further,
): Promise<readonly Ranked[]> {
  const enough = Math.max(mostAsked, limit * 3);
  const order = ahead(known, enough * 4).map(({ key, evidence, score }) => {
    return { key, evidence, score, most: score + mostFurther(key) };
  });
  order.sort((a, b) => b.score - a.score || b.most - a.most || a.key - b.key);
  const all: Ranked[] = [];
  let last = -Infinity;
  for (let at = 0; at < order.length && all.length < enough; at += asked) {
    const some = order.slice(at, at + asked).filter(({ most }) => most >= last);
    if (some.length === 0) continue;
    const more = await further(some.map(({ key }) => key));
    for (const { key, evidence } of some) {
      const added = more.get(key);
      if (added) all.push(ranked(key, { ...evidence, ...added }));
    }
    last = all.map(({ score }) => score).sort((a, b) => b - a)[limit - 1] ?? -Infinity;
  }
  return all;
}

/** At least so many of those with the highest scores, and all that are level with the last of them. */
function ahead(known: ReadonlyMap<number, Evidence>, count: number) {
  const scores = Float64Array.from(known.values(), scoreOf);
  const least = scores.length > count ? (scores.toSorted()[scores.length - count] ?? 0) : 0;
  const first: { readonly key: number; readonly evidence: Evidence; readonly score: number }[] = [];
  let at = 0;
  for (const [key, evidence] of known) {
    const score = scores[at++] ?? 0;
    if (score >= least) first.push({ key, evidence, score });
  }
  return first;
}

/** An organisation with all its evidence weighed. */
function ranked(key: number, evidence: Evidence): Ranked {
  const reasons = reasonsOf(evidence);
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { key, score: Math.round(score * 100) / 100, reasons, evidence };
}
