import type { Outcome } from './outcomes.ts';

/** The most different countries that outcomes can bring: a largest matching, each country taken once. */
export function mostCountries(outcomes: readonly Outcome[]): number {
  return matched(outcomes, () => 1);
}

/** The fewest different countries that outcomes must bring: those that may bring nothing, do. */
export function fewestCountries(outcomes: readonly Outcome[]): number {
  const bound = outcomes.filter(({ nothing, codes }) => !nothing && codes.size > 0);
  const certain = new Set<string>();
  for (const { codes } of bound) if (codes.size === 1) for (const code of codes) certain.add(code);
  const open = bound.filter(({ codes }) => ![...certain].some((code) => codes.has(code)));
  return certain.size + fewestThatTouch(open.map(({ codes }) => codes));
}

/** Whether each of these countries can be brought by an outcome of its own. */
export function canBringEach(outcomes: readonly Outcome[], countries: readonly string[]): boolean {
  const wanted = outcomes.map(({ nothing, codes }) => ({
    nothing,
    codes: new Set(countries.filter((code) => codes.has(code))),
  }));
  return matched(wanted, () => 1) === new Set(countries).size;
}

/** Whether the outcomes can turn out so that no country is brought more than `max` times. */
export function canSpread(outcomes: readonly Outcome[], max: number): boolean {
  const bound = outcomes.filter(({ nothing }) => !nothing);
  return matched(bound, () => max) === bound.length;
}

/** How often the country that may come most often does. */
export function mostOfOne(outcomes: readonly Outcome[]): number {
  const times = new Map<string, number>();
  for (const { codes } of outcomes)
    for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

/** Size of a largest assignment of outcomes to countries with room (augmenting paths, Kuhn 1955). */
function matched(outcomes: readonly Outcome[], room: (code: string) => number): number {
  const taken = new Map<string, Outcome[]>();
  const place = (outcome: Outcome, tried: Set<string>): boolean => {
    for (const code of outcome.codes) {
      if (tried.has(code)) continue;
      tried.add(code);
      const there = taken.get(code) ?? [];
      if (there.length < room(code)) {
        taken.set(code, [...there, outcome]);
        return true;
      }
      const moving = there.findIndex((other) => place(other, tried));
      if (moving < 0) continue;
      taken.set(code, there.with(moving, outcome));
      return true;
    }
    return false;
  };
  return outcomes.filter((outcome) => place(outcome, new Set())).length;
}

/** Size of a smallest set that has a member in each of these sets; there are few, so all ways are tried. */
function fewestThatTouch(sets: readonly ReadonlySet<string>[]): number {
  const [first, ...rest] = sets.toSorted((a, b) => a.size - b.size);
  if (!first) return 0;
  let fewest = Infinity;
  const seen = new Set<string>();
  for (const code of first) {
    const left = rest.filter((each) => !each.has(code));
    const key = left.map((each) => rest.indexOf(each)).join();
    if (seen.has(key)) continue;
    seen.add(key);
    fewest = Math.min(fewest, 1 + fewestThatTouch(left));
    if (left.length === 0) break;
  }
  return fewest;
}
