import type { Consortium } from './actor.ts';
import type { Aim } from './aims.ts';
import { reached } from './aims.ts';
import type { Candidate } from './fit.ts';
import { weights } from './fit.ts';
import type { Score } from './score.ts';

/** A set of candidates and its points. */
interface Found {
  readonly joining: readonly Candidate[];
  readonly points: number;
}

export interface Searched {
  /** Best first; of two with the same points the one that was tried first. */
  readonly found: readonly Found[];
  /** Not everything could be tried in the time. */
  readonly early: boolean;
}

/**
 * The best sets of exactly `size` candidates with which every aim is reached, by branch and bound (Land and Doig 1960): a
 * branch is left as soon as it lacks more than there are places, breaks an aim, or cannot have more points than what is found.
 */
export function bestSets(
  consortium: Consortium,
  candidates: readonly Candidate[],
  size: number,
  wanted: number,
  aims: readonly Aim[],
  score: Score,
  expired: () => boolean,
): Searched {
  const found: Found[] = [];
  let [early, steps] = [false, 0];

  const walk = (chosen: readonly Candidate[], left: readonly Candidate[], hoped: number) => {
    if (early || (++steps % 64 === 0 && expired())) {
      early = true;
      return;
    }
    const here = { ...consortium, actors: [...consortium.actors, ...chosen] };
    const places = size - chosen.length;
    if (places === 0) {
      if (reached(here, aims)) keep({ joining: chosen, points: score.total(chosen) });
      return;
    }
    if (aims.some((aim) => aim.broken(here))) return;
    const families = new Set(here.actors.map(({ family }) => family));
    let useful = left.filter(({ family }) => !families.has(family));
    const needed: { readonly lack: number; readonly helpers: ReadonlySet<Candidate> }[] = [];
    for (const aim of aims) {
      const lack = aim.lack(here);
      if (lack > places) return;
      if (lack === 0) continue;
      const helpers = useful.filter(aim.helpers(here));
      if (helpers.length < lack) return;
      if (lack === places) useful = helpers;
      else needed.push({ lack, helpers: new Set(helpers) });
    }
    const seen = new Set(chosen.flatMap(countryOf));
    for (let at = 0; useful.length - at >= places; at++) {
      const rest = at === 0 ? useful : useful.slice(at);
      if (hoped + mostPoints(rest, places, seen, needed, score) <= worst()) return;
      const [next, ...others] = rest;
      if (!next) return;
      // With the last one all is known, so that hope need not stand for ties.
      if (places === 1 && score.total([...chosen, next]) <= worst()) continue;
      const country = countryOf(next).some((code) => score.isNew(code) && !seen.has(code));
      walk([...chosen, next], others, hoped + score.hoped(next) + (country ? weights.country : 0));
      if (early) return;
    }
  };

  const worst = () => (found.length < wanted ? -1 : (found.at(-1)?.points ?? -1));
  const keep = (one: Found) => {
    const at = found.findIndex(({ points }) => points < one.points);
    found.splice(at < 0 ? found.length : at, 0, one);
    if (found.length > wanted) found.pop();
  };
  walk([], candidates, 0);
  return { found, early };
}

/** No set of so many of these can have more points: what is needed must be among them. */
function mostPoints(
  rest: readonly Candidate[],
  places: number,
  seen: ReadonlySet<string>,
  needed: readonly { readonly lack: number; readonly helpers: ReadonlySet<Candidate> }[],
  score: Score,
): number {
  let most = sumOfBest(rest, places, seen, score);
  for (const { lack, helpers } of needed) {
    const must = sumOfBest(rest, lack, seen, score, helpers);
    most = Math.min(most, must + sumOfBest(rest, places - lack, seen, score));
  }
  return most;
}

/** The most points that so many of a list can bring, best hope first; each country is new once. */
function sumOfBest(
  list: readonly Candidate[],
  count: number,
  seen: ReadonlySet<string>,
  score: Score,
  among?: ReadonlySet<Candidate>,
): number {
  const best: number[] = [];
  const taken = new Set(seen);
  for (const candidate of list) {
    const hoped = score.hoped(candidate);
    const last = best.length < count ? -1 : (best.at(-1) ?? Infinity);
    if (hoped + weights.country <= last) break;
    if (among && !among.has(candidate)) continue;
    const isNew = countryOf(candidate).some((code) => score.isNew(code) && !taken.has(code));
    for (const code of countryOf(candidate)) taken.add(code);
    const hope = hoped + (isNew ? weights.country : 0);
    if (hope <= last) continue;
    const at = best.findIndex((points) => points < hope);
    best.splice(at < 0 ? best.length : at, 0, hope);
    if (best.length > count) best.pop();
  }
  if (best.length < count) return -Infinity;
  return best.reduce((sum, hope) => sum + hope, 0);
}

/** The country of a candidate, where it is known. */
function countryOf({ countries }: Candidate): readonly string[] {
  return countries.length === 1 ? countries : [];
}
