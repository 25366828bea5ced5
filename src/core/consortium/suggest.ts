import type { Consortium, World } from './actor.ts';
import type { Aim } from './aims.ts';
import { aimsOf } from './aims.ts';
import type { Call, Condition } from './call.ts';
import { classesOf, worthTrying } from './classes.ts';
import type { Candidate, Wish } from './fit.ts';
import type { Reasons } from './score.ts';
import { scoreFor } from './score.ts';
import { bestSets } from './search.ts';

/** What is asked of {@link suggest}. */
export interface Order {
  readonly wish: Wish;
  /** How many are to join; without it as few as will do. */
  readonly joining?: number;
  /** How many sets are wanted. */
  readonly sets: number;
  /** More than so many are never tried. */
  readonly atMost: number;
  readonly expired: () => boolean;
}

/** Organisations that complete a consortium, with the reasons for each. */
interface Suggestion {
  readonly joining: readonly Candidate[];
  readonly reasons: readonly Reasons[];
  readonly points: number;
}

export interface Suggested {
  /** How many must join at least, for the conditions that can be reached. */
  readonly least: number;
  /** How many join in each. */
  readonly size: number;
  readonly suggestions: readonly Suggestion[];
  /** Conditions that nobody among the candidates can mend; the rest is completed without them. */
  readonly hopeless: readonly Condition[];
  /** The time was up before all had been tried: there may be better ones. */
  readonly early: boolean;
}

/** The best ways to complete a consortium under the rules of a call; the same facts give the same answer. */
export function suggest(
  consortium: Consortium,
  call: Call,
  world: World,
  candidates: readonly Candidate[],
  order: Order,
): Suggested {
  const { wish, sets, atMost, expired } = order;
  const families = new Set(
    call.counting.distinct ? consortium.actors.map(({ family }) => family) : [],
  );
  const inside = new Set(consortium.actors.map(({ id }) => id));
  // Only where parts of one parent count once may one of them stand in the way of another.
  const outside = candidates
    .filter(({ id, family }) => !inside.has(id) && !families.has(family))
    .map((each) => (call.counting.distinct ? each : { ...each, family: each.id }));
  const base = call.counting.distinct
    ? consortium
    : { ...consortium, actors: consortium.actors.map((each) => ({ ...each, family: each.id })) };
  const { aims, hopeless } = reachable(aimsOf(call, world), base, outside);
  const classOf = classesOf(outside, call, world);
  const least = Math.max(0, ...aims.map((aim) => aim.lack(base)));
  const first = order.joining ?? least;
  const most = order.joining ?? Math.min(atMost, outside.length);
  for (let size = first; size <= Math.max(first, most); size++) {
    const { tried, score } = worthTrying(outside, size, sets, classOf, (some) =>
      scoreFor(base.actors, some, wish),
    );
    const { found, early } = bestSets(base, tried, size, sets, aims, score, expired);
    if (found.length === 0 && !early) continue;
    const suggestions = found.map(({ joining, points }) => ({
      joining,
      points,
      reasons: score.reasons(joining),
    }));
    return { least, size, suggestions, hopeless, early };
  }
  return { least, size: most, suggestions: [], hopeless, early: false };
}

/** Aims that all candidates together can reach; those that are broken already, or out of reach, are said to be so. */
function reachable(
  aims: readonly Aim[],
  base: Consortium,
  candidates: readonly Candidate[],
): { readonly aims: readonly Aim[]; readonly hopeless: readonly Condition[] } {
  // Of one family only one may join, and it is open which: here each stands for itself.
  const apart = candidates.map((each) => ({
    ...each,
    family: `one of ${each.family}: ${each.id}`,
  }));
  const everybody = { ...base, actors: [...base.actors, ...apart] };
  const isHopeless = (aim: Aim) => aim.broken(base) || aim.lack(everybody) > 0;
  return {
    aims: aims.filter((aim) => !isHopeless(aim)),
    hopeless: aims.filter(isHopeless).map(({ condition }) => condition),
  };
}
