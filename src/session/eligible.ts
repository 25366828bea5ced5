import type { Evidence } from '../core/rank/evidence.ts';
import type { Selection } from '../core/selection.ts';
import type { Store } from '../store/store.ts';
import type { Need } from './need.ts';
import type { Session } from './session.ts';
import { telling } from './telling.ts';
import type { Topic } from './topics.ts';
import type { Tally } from './work.ts';
import { tallies, workRelations } from './work.ts';

/** Who may be a partner at all, and what the filters themselves say for them. */
export interface Eligible {
  /** Absent where no filter restricts them: then any organisation. */
  readonly keys: ReadonlySet<number> | undefined;
  readonly topics: readonly Topic[];
  isEligible(actor: number): boolean;
  given(key: number): Evidence | undefined;
}

export async function eligibleFor(need: Need, store: Store, session: Session): Promise<Eligible> {
  const { today } = session.surroundings;
  const relations = workRelations(session.kinds);
  const work = { any: relations.kinds, none: [] };
  const topics: Topic[] = [];
  const known = new Map<number, Evidence>();
  const add = (key: number, more: Evidence) => known.set(key, { ...known.get(key), ...more });
  let keys: Set<number> | undefined;
  const restrict = (some: Iterable<number>) => {
    const allowed = new Set(some);
    keys = keys ? new Set([...keys].filter((key) => allowed.has(key))) : allowed;
  };
  const hasTopic = need.themes.length > 0 || need.query !== undefined || need.like !== undefined;
  const out = new Set(need.exclude);
  const { wanted, unwanted } = signed(need.selection);
  if (!hasTopic || Object.keys(wanted).length > 1) restrict(await store.keys(wanted));
  for (const each of unwanted) for (const key of await store.keys(each)) out.add(key);

  if (need.workedIn) {
    const works = new Set(await store.keys({ kind: work, country: need.workedIn }));
    const done = await tallied(works);
    restrict(done.keys());
    addTallies('workedIn', works, done);
  }
  for (const field of ['offers', 'seeks'] as const) {
    const wanted = need[field];
    if (!wanted) continue;
    const told = await telling(field, wanted, store);
    restrict(told.keys());
    for (const [key, texts] of told) add(key, { [field]: texts });
  }
  if (need.workedWith.length > 0) {
    const met = new Set<number>();
    for (const key of need.workedWith)
      for (const each of (await tallied(await worksOf(key))).keys()) met.add(each);
    restrict(met);
  }
  for (const key of need.neverWorkedWith)
    for (const each of [key, ...(await tallied(await worksOf(key))).keys()]) out.add(each);
  for (const key of need.workedWith) out.add(key);
  for (const record of [need.from, need.like]) if (record) out.add(record.key);
  if (need.from) {
    const works = await worksOf(need.from.key);
    addTallies('known', works, await tallied(works));
  }

  const { country, region } = need.selection;
  const place = {
    ...(country?.any.length === 1 ? { countries: country.any } : {}),
    ...(region?.any.length ? { regions: region.any.slice(0, 1) } : {}),
  };
  const isPlaced = Object.keys(place).length > 0;
  return {
    keys: keys && (out.size > 0 ? new Set([...keys].filter((key) => !out.has(key))) : keys),
    topics,
    isEligible: (actor) => !out.has(actor) && (keys?.has(actor) ?? true),
    given: (key) => (isPlaced ? { ...known.get(key), ...place } : known.get(key)),
  };

  function addTallies(
    reason: Topic['reason'],
    works: ReadonlySet<number>,
    done: ReadonlyMap<number, Tally>,
  ): void {
    topics.push({ reason, works, own: new Map() });
    for (const [key, { amount }] of done) add(key, { [reason]: { amount } });
  }

  function tallied(works: ReadonlySet<number>): Promise<ReadonlyMap<number, Tally>> {
    return tallies(store, { works: [...works] }, relations.all, today, need.years);
  }

  async function worksOf(key: number): Promise<ReadonlySet<number>> {
    const parts = await store.parts({ actors: [key], relations: relations.all });
    return new Set(parts.map(([work]) => work));
  }
}

/** A selection without what it excludes, and what it excludes as selections: these are the smaller part to read. */
function signed(selection: Selection): {
  readonly wanted: Selection;
  readonly unwanted: readonly Selection[];
} {
  const { kind = { any: [], none: [] } } = selection;
  const unwanted: Selection[] = [];
  let wanted = selection;
  for (const field of ['country', 'region', 'theme', 'form', 'tag'] as const) {
    const choice = selection[field];
    if (!choice) continue;
    const { [field]: _choice, ...others } = wanted;
    wanted = choice.any.length > 0 ? { ...others, [field]: { any: choice.any, none: [] } } : others;
    if (choice.none.length > 0) unwanted.push({ kind, [field]: { any: choice.none, none: [] } });
  }
  return { wanted, unwanted };
}
