import type { Evidence, Shared } from '../core/rank/evidence.ts';
import { rarity } from '../core/rank/rarity.ts';
import { isText } from '../core/node.ts';
import type { Company, Store, StoredRecord } from '../store/store.ts';
import { partnerKind } from './need.ts';
import type { Session } from './session.ts';
import { workRelations } from './work.ts';

/** What makes organisations like one of them: what is known without reading them, and the rest. */
export interface Likeness {
  readonly known: ReadonlyMap<number, Evidence>;
  /** How many countries another can have in common with it. */
  readonly countries: number;
  further(record: StoredRecord, company: Company | undefined): Evidence;
}

export async function likeness(key: number, store: Store, session: Session): Promise<Likeness> {
  const kind = { any: [partnerKind], none: [] };
  const model = await store.record(key);
  const { total } = await store.search({ kind, limit: 0 });
  const themes = new Map<number, Shared[]>();
  for (const value of texts(model, 'themes')) {
    const keys = await store.keys({ kind, theme: { any: [value], none: [] } });
    add(themes, keys, { value, rarity: rarity(keys.length, total) });
  }
  const relations = workRelations(session.kinds);
  const company = new Map<number, Shared[]>();
  const parts = await store.parts({ actors: [key], relations: relations.all });
  const works = [...new Set(parts.map(([work]) => work))];
  const mates = new Map<number, Set<number>>();
  for (const [work, actor] of await store.parts({ works }))
    mates.set(work, (mates.get(work) ?? new Set()).add(actor));
  for (const [work, actors] of mates) share(work, actors);
  const networks = (await store.linksFrom(key)).flatMap(({ relation, to }) =>
    belonging.includes(relation) && to !== null ? [to] : [],
  );
  const members = new Map(networks.map((network) => [network, new Set<number>()]));
  for await (const edge of store.edges({ keys: networks, relations: belonging }))
    members.get(edge.to)?.add(edge.from);
  for (const [network, actors] of members) share(network, actors);

  const own = (await store.company([key], relations.all)).get(key);
  const forms = new Set(texts(model, 'form'));
  const countries = new Set([...(own?.countries ?? []), ...texts(model, 'country')]);
  const known = new Map<number, Evidence>();
  for (const [each, likeThemes] of themes) known.set(each, { likeThemes });
  for (const [each, likeCompany] of company) known.set(each, { ...known.get(each), likeCompany });
  known.delete(key);
  return {
    known,
    countries: countries.size,
    further: (record, theirs) => {
      const likeForms = texts(record, 'form').filter((form) => forms.has(form));
      const there = new Set([...(theirs?.countries ?? []), ...texts(record, 'country')]);
      const likeCountries = [...there].filter((country) => countries.has(country)).sort();
      return { likeForms, likeCountries };
    },
  };

  /** Two in a small circle know each other better than two in a large one. */
  function share(circle: number, actors: ReadonlySet<number>): void {
    add(company, actors, { value: String(circle), rarity: 1 / Math.log2(1 + actors.size) });
  }
}

/** Relations that make an organisation part of a circle. */
const belonging = ['member_of', 'part_of'];

function add(to: Map<number, Shared[]>, keys: Iterable<number>, shared: Shared): void {
  for (const key of keys) {
    const own = to.get(key);
    if (own) own.push(shared);
    else to.set(key, [shared]);
  }
}

function texts(record: StoredRecord | undefined, field: string): readonly string[] {
  return (record?.values[field] ?? []).filter(isText);
}
