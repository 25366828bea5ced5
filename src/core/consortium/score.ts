import type { Actor } from './actor.ts';
import type { Candidate, Wish, Worth } from './fit.ts';
import { ownPoints, weights, worthOf } from './fit.ts';

/** Why an organisation of a suggestion has its points, in thousandths. */
export interface Reasons extends Worth {
  /** For a country that nobody else in the consortium has. */
  readonly country: number;
  /** For having worked with another of the consortium. */
  readonly together: number;
}

/** Gives points to sets of candidates that join the same organisations. */
export interface Score {
  /** Points of a candidate whoever else joins: all but a new country, and ties with others who join. */
  own(candidate: Candidate): number;
  /** Those points and all that others who join could add to them. */
  hoped(candidate: Candidate): number;
  /** It has worked with somebody who is in already. */
  knows(candidate: Candidate): boolean;
  isNew(country: string): boolean;
  /** The reasons of each, in order; the first of a new country has the points for it. */
  reasons(joining: readonly Candidate[]): readonly Reasons[];
  total(joining: readonly Candidate[]): number;
}

export function scoreFor(
  inside: readonly Actor[],
  candidates: readonly Candidate[],
  wish: Wish,
): Score {
  const insiders = new Set(inside.map(({ id }) => id));
  const ids = new Set(candidates.map(({ id }) => id));
  const countries = new Set(
    inside.flatMap((actor) => (actor.countries.length === 1 ? actor.countries : [])),
  );
  const worths = new Map(candidates.map((each) => [each, worthOf(each, wish)]));
  const worth = (candidate: Candidate) => worths.get(candidate) ?? worthOf(candidate, wish);
  const knownInside = new Map(
    candidates.map((each) => [each, [...each.colleagues].some((id) => insiders.has(id))]),
  );
  const knows = (candidate: Candidate) => knownInside.get(candidate) ?? false;
  const own = (candidate: Candidate) =>
    ownPoints(worth(candidate)) + (knows(candidate) ? weights.together : 0);
  const hoped = new Map(
    candidates.map((each) => {
      const mayKnow = !knows(each) && [...each.colleagues].some((id) => ids.has(id));
      return [each, own(each) + (mayKnow ? weights.together : 0)];
    }),
  );
  const reasons = (joining: readonly Candidate[]): readonly Reasons[] => {
    const seen = new Set(countries);
    return joining.map((candidate) => {
      const [country, ...others] = candidate.countries;
      const isNew = country !== undefined && others.length === 0 && !seen.has(country);
      if (isNew) seen.add(country);
      const tied =
        knows(candidate) ||
        joining.some(({ id }) => id !== candidate.id && candidate.colleagues.has(id));
      return {
        ...worth(candidate),
        country: isNew ? weights.country : 0,
        together: tied ? weights.together : 0,
      };
    });
  };
  return {
    own,
    hoped: (candidate) => hoped.get(candidate) ?? own(candidate),
    knows,
    isNew: (country) => !countries.has(country),
    reasons,
    total: (joining) => {
      let sum = 0;
      for (const each of reasons(joining)) sum += ownPoints(each) + each.country + each.together;
      return sum;
    },
  };
}
