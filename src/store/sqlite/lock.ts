import { closeSync, lstatSync, openSync, rmSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

/** Held by one process at a time; the system takes it back when that ends, however it ends. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Takes the lock that an empty file stands for; nothing where somebody else has it. Node has no lock of its own, and a file that
 * names its owner outlives one that is killed, so this is the one that SQLite takes before it writes; nothing is ever written.
 */
export function takeLock(path: string): Lock | undefined {
  makeEmpty(path);
  let database: Database | undefined;
  try {
    database = new SQLite(path, { timeout: 0 });
    // Else there would be a second file, for taking back what is never written.
    database.pragma('journal_mode = memory');
    database.exec('begin exclusive');
    const held = database;
    return { release: () => void held.close() };
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    throw Object.assign(new Error(path, { cause: error }), { code: 'EIO', path });
  }
}

/** Whether somebody has the lock; changes nothing. */
export function isLocked(path: string): boolean {
  if (!isEmptyFile(path)) return false;
  const database = new SQLite(path, { timeout: 0, readonly: true, fileMustExist: true });
  try {
    database.prepare('select 1 from sqlite_master').all();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database.close();
  }
}

/** What is there and is no empty file nobody has locked: it may be a link that came with somebody's folder. */
function makeEmpty(path: string): void {
  if (isEmptyFile(path)) return;
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(path), { code: 'EISDIR', path });
  rmSync(path, { force: true });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Another koinon was faster.
    if (!isEmptyFile(path)) throw error;
  }
}

function isEmptyFile(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === 0;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
