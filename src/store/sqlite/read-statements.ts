import type { Database } from 'better-sqlite3';
import type { Candidate } from '../../core/resolve.ts';
import type { RecordName } from '../store.ts';
import { states } from './resolve.ts';

const recordColumns = 'r.key, r.id, r.kind, r.title, r.path, r.fields, r.extra';

export interface RecordRow {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly fields: string;
  readonly extra: string;
}

export interface FullRow extends RecordRow {
  readonly front: string;
  readonly headings: string;
  readonly body: string;
}

export interface LinkRow {
  readonly source: number;
  readonly relation: string;
  readonly target: string;
  readonly found: number | null;
  readonly state: number;
  readonly detail: string;
}

export interface OpenRow extends LinkRow {
  readonly name: string | null;
  readonly near: string | null;
  readonly base: string | null;
  readonly path: string;
  readonly kind: string;
  readonly folder: string;
}

export interface EdgeRow {
  readonly source: number;
  readonly number: number;
  readonly found: number;
  readonly relation: string;
  readonly facts: string | null;
}

export interface StatedRow {
  readonly source: number;
  readonly relation: string;
  readonly role: string | null;
  readonly target: string;
  readonly found: number | null;
  readonly facts: string | null;
}

export interface SharedRow {
  readonly slug: string;
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly explicit: number;
}

