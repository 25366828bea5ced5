import type { Database, Statement } from 'better-sqlite3';
import type { Kind, Kinds, Values } from '../../core/kind.ts';
import type { Problem } from '../../core/message.ts';
import { isMap, isText, textsOf } from '../../core/node.ts';
import type { Link, ReadRecord } from '../../core/record.ts';
import { folderOf, linkKeys, nameKeys, rank } from '../../core/resolve.ts';
import { slug } from '../../core/slug.ts';
import { stemOf } from '../../core/stem.ts';
import { spanOf } from '../../core/span.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { Change, FileState } from '../store.ts';
import { resolver } from './resolve.ts';
import { createIndexes } from './schema.ts';

/** Writes changes within a transaction that the caller has begun; `finish` settles ids and links. */
export interface Writer {
  apply(change: Change): void;
  finish(): void;
}

export function writer(database: Database, kinds: Kinds): Writer {
  const statements = prepare(database);
  const bulk = statements.anyRecord.get() === undefined;
  if (bulk) dropIndexes(database);
  const links = resolver(database, kinds);
  const slugs = new Set<string>();

  const forget = (key: number) => {
    for (const name of statements.namesOf.all(key)) links.touch(name);
    slugs.add(String(statements.slugOf.get(key)));
    statements.dropNames.run(key);
    statements.dropFacets.run(key);
    statements.dropLinks.run(key);
    statements.dropPage.run(key);
    statements.dropWords.run(key);
  };

  const put = (
    path: string,
    state: FileState,
    record: ReadRecord | undefined,
    problems: readonly Problem[],
    movedFrom?: string,
  ) => {
    const key = statements.keyOf.get(movedFrom ?? path);
    if (movedFrom !== undefined) statements.dropFile.run(movedFrom);
    writeFile(statements, path, state);
    writeProblems(statements, path, problems);
    if (key !== undefined) forget(key);
    if (!record) {
      if (key !== undefined) statements.dropRecord.run(key);
      return;
    }
    slugs.add(record.id);
    writeRecord(key, path, record);
  };

  const writeRecord = (known: number | undefined, path: string, record: ReadRecord) => {
    const folder = folderOf(path);
    const [since, until] = spanOf(kinds.get(record.kind), record.values);
    const { lastInsertRowid } = statements.putRecord.run(
      known ?? null,
      path,
      folder,
      record.kind,
      record.id,
      record.id,
      record.explicitId ? 1 : 0,
      record.title,
      since,
      until,
      JSON.stringify(record.values),
      JSON.stringify(record.extra),
    );
    const key = known ?? Number(lastInsertRowid);
    statements.putPage.run(key, record.front, JSON.stringify(record.headings), record.text);
    for (const { name, rank: step } of nameKeys(record, path, stemOf(path))) {
      statements.putName.run(name, step, key);
      links.touch(name);
    }
    for (const [field, values] of facetsOf(record, kinds)) {
      for (const value of values) statements.putFacet.run(field, value, key);
    }
    record.links.forEach((link, number) => {
      const { name, near, base } = linkKeys(link, folder);
      const { relation, target, ...detail } = link;
      statements.putLink.run(
        key,
        number,
        relation,
        roleOf(link, kinds.get(record.kind)),
        target,
        name,
        near,
        base,
        JSON.stringify(detail),
      );
    });
    links.added(key);
    statements.putWords.run(key, ...textColumns(record, kinds));
  };

  return {
    apply: (change) => {
      if ('put' in change)
        put(change.put, change.state, change.record, change.problems, change.movedFrom);
      else if ('touch' in change) writeFile(statements, change.touch, change.state);
      else if ('flag' in change) writeProblems(statements, change.flag, change.problems);
      else {
        const key = statements.keyOf.get(change.drop);
        if (key !== undefined) {
          forget(key);
          statements.dropRecord.run(key);
        }
        statements.dropFile.run(change.drop);
      }
    },
    finish: () => {
      if (bulk) createIndexes(database);
      settleIds(statements, slugs, links.touch);
      links.resolve(bulk);
    },
  };
}

/** Files that share a slug without a written id are told apart by their folders; an only one keeps the plain slug. */
function settleIds(
  statements: Statements,
  slugs: ReadonlySet<string>,
  touch: (name: string) => void,
): void {
  for (const each of slugs) {
    const sharers = statements.sharers.all(each);
    for (const { key, path, id, explicit } of sharers) {
      const settled = explicit || sharers.length === 1 ? each : longId(path, each);
      if (settled !== id) {
        touch(fold(id));
        statements.dropId.run(key);
        statements.setId.run(settled, key);
      }
      const name = fold(settled);
      statements.putName.run(name, rank.id, key);
      touch(name);
    }
  }
}

function longId(path: string, short: string): string {
  const folder = folderOf(path).split('/').map(slug).filter(Boolean).at(-1);
  return folder === undefined || folder === short
    ? `${short}/${slug(path) || short}`
    : `${folder}/${short}`;
}

