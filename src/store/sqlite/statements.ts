import type { Database, Statement } from 'better-sqlite3';
import type { NameKey } from '../../core/resolve.ts';
import { rank } from '../../core/resolve.ts';

/** A record as it was before it is written again. */
export interface Before {
  readonly key: number;
  readonly kind: string;
  readonly folder: string;
  readonly slug: string;
}

/** One of the records that share a slug. */
export interface Sharer {
  readonly key: number;
  readonly path: string;
  readonly id: string;
  readonly explicit: number;
}

export type WriteStatements = ReturnType<typeof writeStatements>;

/** The statements that bring tables up to date, each prepared once for a transaction. */
export function writeStatements(database: Database) {
  const run = (sql: string): Statement => database.prepare(sql);
  return {
    anyFile: database.prepare<[], number>('select 1 from file limit 1').pluck(),
    before: database.prepare<[string], Before>(
      'select key, kind, folder, slug from record where path = ?',
    ),
    namesOf: database.prepare<[number], NameKey>('select name, rank from name where record = ?'),
    sharers: database.prepare<[string], Sharer>(
      'select key, path, id, explicit from record where slug = ? order by path',
    ),
    sharedSlugs: database
      .prepare<[], string>('select slug from record group by slug having count(*) > 1')
      .pluck(),
    putFile:
      run(`insert into file(path, size, mtime, ctime, inode, hash, racy) values (?, ?, ?, ?, ?, ?, ?)
      on conflict(path) do update set size = excluded.size, mtime = excluded.mtime, ctime = excluded.ctime,
      inode = excluded.inode, hash = excluded.hash, racy = excluded.racy`),
    hashOf: database.prepare<[string], string>('select hash from file where path = ?').pluck(),
    dropFile: run('delete from file where path = ?'),
    dropHash: run("update file set hash = '' where path = ?"),
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
    putName: run('insert into name(record, name, rank) values (?, ?, ?)'),
    dropName: run('delete from name where record = ? and name = ? and rank = ?'),
    dropId: run(`delete from name where record = ? and rank = ${rank.id}`),
    putFacet: run('insert into facet(record, field, value) values (?, ?, ?)'),
    dropFacets: run('delete from facet where record = ?'),
    putLink:
      run(`insert into link(source, number, relation, role, target, name, near, base, state, detail)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`),
    dropLinks: run('delete from link where source = ?'),
    putWords: run(
      'insert into words(rowid, title, names, summary, fields, body) values (?, ?, ?, ?, ?, ?)',
    ),
    dropWords: run('delete from words where rowid = ?'),
    dropPosted: run('delete from posted where record = ?'),
  };
}
