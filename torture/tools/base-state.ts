import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

/** The texts of all files of a base by their paths, but for what lies in `.koinon` and what a killed run had begun. */
export type Files = ReadonlyMap<string, string>;

const begun = /\.[0-9a-f]{12}\.part$/;

export function filesOf(folder: string): Files {
  const found = new Map<string, string>();
  for (const path of pathsIn(folder))
    if (!path.startsWith('.koinon/') && !begun.test(path))
      found.set(path, readFileSync(join(folder, path), 'latin1'));
  return found;
}

/** What a run leaves behind only if it was killed: files that were begun, and a journal that is still open. */
export function leftovers(folder: string): readonly string[] {
  return pathsIn(folder).filter(
    (path) => begun.test(path) || /^\.koinon\/journal\/(?:pending|next-\d+)\.json$/.test(path),
  );
}

export function sameFiles(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

/** Paths whose text is neither that of before nor that of after. */
export function foreignFiles(now: Files, before: Files, after: Files): readonly string[] {
  const paths = new Set([...now.keys(), ...before.keys(), ...after.keys()]);
  return [...paths].filter(
    (path) => now.get(path) !== before.get(path) && now.get(path) !== after.get(path),
  );
}

const questions = [
  'select path, hash from file',
  'select * from problem',
  'select path, folder, kind, id, slug, explicit, title, since, until, fields, extra from record',
  'select path, front, headings, body from page join record on key = record',
  'select name, rank, path from name join record on key = record',
  'select field, value, path from facet join record on key = record',
  `select s.path, number, relation, role, target, l.name, near, base, t.path, state, detail
    from link l join record s on s.key = l.source left join record t on t.key = l.found`,
  'select term, path, col, offset from temp.term join record on key = doc',
  'select doc from temp.term where doc not in (select key from record)',
];

/** Every row of the index of a base, the same for the same files wherever they lie; or how it is damaged. */
export function rowsOf(folder: string): string {
  const home = join(folder, '.koinon');
  const file = readdirSync(home).find((name) => name.endsWith('.db'));
  if (file === undefined) return 'there is no index';
  const database = new SQLite(join(home, file));
  try {
    const state = [
      ...(database.pragma('integrity_check', { simple: false }) as object[]),
      ...(database.pragma('foreign_key_check', { simple: false }) as object[]),
    ].map((row) => JSON.stringify(row));
    if (state.join() !== '{"integrity_check":"ok"}') return `the index is damaged: ${state.join()}`;
    database.exec("create virtual table temp.term using fts5vocab('main', 'words', 'instance')");
    return questions
      .map((sql) =>
        database
          .prepare(sql)
          .raw()
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted()
          .join('\n'),
      )
      .join('\n\n');
  } finally {
    database.close();
  }
}

/** Paths of the files of whatever sort whose bytes hold a word in letters without marks, small or capital. */
export function filesHolding(folder: string, word: string): readonly string[] {
  return pathsIn(folder).filter((path) =>
    readFileSync(join(folder, path), 'latin1').toLowerCase().includes(word),
  );
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
