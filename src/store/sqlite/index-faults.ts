import { chmodSync, copyFileSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { inMemory } from './open.ts';
import { removeIndex } from './damage.ts';
import { inspect, schemaVersion } from './schema.ts';

/** Something wrong with the files of an index. */
export interface IndexFault {
  /** The file's name in the folder of the index; empty for the folder itself. */
  readonly file: string;
  readonly what: string;
  /** `rebuild`: the index goes and is made anew; `none`: only a person can mend it. */
  readonly mend: 'rebuild' | 'remove' | 'aside' | 'close' | 'none';
}

const own = `index-${schemaVersion}.db`;
const ends = ['', '-wal', '-shm'];

/**
 * What is wrong with the index in a folder; nothing in the folder is written. SQLite itself would write beside an index that
 * it only reads, so it is looked at in a `copy`, another folder, where it is left if it can be opened.
 */
export function indexFaults(folder: string, copy: string): readonly IndexFault[] {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) {
    const what = stat.isSymbolicLink()
      ? 'The folder of the index is a link to another one and is not followed'
      : 'The folder of the index is no folder, so that no index is kept';
    return [{ file: '', what, mend: 'none' }];
  }
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [{ file: '', what: 'The folder of the index cannot be read', mend: 'none' }];
  }
  const mine = names.filter((name) => ends.some((end) => name === own + end));
  const odd = mine.flatMap((name): readonly IndexFault[] => oddFile(folder, name));
  const faults = [...names.flatMap((name) => otherFile(name)), ...odd];
  if (odd.some(({ mend }) => mend !== 'close')) return faults;
  if (!mine.includes(own)) {
    const what = 'The log of an index whose database is gone';
    const left = mine.map((file): IndexFault => ({ file, what, mend: 'remove' }));
    return [...faults.filter(({ mend }) => mend !== 'close'), ...left];
  }
  const outcome = copied(folder, copy);
  if (outcome === 'moving')
    return [...faults, { file: own, what: 'Another koinon is writing it just now', mend: 'none' }];
  const inside = outcome === 'unreadable' ? 'It cannot be read' : faultsInside(join(copy, own));
  if (inside === undefined) return faults;
  removeIndex(join(copy, own));
  return [...faults, { file: own, what: inside, mend: 'rebuild' }];
}

/** Mends what {@link indexFaults} found; what was the index is made by whoever opens it next. */
export function mendIndex(folder: string, { file, mend }: IndexFault): void {
  const path = join(folder, file);
  if (mend === 'close') chmodSync(path, 0o600);
  else if (mend === 'aside') renameSync(path, freeName(folder));
  else if (mend === 'remove') rmSync(path, { force: true });
  else if (mend === 'rebuild') {
    removeIndex(join(folder, own));
    // The names that a search understands follow from the vocabularies, and are made again with the index.
    rmSync(join(folder, 'names.txt'), { force: true });
  }
}

/** Removes the indexes of other versions, and what was made beside the index; that of this version stays. */
export function removeBesides(folder: string): void {
  for (const name of namesIn(folder)) {
    const isOther =
      otherFile(name).length > 0 ||
      /^(?:names\.txt(?:\.[-.\w]{1,60}\.part)?|aside-\d+)$/.test(name);
    if (isOther) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function otherFile(name: string): readonly IndexFault[] {
  if (ends.some((end) => name === own + end) || !/^index.{0,200}\.db(?:-\w{1,12})?$/.test(name))
    return [];
  return [{ file: name, what: 'It belongs to another version of koinon', mend: 'remove' }];
}

function oddFile(folder: string, name: string): readonly IndexFault[] {
  const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isSymbolicLink())
    return [{ file: name, what: 'The index is a link to another file', mend: 'rebuild' }];
  if (!stat.isFile())
    return [{ file: name, what: 'No file, but it stands in the place of one', mend: 'aside' }];
  const isOpen = process.platform !== 'win32' && (stat.mode & 0o077) !== 0;
  if (!isOpen) return [];
  return [{ file: name, what: 'Others than its owner can read the index', mend: 'close' }];
}

/** Copies database and log as they were at one moment; they may not hold still for it. */
function copied(folder: string, copy: string): 'copied' | 'moving' | 'unreadable' {
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = state(folder);
    removeIndex(join(copy, own));
    try {
      for (const end of ['', '-wal']) {
        const [from, to] = [join(folder, own + end), join(copy, own + end)];
        if (!lstatSync(from, { throwIfNoEntry: false })) continue;
        copyFileSync(from, to);
        chmodSync(to, 0o600);
      }
      if (before === state(folder)) return 'copied';
    } catch {
      if (before === state(folder)) return 'unreadable';
    }
  }
  removeIndex(join(copy, own));
  return 'moving';
}

function state(folder: string): string {
  return ['', '-wal']
    .map((end) => lstatSync(join(folder, own + end), { bigint: true, throwIfNoEntry: false }))
    .map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '-'))
    .join(' ');
}

/** What is wrong in the database, in words of ours: those of SQLite speak of pages and cells. */
function faultsInside(path: string): string | undefined {
  let database: Database | undefined;
  try {
    database = new SQLite(path);
    database.pragma('trusted_schema = OFF');
    const state = inspect(database);
    if (state === 'foreign') return 'It is no index of this version of koinon';
    if (state === 'empty') return undefined;
    if (schemaOf(database) !== ownSchema()) return 'Its tables are not those of an index';
    const found = database.prepare<[], string>('pragma integrity_check(100)').pluck().all();
    if (found.length !== 1 || found[0] !== 'ok') return 'It is damaged inside';
    if (database.prepare('pragma foreign_key_check').get() !== undefined)
      return 'Some of its rows refer to rows that are gone';
    database.exec("insert into words(words) values ('integrity-check')");
    return undefined;
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error;
    return 'It is damaged';
  } finally {
    database?.close();
  }
}

function ownSchema(): string {
  const { database } = inMemory();
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
}

function schemaOf(database: Database): string {
  const rows = database.prepare('select type, name, tbl_name, sql from sqlite_schema').raw().all();
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
}

function freeName(folder: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `aside-${number}`);
    if (!lstatSync(path, { throwIfNoEntry: false })) return path;
  }
}
