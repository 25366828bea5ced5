import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../core/usage-error.ts';
import {
  linkFile,
  removeFile,
  renameFile,
  saveFile,
  saveNew,
  syncFolder,
  unfinished,
} from './disk.ts';
import { readFileText } from './read-file.ts';

/** One file of an operation: its whole text before and after; null where there is none. */
export interface FileChange {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Several files that change together, as the journal keeps them. */
export interface Operation {
  /** What was asked for, such as `merge a into b`. */
  readonly label: string;
  readonly changes: readonly FileChange[];
}

interface Pending extends Operation {
  readonly process: number;
}

/** Older operations than these cannot be undone. */
const kept = 50;

/** Another koinon that writes is given this long, in milliseconds. */
const patience = 10_000;

/**
 * Changes files all together or not at all, also when the run is killed: the journal is written first, and whoever comes next
 * completes it ({@link recover}). Throws a {@link UsageError} where a file is no longer as it was read.
 */
export async function perform(folder: string, operation: Operation): Promise<void> {
  await recover(folder);
  const changes = operation.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0) return;
  for (const { path, before } of changes) {
    mustStayInside(folder, path);
    if (contentOf(folder, path) !== before) throw changedMeanwhile(path);
  }
  await begin(folder, { label: operation.label, changes, process: process.pid });
  try {
    await complete(folder, changes);
  } catch (error) {
    await takeBack(folder, changes);
    removeFile(pendingFile(folder));
    throw error;
  }
  remember(folder);
}

/** Takes back the last operation, where its files are as it left them; gives what it was, or nothing where none is left. */
export async function undo(folder: string): Promise<Operation | undefined> {
  const last = await lastOperation(folder);
  if (!last) return undefined;
  const changes = last.operation.changes.map(({ path, before, after }) => ({
    path,
    before: after,
    after: before,
  }));
  await perform(folder, { label: `undo ${last.operation.label}`, changes: changes.toReversed() });
  // Neither the operation nor its undoing can be undone any more.
  for (const file of done(folder).filter((each) => each >= last.file)) removeFile(file);
  return last.operation;
}

/** The operation that {@link undo} would take back. */
export async function lastOperation(
  folder: string,
): Promise<{ readonly operation: Operation; readonly file: string } | undefined> {
  await recover(folder);
  const file = done(folder).at(-1);
  return file === undefined ? undefined : { operation: readOperation(file), file };
}

/**
 * Completes the operation of a run that was killed; where one of its files was changed by somebody else since, takes all of it
 * back instead. Gives a sentence about what it did, and nothing where all was well.
 */
export async function recover(folder: string): Promise<string | undefined> {
  const pending = await abandoned(folder);
  removeBegun(folder);
  if (!pending) return undefined;
  removeUnfinished(folder, pending.changes);
  const foreign = pending.changes.filter(({ path, before, after }) => {
    const content = contentOf(folder, path);
    return content !== before && content !== after;
  });
  if (foreign.length === 0) {
    await complete(folder, pending.changes);
    remember(folder);
    return `“${pending.label}” had been interrupted and is now complete`;
  }
  await takeBack(folder, pending.changes);
  removeFile(pendingFile(folder));
  const names = foreign.map(({ path }) => path).join(', ');
  return `“${pending.label}” had been interrupted and is taken back, since ${names} changed in the meantime; run it again`;
}

/** Forgets every operation: nothing can be undone any more, and no text of before is kept. */
export async function forgetHistory(folder: string): Promise<void> {
  await recover(folder);
  // What killed runs had begun to write, and what was put aside, keep texts too.
  for (const name of namesIn(journalFolder(folder)))
    if (name !== 'pending.json') removeFile(join(journalFolder(folder), name));
}

/** The files that keep what operations changed, oldest first. */
export function historyFiles(folder: string): readonly string[] {
  return done(folder);
}

/** What the journal says of an operation that has not ended: of a run that still writes, or of one that was killed; changes nothing. */
export function openOperation(
  folder: string,
): { readonly label: string; readonly alive: boolean } | 'unreadable' | undefined {
  try {
    const pending = readPending(pendingFile(folder));
    return pending && { label: pending.label, alive: isAlive(pending.process) };
  } catch {
    return 'unreadable';
  }
}

/** The journal of a run that no longer lives; waits for one that does. */
async function abandoned(folder: string): Promise<Pending | undefined> {
  for (let waited = 0; ; waited += 50) {
    const pending = readPending(pendingFile(folder));
    if (!pending) return undefined;
    if (pending.process === process.pid || !isAlive(pending.process)) return pending;
    if (waited >= patience)
      throw new UsageError(
        `Another koinon (process ${pending.process}) is writing in this base; try again when it has ended`,
      );
    await wait(50);
  }
}

