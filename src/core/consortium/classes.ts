import type { World } from './actor.ts';
import type { Call } from './call.ts';
import type { Candidate } from './fit.ts';
import { weights } from './fit.ts';
import { outcomesOf } from './outcomes.ts';
import type { Score } from './score.ts';
import { fits } from './verdict.ts';

/** Candidates that are worth trying, best hope first, and the score in which they hope for each other only. */
export interface Worthwhile {
  readonly tried: readonly Candidate[];
  readonly score: Score;
}

/**
 * Leaves out candidates until all that are left may be in one of the `wanted` best sets of a size. In each class of
 * organisations that the rules cannot tell apart, one is left out when so many others are worth as much without anybody's
 * company as it is with the best, that one of them can always stand in its place.
 */
export function worthTrying(
  candidates: readonly Candidate[],
  size: number,
  wanted: number,
  classOf: (candidate: Candidate) => string,
  scoreOf: (some: readonly Candidate[]) => Score,
): Worthwhile {
  const score = scoreOf(candidates);
  const ranked = candidates
    .map((candidate) => ({ candidate, hoped: score.hoped(candidate) }))
    .sort((a, b) => b.hoped - a.hoped || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
  const knownBy = new Map<string, number>();
  for (const { colleagues } of ranked) {
    for (const id of colleagues) knownBy.set(id, (knownBy.get(id) ?? 0) + 1);
  }
  const before = new Map<string, number[]>();
  const tried = ranked.filter((candidate) => {
    // What it brings to others is told by them: not every tie need be known from both ends.
    const ties = knownBy.get(candidate.id) ?? 0;
    const others = weights.together * Math.min(ties, Math.max(0, size - 1));
    const best = score.hoped(candidate) + others;
    const name = classOf(candidate);
    const better = before.get(name) ?? [];
    before.set(name, better);
    const beaten = better.filter((points) => points >= best).length;
    better.push(score.own(candidate));
    return beaten < size + wanted - 1;
  });
  // With fewer left there are fewer ties to hope for, so that more may fall out.
  return tried.length < candidates.length
    ? worthTrying(tried, size, wanted, classOf, scoreOf)
    : { tried, score };
}

/** What the rules can see of a candidate, as a text: two with the same can stand for each other. */
export function classesOf(
  candidates: readonly Candidate[],
  call: Call,
  world: World,
): (candidate: Candidate) => string {
  const ways = call.conditions.flatMap((condition) =>
    condition.about === 'partners' || condition.about === 'countries'
      ? outcomesOf(
          {
            of: condition.of,
            counting: condition.everybody ? undefined : call.counting,
            byCountry: true,
            withoutLead: false,
          },
          world,
        )
      : [],
  );
  ways.push(
    outcomesOf({ of: {}, counting: call.counting, byCountry: true, withoutLead: false }, world),
  );
  const leads = call.conditions.flatMap((condition) =>
    condition.about === 'lead' ? condition.of : [],
  );
  const families = new Map<string, number>();
  for (const { family } of candidates) families.set(family, (families.get(family) ?? 0) + 1);
  const known = new Map<string, string>();
  return (candidate) => {
    const { countries, regions, forms, family } = candidate;
    const facts = [countries.join(), regions.join(), forms.join()].join('|');
    const seen =
      known.get(facts) ??
      [
        countries.join(),
        ...ways.map((way) =>
          way([candidate])
            .map(
              ({ nothing, codes }) =>
                `${nothing} ${codes.size > 9 ? codes.size : [...codes].join()}`,
            )
            .join(),
        ),
        ...leads.map((of) => fits(of, candidate, world).verdict),
      ].join('|');
    known.set(facts, seen);
    return (families.get(family) ?? 0) > 1 ? `${seen}|${family}` : seen;
  };
}