/** Every statement by which the index is read. */
export function readStatements(database: Database) {
  const link = 'l.source, l.relation, l.target, l.found, l.state, l.detail';
  const edge = "l.source, l.number, l.found, l.relation, l.detail ->> '$.facts' as facts";
  const related =
    "(@relations = 'null' or l.relation in (select value from json_each(@relations)))";
  return onDemand({
    anyFile: () => database.prepare<[], number>('select 1 from file limit 1').pluck(),
    seen: () => database.prepare<[], Buffer>('select print from seen').pluck(),
    unposted: () =>
      database
        .prepare<[number], number>(
          'select key from record where key not in (select record from posted) order by key limit ?',
        )
        .pluck(),
    unpostedAfter: () =>
      database
        .prepare<[number, number], number>(
          'select key from record where key > ? and key not in (select record from posted) order by key limit ?',
        )
        .pluck(),
    bearing: () =>
      database
        .prepare<[string], number>(
          'select distinct record from name where name in (select value from json_each(?)) order by record',
        )
        .pluck(),
    // “!” is what comes after a blank.
    beginning: () =>
      database
        .prepare<[string], string>(
          `select value from json_each(?) where exists
            (select 1 from name where name > value || ' ' and name < value || '!')`,
        )
        .pluck(),
    files: () =>
      database.prepare<
        [],
        {
          path: string;
          size: number;
          mtime: number;
          ctime: number;
          inode: number;
          hash: string;
          racy: number;
        }
      >('select path, size, mtime, ctime, inode, hash, racy from file'),
    recordsOf: () =>
      database.prepare<[string], RecordRow>(
        `select ${recordColumns} from record r where r.key in (select value from json_each(?))`,
      ),
    full: () =>
      database.prepare<[number], FullRow>(
        `select ${recordColumns}, p.front, p.headings, p.body from record r join page p on p.record = r.key where r.key = ?`,
      ),
    names: () =>
      database.prepare<[string], RecordName>(
        'select r.key, r.id, r.kind, r.title from record r where r.key in (select value from json_each(?)) order by r.id',
      ),
    named: () =>
      database.prepare<[string], Candidate>(
        'select n.record as key, n.rank, r.kind, r.folder from name n join record r on r.key = n.record where n.name = ?',
      ),
    knownNames: () =>
      database.prepare<[], { name: string; key: number }>(
        `select n.name, n.record as key from name n join record r on r.key = n.record
       where n.rank > 1 and n.name not like '/%' order by n.name, r.id, r.path`,
      ),
    fronts: () =>
      database.prepare<[string], { path: string; front: string }>(
        'select r.path, p.front from record r join page p on p.record = r.key where r.path in (select value from json_each(?))',
      ),
    linksFrom: () =>
      database.prepare<[number], LinkRow>(
        `select ${link} from link l where l.source = ? order by l.number`,
      ),
    linksTo: () =>
      database.prepare<[number], LinkRow>(
        `select ${link} from link l join record r on r.key = l.source where l.found = ? order by l.relation, r.id, l.number`,
      ),
    linksOf: () =>
      database.prepare<[{ keys: string; relations: string }], StatedRow>(
        `select l.source, l.relation, l.role, l.target, l.found,
         case when instr(l.detail, '"facts":') > 0 then l.detail ->> '$.facts' end as facts
       from json_each(@keys) k cross join link l on l.source = k.value
       where l.relation in (select value from json_each(@relations)) order by k.key, l.number`,
      ),
    edges: () =>
      database.prepare<
        [{ source: number; number: number; relations: string; limit: number }],
        EdgeRow
      >(
        `select ${edge} from link l where (l.source, l.number) > (@source, @number) and l.found is not null and ${related}
       order by l.source, l.number limit @limit`,
      ),
    edgesOf: () =>
      database.prepare<[{ keys: string; relations: string }], EdgeRow>(
        `with e as (
         select ${edge} from link l where l.source in (select value from json_each(@keys)) and l.found is not null and ${related}
         union select ${edge} from link l where l.found in (select value from json_each(@keys)) and ${related}
       ) select e.* from e join record r on r.key = e.source order by r.id, e.number`,
      ),
    openLinks: () =>
      database.prepare<[], OpenRow>(
        `select ${link}, l.name, l.near, l.base, r.path, r.kind, r.folder from link l join record r on r.key = l.source
       where l.state <> ${states.resolved} order by r.path, l.number`,
      ),
    extraFields: () =>
      database
        .prepare<[], string>(
          "select distinct e.key from record r, json_each(r.extra) e where r.extra <> '{}'",
        )
        .pluck(),
    strays: () =>
      database
        .prepare<[], string>(
          "select path from file where path like '%.md' and path not in (select path from record) order by path",
        )
        .pluck(),
    problems: () =>
      database.prepare<[], { path: string; problem: string }>(
        'select path, problem from problem order by path, number',
      ),
    shared: () =>
      database.prepare<[], SharedRow>(
        `select slug, path, id, title, explicit from record where slug in (select slug from record group by slug having count(*) > 1)
       order by slug, path`,
      ),
    facets: () =>
      database.prepare<[string], { value: string; count: number }>(
        'select value, count(*) as count from facet where field = ? group by value order by value',
      ),
    indexedWords: () =>
      database.prepare<[string, string], { word: string; records: number }>(
        'select term as word, doc as records from word where term >= ? and term < ?',
      ),
    kinds: () =>
      database.prepare<[], { kind: string; count: number }>(
        'select kind, count(*) as count from record group by kind order by kind',
      ),
    links: () =>
      database.prepare<[], { state: number; count: number }>(
        // Most links lead to a record, and the others have an index: to look at all of them takes a hundred times as long.
        `select state, count(*) as count from link where state <> 1 group by state union all
         select 1, (select count(*) from link) - (select count(*) from link where state <> 1)`,
      ),
  });
}

type Makers<Made> = { readonly [Name in keyof Made]: () => Made[Name] };

/** Prepares a statement when it is first asked for: most calls need three of thirty. */
function onDemand<Made extends object>(makers: Makers<Made>): Readonly<Made> {
  const made = {} as Made;
  for (const name of Object.keys(makers) as (keyof Made)[]) {
    const get = () => {
      const value = makers[name]();
      Object.defineProperty(made, name, { value });
      return value;
    };
    Object.defineProperty(made, name, { get, configurable: true });
  }
  return made;
}
