import type { Kinds } from '../core/kind.ts';
import { decay } from '../core/rank/evidence.ts';
import { roleWeights } from '../core/rank/weights.ts';
import type { Selection } from '../core/selection.ts';
import type { Store } from '../store/store.ts';
import { lastDay } from '../values/date.ts';

/** How organisations have to do with work. */
export interface WorkRelations {
  /** By which they have a part in it, and by which they carry it. */
  readonly all: readonly string[];
  readonly carrying: readonly string[];
  /** The kinds of records that are work. */
  readonly kinds: readonly string[];
}

export function workRelations(kinds: Kinds): WorkRelations {
  const all = new Set<string>();
  const carrying = new Set<string>();
  const working = new Set<string>();
  for (const kind of kinds.all()) {
    for (const [name, { role, spreads }] of Object.entries(kind.relations)) {
      if (role === undefined || roleWeights[role] === undefined) continue;
      all.add(name);
      working.add(kind.name);
      if (spreads) carrying.add(name);
    }
  }
  return { all: [...all], carrying: [...carrying], kinds: [...working] };
}

/** What an organisation did in some works: all of it, and what it led; the last two are of the work that was added last. */
export interface Tally {
  amount: number;
  led: number;
  work: number;
  weight: number;
}

/** Adds up who did how much; in each work only the weightiest role of an organisation counts. */
export async function tallies(
  store: Store,
  of: { readonly works: readonly number[] } | { readonly actors: readonly number[] },
  relations: readonly string[],
  today: string,
  years: Years,
  isWanted: (actor: number, work: number) => boolean = () => true,
  isNew: (work: number) => boolean = () => true,
): Promise<ReadonlyMap<number, Tally>> {
  const parts = await store.parts('works' in of ? of : { ...of, relations });
  const works = 'works' in of ? of.works : [...new Set(parts.map(([work]) => work))];
  const decays = new Map<number, number>();
  const left = new Map<string | null, number>();
  for (const [key, [since, until]] of await store.spans(works)) {
    if (!touches(years, since, until)) continue;
    const date = until ?? since;
    let rest = left.get(date);
    if (rest === undefined) left.set(date, (rest = decay(ageOf(date, today))));
    decays.set(key, rest);
  }
  const byActor = new Map<number, Tally>();
  for (const [work, actor, role] of parts) {
    const weight = roleWeights[role];
    const rest = decays.get(work);
    if (weight === undefined || rest === undefined || !isWanted(actor, work)) continue;
    let own = byActor.get(actor);
    if (!own) byActor.set(actor, (own = { amount: 0, led: 0, work: -1, weight: 0 }));
    const before = own.work === work ? own.weight : 0;
    if (weight <= before) continue;
    own.amount += (weight - before) * rest;
    if (role === 'lead' && isNew(work)) own.led += weight * rest;
    own.work = work;
    own.weight = weight;
  }
  return byActor;
}

type Years = Selection['years'];

/** Whether a time reaches into the years, as `--year` means it; what has no time does not. */
export function touches(years: Years, since: string | null, until: string | null): boolean {
  if (!years) return true;
  if (since === null && until === null) return false;
  const { from, to } = years;
  return (
    (from === undefined || until === null || until.slice(0, 4) >= from) &&
    (to === undefined || since === null || since.slice(0, 4) <= to)
  );
}

/** Years from a partial date to today, 0 where it is not yet over. */
export function ageOf(date: string | null, today: string): number | undefined {
  if (date === null || !/^\d{4}/.test(date)) return undefined;
  const [year = '', month = '', day = ''] = lastDay(date).split('-');
  const [thisYear = '', thisMonth = '', thisDay = ''] = today.split('-');
  const years =
    Number(thisYear) -
    Number(year) +
    (Number(thisMonth) - Number(month)) / 12 +
    (Number(thisDay) - Number(day)) / 365;
  return Math.max(0, years);
}