/** Values that filters choose by: concepts by their id, tags and codes folded. */
function* facetsOf(
  record: ReadRecord,
  kinds: Kinds,
): Iterable<readonly [string, Iterable<string>]> {
  const kind = kinds.get(record.kind);
  const byFacet = new Map<string, Set<string>>();
  for (const [field, values] of Object.entries(record.values)) {
    const facet = field === 'tags' ? 'tags' : kind?.fields[field]?.value.vocabulary;
    if (!facet) continue;
    const set = byFacet.get(facet) ?? new Set();
    for (const value of values) set.add(facet === 'tags' ? fold(String(value)) : String(value));
    byFacet.set(facet, set);
  }
  for (const { relation, facts } of record.links) {
    if (!kind?.relations[relation]?.spreads || !isText(facts?.['country'])) continue;
    byFacet.set('countries', (byFacet.get('countries') ?? new Set()).add(facts['country']));
  }
  yield* byFacet;
}

/** The role that a link gives to the record it leads to: the one written with it, else the one of its relation. */
function roleOf(link: Link, kind: Kind | undefined): string | null {
  const written = link.facts?.['role'];
  return isText(written) ? written : (kind?.relations[link.relation]?.role ?? null);
}

/** The folded columns of the full text: title, names, summary, other fields, body. */
function textColumns(record: ReadRecord, kinds: Kinds): readonly string[] {
  const { values } = record;
  const kind = kinds.get(record.kind);
  const names = texts(values, ['acronym', 'aliases', 'names']);
  const rest: string[] = [];
  for (const field of Object.keys(values)) {
    if (!named.has(field) && !kind?.fields[field]?.personal) rest.push(...texts(values, [field]));
  }
  for (const extra of Object.values(record.extra))
    for (const value of extra) if (isText(value)) rest.push(value);
  const columns = [
    record.title,
    names.join('\n'),
    texts(values, ['summary']).join('\n'),
    rest.join('\n'),
    record.text,
  ];
  return columns.map(fold);
}

const named = new Set(['acronym', 'aliases', 'names', 'summary', 'sources', 'claims']);

function texts(values: Values, fields: readonly string[]): string[] {
  return fields.flatMap((field) =>
    (values[field] ?? []).flatMap((value) =>
      isMap(value) ? textsOf(value) : isText(value) ? [value] : [],
    ),
  );
}

function writeFile(statements: Statements, path: string, state: FileState): void {
  statements.putFile.run(
    path,
    state.size,
    state.mtime,
    state.ctime,
    state.inode,
    state.hash,
    state.racy ? 1 : 0,
  );
}

function writeProblems(statements: Statements, path: string, problems: readonly Problem[]): void {
  statements.dropProblems.run(path);
  problems.forEach((problem, number) =>
    statements.putProblem.run(path, number, JSON.stringify(problem)),
  );
}

function dropIndexes(database: Database): void {
  const names = database
    .prepare<[], string>("select name from sqlite_schema where type = 'index' and sql is not null")
    .pluck()
    .all();
  for (const name of names) database.exec(`drop index "${name.replaceAll('"', '""')}"`);
}

interface Sharer {
  readonly key: number;
  readonly path: string;
  readonly id: string;
  readonly explicit: number;
}

type Statements = ReturnType<typeof prepare>;

function prepare(database: Database) {
  const run = (sql: string): Statement<unknown[]> => database.prepare(sql);
  return {
    anyRecord: database.prepare<[], number>('select 1 from record limit 1').pluck(),
    keyOf: database.prepare<[string], number>('select key from record where path = ?').pluck(),
    slugOf: database.prepare<[number], string>('select slug from record where key = ?').pluck(),
    namesOf: database.prepare<[number], string>('select name from name where record = ?').pluck(),
    sharers: database.prepare<[string], Sharer>(
      'select key, path, id, explicit from record where slug = ? order by path',
    ),
    putFile:
      run(`insert into file(path, size, mtime, ctime, inode, hash, racy) values (?, ?, ?, ?, ?, ?, ?)
      on conflict(path) do update set size = excluded.size, mtime = excluded.mtime, ctime = excluded.ctime,
      inode = excluded.inode, hash = excluded.hash, racy = excluded.racy`),
    dropFile: run('delete from file where path = ?'),
    putProblem: run('insert into problem(path, number, problem) values (?, ?, ?)'),
    dropProblems: run('delete from problem where path = ?'),
    putRecord:
      run(`insert into record(key, path, folder, kind, id, slug, explicit, title, since, until, fields, extra)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict(key) do update set path = excluded.path, folder = excluded.folder, kind = excluded.kind, id = excluded.id,
      slug = excluded.slug, explicit = excluded.explicit, title = excluded.title, since = excluded.since,
      until = excluded.until, fields = excluded.fields, extra = excluded.extra`),
    dropRecord: run('delete from record where key = ?'),
    setId: run('update record set id = ? where key = ?'),
    putPage: run('insert into page(record, front, headings, body) values (?, ?, ?, ?)'),
    dropPage: run('delete from page where record = ?'),
    putName: run('insert into name(name, rank, record) values (?, ?, ?) on conflict do nothing'),
    dropNames: run('delete from name where record = ?'),
    dropId: run(`delete from name where record = ? and rank = ${rank.id}`),
    putFacet: run(
      'insert into facet(field, value, record) values (?, ?, ?) on conflict do nothing',
    ),
    dropFacets: run('delete from facet where record = ?'),
    putLink:
      run(`insert into link(source, number, relation, role, target, name, near, base, state, detail)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`),
    dropLinks: run('delete from link where source = ?'),
    putWords: run(
      'insert into words(rowid, title, names, summary, fields, body) values (?, ?, ?, ?, ?, ?)',
    ),
    dropWords: run('delete from words where rowid = ?'),
  };
}