async function begin(folder: string, pending: Pending): Promise<void> {
  const home = journalFolder(folder);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  ignore(join(folder, '.koinon'));
  const prepared = join(home, `next-${process.pid}.json`);
  rmSync(prepared, { force: true });
  await saveFile(prepared, [JSON.stringify(pending)]);
  try {
    linkFile(prepared, pendingFile(folder));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError('Another koinon is writing in this base; try again in a moment');
    await saveNew(pendingFile(folder), JSON.stringify(pending));
  } finally {
    removeFile(prepared);
  }
  syncFolder(home);
}

async function complete(folder: string, changes: readonly FileChange[]): Promise<void> {
  const folders = new Set<string>();
  for (const change of [...changes].sort(writtenFirst)) {
    const content = contentOf(folder, change.path);
    if (content === change.after) continue;
    if (content !== change.before) throw changedMeanwhile(change.path);
    await put(folder, change.path, change.after);
    folders.add(dirname(join(folder, change.path)));
  }
  for (const each of folders) syncFolder(each);
}

async function takeBack(folder: string, changes: readonly FileChange[]): Promise<void> {
  for (const { path, before, after } of changes) {
    if (before !== after && contentOf(folder, path) === after) await put(folder, path, before);
  }
}

async function put(folder: string, path: string, text: string | null): Promise<void> {
  const file = join(folder, path);
  if (text === null) {
    removeFile(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  mustStayInside(folder, path);
  await saveFile(file, [text]);
}

/** What the killed run had begun to write beside its files. */
function removeUnfinished(folder: string, changes: readonly FileChange[]): void {
  const home = journalFolder(folder);
  const folders = new Set([home, ...changes.map(({ path }) => dirname(join(folder, path)))]);
  for (const each of folders) {
    for (const name of namesIn(each)) if (unfinished.test(name)) removeFile(join(each, name));
  }
}

/** Journals that runs which no longer live had begun, and that nobody will complete. */
function removeBegun(folder: string): void {
  const home = journalFolder(folder);
  for (const name of namesIn(home)) {
    const owner = /^next-(\d{1,12})\.json/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeFile(join(home, name));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is new comes before what goes, so that nothing is in neither place. */
function writtenFirst(a: FileChange, b: FileChange): number {
  return Number(a.after === null) - Number(b.after === null);
}

/** Moves the journal to those that can be undone. */
function remember(folder: string): void {
  const before = done(folder);
  const number = Number(/(\d+)\.json$/.exec(before.at(-1) ?? '')?.[1] ?? 0) + 1;
  const home = journalFolder(folder);
  renameFile(pendingFile(folder), join(home, `done-${String(number).padStart(8, '0')}.json`));
  for (const file of before.slice(0, Math.max(0, before.length + 1 - kept))) removeFile(file);
  syncFolder(home);
}

function done(folder: string): string[] {
  const home = journalFolder(folder);
  return namesIn(home)
    .filter((name) => /^done-\d{8}\.json$/.test(name))
    .sort()
    .map((name) => join(home, name));
}

function readPending(file: string): Pending | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Pending;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function readOperation(file: string): Operation {
  const { label, changes } = JSON.parse(readFileSync(file, 'utf8')) as Operation;
  return { label, changes };
}

/** The text of a file of the base; null where there is none. Throws for what is no text, since it could not be put back. */
function contentOf(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  if ('gone' in read) return null;
  if ('problem' in read) throw new UsageError(`${path}: ${read.problem.reason}`);
  return read.text;
}

/** Neither `..` nor a folder that is a link leads a change out of the base. */
function mustStayInside(folder: string, path: string): void {
  let existing = dirname(join(folder, path));
  for (;;) {
    try {
      existing = realpathSync(existing);
      break;
    } catch {
      existing = dirname(existing);
    }
  }
  const way = relative(realpathSync(folder), existing);
  if (
    way === '..' ||
    way.startsWith(`..${sep}`) ||
    path.startsWith('/') ||
    path.split('/').includes('..')
  )
    throw new UsageError(`${path} leads out of the base; nothing is written`);
}

function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ignore(folder: string): void {
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there already.
  }
}

function journalFolder(folder: string): string {
  return join(folder, '.koinon', 'journal');
}

function pendingFile(folder: string): string {
  return join(journalFolder(folder), 'pending.json');
}

function changedMeanwhile(path: string): UsageError {
  return new UsageError(
    `${path} was changed in the meantime; nothing is written, run the command again`,
  );
}
