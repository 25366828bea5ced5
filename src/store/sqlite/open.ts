import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { isFullDisk } from '../../core/disk-error.ts';
import { UsageError } from '../../core/usage-error.ts';
import { isDamage, removeIndex } from './damage.ts';
import { createIndexes, createTables, inspect, schemaVersion, seal } from './schema.ts';

export interface Opened {
  readonly database: Database;
  /** Why the index had to be made anew, or is kept in memory only. */
  readonly rebuilt: string | undefined;
  /** Its file, if it has one. */
  readonly path?: string;
}

/** Milliseconds that a writer waits for another one. */
export const patience = 30_000;

/** Opens the index in a folder, and makes it anew where it is missing, damaged or of another version. */
export function openDatabase(folder: string): Opened {
  refuseLink(folder);
  const path = join(folder, `index-${schemaVersion}.db`);
  try {
    mkdirSync(folder, { recursive: true });
    ignoreByGit(folder);
    if (isNoFile(path)) return inMemory(`${path} is no file; “koinon doctor” tells what to do`);
    claim(path);
  } catch (error) {
    if (isFullDisk(error)) return inMemory(fullDisk(folder));
    if (!isRefused(error)) throw error;
    return inMemory(`the folder ${folder} cannot be written (${error.code})`);
  }
  try {
    return { database: prepared(path), rebuilt: undefined, path };
  } catch (error) {
    if (isFullDisk(error)) return inMemory(fullDisk(folder));
    const reason = damage(error);
    if (reason === undefined) throw error;
    removeIndex(path);
    claim(path);
    return { database: prepared(path), rebuilt: reason, path };
  }
}

/** An index that lives as long as the process. */
export function inMemory(reason?: string): Opened {
  return {
    database: prepared(':memory:'),
    rebuilt: reason && `The index is kept in memory for this call only: ${reason}`,
  };
}

function fullDisk(folder: string): string {
  return `the disk of ${folder} is full; free some room on it`;
}

class NotAnIndex extends Error {}

function prepared(path: string): Database {
  const database = new SQLite(path, { timeout: patience });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cache_size = -32768');
    database.pragma('temp_store = MEMORY');
    const state = inspect(database);
    if (state === 'foreign') throw new NotAnIndex('It was no index of this version of koinon');
    if (state === 'empty') create(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Tables, indexes and version in one transaction: killed half-way, nothing is there. */
function create(database: Database): void {
  database
    .transaction(() => {
      if (inspect(database) !== 'empty') return;
      createTables(database);
      createIndexes(database);
      seal(database);
    })
    .immediate();
}

/** The index may hold personal data: only its owner can read it. SQLite gives its other files the same mode. */
function claim(path: string): void {
  // A link that came with somebody's folder must not lead the index to another file.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
  closeSync(openSync(path, 'a', 0o600));
  if (lstatSync(path).isFile()) chmodSync(path, 0o600);
}

/** To open a pipe for writing waits for ever, and a folder or a file of another sort in the place of a log is no log. */
function isNoFile(path: string): boolean {
  return ['', '-wal', '-shm'].some((end) => {
    const stat = lstatSync(path + end, { throwIfNoEntry: false });
    return stat !== undefined && !stat.isFile() && !(stat.isSymbolicLink() && end === '');
  });
}

/** A link that came with somebody's base would have koinon write, and remove, files elsewhere. */
export function refuseLink(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UsageError(
      `${folder} is a link to another folder and is not followed: remove it; for an index outside of the base, write “index: cache” into koinon.yaml`,
    );
}

function ignoreByGit(folder: string): void {
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

function damage(error: unknown): string | undefined {
  if (error instanceof NotAnIndex) return error.message;
  return isDamage(error) ? 'It was damaged' : undefined;
}

function isRefused(error: unknown): error is NodeJS.ErrnoException {
  return isCode(error, 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR');
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes.some((each) => code === each || code.startsWith(`${each}_`));
}
