import type { Actor } from './actor.ts';

/** An organisation of the base that could join, with what speaks for it. */
export interface Candidate extends Actor {
  readonly themes: readonly string[];
  /** Projects in which it is lead or partner. */
  readonly projects: number;
  readonly leads: number;
  /** Ids of those with whom it was in a project. */
  readonly colleagues: ReadonlySet<string>;
  /** The latest year in which the base knows it at work: the end of a project, or a check of its record. */
  readonly lastYear?: number;
}

/**
 * What a point is given for, in thousandths, so that sums are exact. A partner who does not know the subject is no partner,
 * so the themes weigh most; experience and a new country each count half of that; that people know each other and that a
 * record is fresh makes work easier and decides between equals.
 */
export const weights = {
  themes: 4000,
  experience: 2000,
  country: 2000,
  together: 1000,
  freshness: 1000,
} as const;

/** What an organisation is worth by itself, by the same names as {@link weights}. */
export interface Worth {
  readonly themes: number;
  readonly experience: number;
  readonly freshness: number;
}

/** What the work is about and when now is, for a {@link Worth}. */
export interface Wish {
  /** Concepts of the vocabulary `themes`, each with the narrower ones. */
  readonly themes: readonly (readonly string[])[];
  /** The latest year that the base knows: the same base gives the same answer on every day. */
  readonly year: number;
}

/** Years after which work says nothing any more. */
const memory = 10;

export function worthOf(candidate: Candidate, { themes, year }: Wish): Worth {
  const { projects, leads, lastYear } = candidate;
  const shared = sharedThemes(candidate, themes).length;
  const done = projects + leads;
  const age = lastYear === undefined ? memory : year - lastYear;
  return {
    themes: themes.length === 0 ? 0 : Math.round((weights.themes * shared) / themes.length),
    // Each further project says less than the one before.
    experience: Math.round((weights.experience * done) / (done + 2)),
    freshness: Math.round((weights.freshness * Math.max(0, memory - Math.max(0, age))) / memory),
  };
}

export function ownPoints({ themes, experience, freshness }: Worth): number {
  return themes + experience + freshness;
}

/** Those of the wished themes that an organisation has, by the first of each group. */
export function sharedThemes(
  { themes }: Candidate,
  wished: readonly (readonly string[])[],
): readonly string[] {
  return wished.flatMap((group) => {
    const [first] = group;
    return first !== undefined && group.some((theme) => themes.includes(theme)) ? [first] : [];
  });
}

/** Best first: by points, then by id. */
export function byWorth(wish: Wish): (a: Candidate, b: Candidate) => number {
  const known = new Map<Candidate, number>();
  const points = (candidate: Candidate) => {
    const before = known.get(candidate) ?? ownPoints(worthOf(candidate, wish));
    known.set(candidate, before);
    return before;
  };
  return (a, b) => points(b) - points(a) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
