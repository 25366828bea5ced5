import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { mustBeFile } from './own-file.ts';

export type Pieces = AsyncIterable<string> | Iterable<string>;

/**
 * Writes a file that somebody named, there or where a link leads; what is no regular file is written into as it is. What killed
 * runs had begun to write beside it goes. Who may read it stays as it was.
 */
export async function saveFile(path: string, pieces: Pieces): Promise<void> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', path });
  if (isStream(path) || (stat && !stat.isFile())) {
    await fill(openSync(path, constants.O_WRONLY | constants.O_APPEND), pieces);
    return;
  }
  const target = endOfLinks(path);
  removeAbandoned(dirname(target));
  await replace(target, pieces, stat?.mode);
}

/**
 * Writes a file of the base or of koinon itself, and follows no link: throws a {@link UsageError} where anything but a file has
 * its name. Who may read it stays as it was, or is what `mode` says of a file that there was before.
 */
export async function saveOwn(path: string, pieces: Pieces, mode?: number): Promise<void> {
  mustBeFile(path);
  await replace(path, pieces, lstatSync(path, { throwIfNoEntry: false })?.mode ?? mode);
}

/** Writes beside the file first and then puts it in place, so that a killed run leaves the old file. */
async function replace(target: string, pieces: Pieces, mode: number | undefined): Promise<void> {
  const temporary = temporaryName(target);
  const wanted = mode === undefined ? undefined : mode & 0o777;
  writing.add(temporary);
  try {
    const file = openSync(temporary, 'wx', wanted ?? 0o644);
    if (wanted !== undefined) permit(file, wanted);
    await fill(file, pieces, sync);
    renameFile(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    writing.delete(temporary);
  }
}

/** What is permitted to a new file is less what the system masks; some disks know no permissions at all. */
function permit(file: number, mode: number): void {
  try {
    fchmodSync(file, mode);
  } catch {
    // As it is, then.
  }
}

/** Writes a file that must not exist yet. */
export async function saveNew(path: string, text: string): Promise<void> {
  const temporary = temporaryName(path);
  writing.add(temporary);
  try {
    await fill(openSync(temporary, 'wx', 0o644), [text], sync);
    try {
      linkFile(temporary, path);
    } catch (error) {
      if (isThere(error)) throw taken(path);
      // Some disks, such as those of phones and USB sticks, know no second name of a file.
      await writeExclusive(path, text);
    }
  } finally {
    rmSync(temporary, { force: true });
    writing.delete(temporary);
  }
}

/** Writes a file that must not exist yet, under its own name from the beginning. */
export async function writeExclusive(path: string, text: string): Promise<void> {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o644);
  } catch (error) {
    throw isThere(error) ? taken(path) : error;
  }
  try {
    await fill(file, [text], sync);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Removes a file; nothing happens where there is none. */
export function removeFile(path: string): void {
  step('unlink');
  rmSync(path, { force: true });
}

/** Puts a file in the place of another one, or where there is none. */
export function renameFile(from: string, to: string): void {
  step('rename');
  renameSync(from, to);
}

/** Gives a file a second name, which nothing may have yet. */
function linkFile(path: string, name: string): void {
  step('link');
  linkSync(path, name);
}

/** Makes sure that the names in a folder outlast a loss of power, where the system can do that. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, constants.O_RDONLY);
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Windows and some network disks refuse to sync a folder, and need it no more than they allow it.
  } finally {
    closeSync(handle);
  }
}

/** The name of a file that is being written, and that a killed run leaves behind: by which process, on which machine. */
export const unfinished = /(?:\.(\d{1,10})-([0-9a-f]{8}))?\.[0-9a-f]{12}\.part$/;

/** What this process writes just now. */
const writing = new Set<string>();

/** Whether a file was begun by a koinon of this machine that lives no more; of one from elsewhere nobody here can know. */
export function isAbandoned(path: string): boolean {
  const [, owner, machine] = unfinished.exec(path) ?? [];
  if (owner === undefined || machine !== thisMachine()) return false;
  return Number(owner) === process.pid ? !writing.has(path) : !isAlive(Number(owner));
}

/** Removes what killed runs of this machine had begun to write into a folder. */
export function removeAbandoned(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const path of names.map((name) => join(folder, name))) {
    if (!isAbandoned(path) || !lstatSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    try {
      rmSync(path, { force: true });
    } catch {
      // Where it cannot be removed, it harms nobody.
    }
  }
}

/** Whether there is a process of this number. */
function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Numbers of processes mean something on one machine only, and within it in one container. */
function thisMachine(): string {
  machine ??= crypto().hash('sha256', `${hostname()} ${processSpace()}`).slice(0, 8);
  return machine;
}

let machine: string | undefined;

/** Most searches write nothing, and do not wait for what hashes to be loaded. */
function crypto() {
  return process.getBuiltinModule('node:crypto');
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Writes all the pieces, each to its end: one call to the system may take only a part where the disk is full. */
async function fill(file: number, pieces: Pieces, finish?: (file: number) => void): Promise<void> {
  try {
    for await (const piece of pieces) {
      step('write');
      writeFileSync(file, piece);
    }
    finish?.(file);
  } finally {
    closeSync(file);
  }
}

function sync(file: number): void {
  step('sync');
  fsyncSync(file);
}

/**
 * For tests of killed runs where system calls cannot be intercepted: `KOINON_FAILPOINT=rename:3:kill` ends the process before
 * the third rename, `any:7:ENOSPC` refuses the seventh step of any sort.
 */
function step(sort: 'write' | 'sync' | 'rename' | 'link' | 'unlink'): void {
  const wish = process.env['KOINON_FAILPOINT'];
  if (!wish) return;
  const [wanted, count, effect] = wish.split(':');
  if (wanted !== sort && wanted !== 'any') return;
  steps++;
  if (steps !== Number(count)) return;
  if (effect === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(sort), { code: effect });
}

let steps = 0;

/** How many steps were taken so far, where a failpoint is wished for; for tests, which then know where there are any. */
export function stepsTaken(): number {
  return steps;
}

/** An output that the shell opened: a new file in its place would never be seen by who reads it. */
function isStream(path: string): boolean {
  return /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/.test(path);
}

/** The file that a link leads to, even where it is not there yet. */
function endOfLinks(path: string): string {
  let end = path;
  for (let steps = 0; lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink(); steps++) {
    if (steps > 40) throw Object.assign(new Error(path), { code: 'ELOOP', path });
    end = resolve(realpathSync(dirname(end)), readlinkSync(end));
  }
  return end;
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}-${thisMachine()}.${crypto().randomBytes(6).toString('hex')}.part`;
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function taken(path: string): UsageError {
  return new UsageError(`${path} exists already; nothing is written`);
}
