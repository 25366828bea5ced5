import type { Database } from 'better-sqlite3';

/** Rows that follow from the files alone, with paths for keys: two indexes of the same files may number their records differently. */
const tables = {
  file: 'select path, size, mtime, ctime, inode, hash from file',
  problem: 'select path, number, problem from problem',
  record:
    'select path, folder, kind, id, slug, explicit, title, since, until, fields, extra from record',
  page: 'select path, front, headings, body from page join record on key = record',
  name: 'select name, rank, path from name join record on key = record',
  facet: 'select field, value, path from facet join record on key = record',
  link: `select s.path, number, relation, role, target, l.name, near, base, t.path, state, detail
    from link l join record s on s.key = l.source left join record t on t.key = l.found`,
  words:
    'select term, path, col, "offset" from temp.examined left join record on key = examined.doc',
} as const;

/** One digest a table; the order in which rows are stored does not matter. */
export function digests(database: Database): ReadonlyMap<string, string> {
  database.exec(
    "create virtual table if not exists temp.examined using fts5vocab('main', 'words', 'instance')",
  );
  return new Map(
    Object.entries(tables).map(([table, sql]) => {
      const sum = { a: 0, b: 0, rows: 0 };
      for (const row of database.prepare(sql).raw().iterate()) add(sum, JSON.stringify(row));
      return [table, `${sum.rows} ${sum.a.toString(16)} ${sum.b.toString(16)}`];
    }),
  );
}

/** Adds the 32-bit FNV-1a hash of a row, and that of the row read with another start: sums do not depend on the order. */
function add(sum: { a: number; b: number; rows: number }, row: string): void {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < row.length; at++) {
    const unit = row.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  sum.a = (sum.a + (a >>> 0)) % 2 ** 48;
  sum.b = (sum.b + (b >>> 0)) % 2 ** 48;
  sum.rows++;
}
