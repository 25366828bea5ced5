import type { Database } from 'better-sqlite3';
import type { PartOf, Store } from '../store.ts';

interface CompanyRow {
  readonly actor: number;
  readonly partners: number;
  readonly countries: string;
  readonly latest: string | null;
}

/** Projects that are no more than an idea are nobody's work yet. */
const ideas = `idea as materialized (select record from facet where field = 'statuses' and value = 'idea')`;

/** Who works with whom: what ranking asks of many records at once. */
export function partsReader(
  database: Database,
): Pick<Store, 'parts' | 'spans' | 'company' | 'busiest' | 'ties'> {
  const partsOfWorks = database
    .prepare<[{ keys: string }], PartOf>(
      `select l.source, l.found, l.role from json_each(@keys) k cross join link l on l.source = k.value
       where l.found is not null and l.role is not null`,
    )
    .raw();
  const partsOfActors = database
    .prepare<[{ keys: string; relations: string }], PartOf>(
      `with ${ideas}
       select l.source, l.found, l.role from json_each(@keys) k cross join link l on l.found = k.value
       where l.relation in (select value from json_each(@relations)) and l.role is not null and l.source not in idea
       order by l.found, l.source, l.number`,
    )
    .raw();
  const ties = database
    .prepare<[{ keys: string; relations: string }], [number, number, string]>(
      `with relation as materialized (select value from json_each(@relations))
       select l.source, l.found, l.relation from json_each(@keys) k cross join link l on l.source = k.value
       where l.found is not null and l.relation in relation
       union all select l.source, l.found, l.relation from json_each(@keys) k cross join link l on l.found = k.value
       where l.relation in relation`,
    )
    .raw();
  const busiest = database
    .prepare<[{ keys: string; relations: string; limit: number }], [number, number]>(
      `with ${ideas}
       select l.found, count(distinct l.source) from json_each(@keys) k cross join link l on l.found = k.value
       where l.relation in (select value from json_each(@relations)) and l.source not in idea
       group by k.key order by 2 desc, 1 limit @limit`,
    )
    .raw();
  const spans = database
    .prepare<[string], [number, string | null, string | null]>(
      `with ${ideas}
       select r.key, r.since, r.until from json_each(?) k cross join record r on r.key = k.value
       where r.key not in idea`,
    )
    .raw();
  const company = database.prepare<[{ keys: string; relations: string }], CompanyRow>(
    `with ${ideas}, relation as materialized (select value from json_each(@relations))
     select k.value as actor,
       (select count(distinct m.found) from link l cross join link m on m.source = l.source
         where l.found = k.value and l.relation in relation and l.source not in idea and m.relation in relation and m.found <> k.value) as partners,
       (select json_group_array(distinct f.value) from link l cross join link m on m.source = l.source
         cross join facet f on f.record in (l.source, m.found) and f.field = 'countries'
         where l.found = k.value and l.relation in relation and l.source not in idea and m.relation in relation) as countries,
       (select max(coalesce(r.until, r.since)) from link l cross join record r on r.key = l.source
         where l.found = k.value and l.relation in relation and l.source not in idea) as latest
     from json_each(@keys) k`,
  );
  return {
    parts: async (of) => {
      if (of.works) return partsOfWorks.all({ keys: JSON.stringify(of.works) });
      const [keys, relations] = [JSON.stringify(of.actors), JSON.stringify(of.relations)];
      return partsOfActors.all({ keys, relations });
    },
    ties: async (keys, relations) =>
      ties
        .all({ keys: JSON.stringify(keys), relations: JSON.stringify(relations) })
        .map(([from, to, relation]) => ({ from, to, relation })),
    busiest: async (actors, relations, limit) =>
      new Map(
        busiest.all({
          keys: JSON.stringify(actors),
          relations: JSON.stringify(relations),
          limit: limit ?? -1,
        }),
      ),
    spans: async (keys) =>
      new Map(spans.all(JSON.stringify(keys)).map(([key, ...span]) => [key, span])),
    company: async (actors, relations) =>
      new Map(
        company
          .all({ keys: JSON.stringify(actors), relations: JSON.stringify(relations) })
          .map(({ actor, countries, ...company }) => [
            actor,
            { ...company, countries: JSON.parse(countries) as string[] },
          ]),
      ),
  };
}
