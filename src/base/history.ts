import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { refuseLink } from '../store/sqlite/open.ts';
import { removeFile, renameFile, saveOwn, syncFolder, unfinished } from './disk.ts';
import { isReadable, mustBeFile, mustBeFolder, readOwn } from './own-file.ts';

/** One file of an operation: its whole text before and after; null where there is none. */
export interface FileChange {
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Who may read the file, as the system counts it, where there was one. */
  readonly mode?: number;
}

/** Several files that change together, as the journal keeps them. */
export interface Operation {
  /** What was asked for, such as `merge a into b`. */
  readonly label: string;
  readonly changes: readonly FileChange[];
}

/** An operation that has ended, with what names it: a number that grows. */
export interface Done extends Operation {
  readonly number: number;
}

/** How an operation stands to the history. */
export interface Place {
  /** The number of the operation that this one takes back: it goes from the history. */
  readonly undoes?: number;
  /** What took another back over later changes can be taken back itself; other undoing leaves no trace. */
  readonly kept?: boolean;
  /** Becomes one with the last operation, where that has the same label and left the files as this one found them. */
  readonly joins?: boolean;
}

/** Older operations than these cannot be undone. */
const kept = 50;

/** Bytes that the journal of one operation may have: JSON of this length can still be read. */
const longest = 256 * 1024 * 1024;

const doneName = /^done-\d{8}\.json$/;

/** What koinon keeps in the journal of operations that have ended, or could not be read. */
const keptName = /^(?:done-\d{8}|unreadable-\d{1,16}|next-\d{1,12})\.json$/;

/** Where operations are kept; throws a {@link UsageError} where a link, or anything but a folder, stands in its place. */
export function journalFolder(folder: string): string {
  const home = join(folder, '.koinon');
  refuseLink(home);
  mustBeFolder(home);
  const journal = join(home, 'journal');
  mustBeFolder(journal);
  return journal;
}

/** Where the operation stands that has not ended. */
export function pendingFile(folder: string): string {
  return join(journalFolder(folder), 'pending.json');
}

/** Files of the journal that are not as koinon makes them, so that it cannot read them, or must not. */
export function oddHistory(folder: string): readonly string[] {
  const files = [pendingFile(folder), numberFile(folder), ...historyFiles(folder)];
  return files.filter((file) => !isReadable(file, longest));
}

/** The files that keep what operations changed, oldest first. */
export function historyFiles(folder: string): readonly string[] {
  const home = journalFolder(folder);
  return namesIn(home)
    .filter((name) => doneName.test(name))
    .sort()
    .map((name) => join(home, name));
}

/** Every operation that can be undone, the last one first; throws a {@link UsageError} where the last one is damaged. */
export function done(folder: string): readonly Done[] {
  const files = historyFiles(folder).toReversed();
  return files.flatMap((file, at) => {
    const operation = at === 0 ? readOperation(file) : readIfSound(file);
    if (!operation && at === 0)
      throw new UsageError(
        'What the last operation changed can no longer be read; “koinon doctor --fix” removes it, and the one before can be taken back then',
      );
    return operation ? [{ ...operation, number: numberOf(file) }] : [];
  });
}

/** Moves the journal, which holds this operation, to those that can be undone; that of an undoing goes, with the one that it took back. */
export async function remember(folder: string, operation: Operation & Place): Promise<void> {
  const home = journalFolder(folder);
  const { undoes, kept: isKept, joins } = operation;
  // A journal may have come with a folder that somebody else made: only a number leads to a file of the history.
  if (Number.isInteger(undoes)) await removeDone(folder, doneFile(folder, Number(undoes)));
  if (undoes !== undefined && !isKept) removeFile(pendingFile(folder));
  else if (!joins || !(await joined(folder, operation))) append(folder);
  syncFolder(home);
}

function append(folder: string): void {
  const before = historyFiles(folder);
  const number = lastNumber(folder) + 1;
  renameFile(pendingFile(folder), doneFile(folder, number));
  for (const file of before.slice(0, Math.max(0, before.length + 1 - kept))) removeFile(file);
}

/** Removes operations from the history; no later one gets their numbers, which somebody may just be looking at. */
async function removeDone(folder: string, ...files: readonly string[]): Promise<void> {
  await saveOwn(numberFile(folder), [String(lastNumber(folder))]);
  for (const file of files) removeFile(file);
}

/** The highest number that an operation ever had; throws a {@link UsageError} where it cannot be known. */
export function lastNumber(folder: string): number {
  const [noted] = /^\d{1,7}$/.exec(readOwn(numberFile(folder)) ?? '') ?? [];
  return Math.max(Number(noted ?? 0), numberOf(historyFiles(folder).at(-1) ?? ''));
}

/** Keeps {@link lastNumber} where the operation itself is gone. */
function numberFile(folder: string): string {
  return join(journalFolder(folder), 'last-number');
}

/** Makes one of the last operation and this one; says whether they go together. Killed half-way, it does the rest the next time. */
async function joined(folder: string, { label, changes }: Operation): Promise<boolean> {
  const file = historyFiles(folder).at(-1);
  const last = file === undefined ? undefined : readIfSound(file);
  if (file === undefined || last?.label !== label) return false;
  const ends = new Map(last.changes.map(({ path, after }) => [path, after]));
  const isDone = changes.every(({ path, after }) => ends.get(path) === after);
  if (!isDone && !changes.every(({ path, before }) => ends.get(path) === before)) return false;
  const next = new Map(changes.map((change) => [change.path, change.after]));
  const whole = last.changes.map((change) => ({
    ...change,
    after: next.has(change.path) ? (next.get(change.path) ?? null) : change.after,
  }));
  const text = operationText({ label, changes: whole });
  if (text === undefined) return false;
  await saveOwn(file, [text]);
  removeFile(pendingFile(folder));
  // An answer and its undo are nothing that could be taken back.
  if (whole.every((each) => each.before === each.after)) await removeDone(folder, file);
  return true;
}

function doneFile(folder: string, number: number): string {
  return join(journalFolder(folder), `done-${String(number).padStart(8, '0')}.json`);
}

function numberOf(file: string): number {
  return Number(/^done-(\d+)/.exec(basename(file))?.[1] ?? 0);
}

/** Removes all that was done: what killed runs had begun to write, and what was put aside, keep texts too; nothing of others goes. */
export async function removeHistory(folder: string): Promise<void> {
  const home = journalFolder(folder);
  const names = namesIn(home).filter((name) => keptName.test(name) || unfinished.test(name));
  const files = names.map((name) => join(home, name));
  for (const file of files) mustBeFile(file);
  if (files.length > 0) await removeDone(folder, ...files);
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** An operation as the journal keeps it; undefined where that would be too long to be read again. */
export function operationText(operation: Operation): string | undefined {
  try {
    const text = JSON.stringify(operation);
    return Buffer.byteLength(text) <= longest ? text : undefined;
  } catch (error) {
    // No text of JavaScript is longer than half a gigabyte.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The text of a file of the journal, where there is one; throws a {@link UsageError} where it is no such file. */
export function readJournal(file: string): string | undefined {
  return readOwn(file, longest);
}

function readIfSound(file: string): Operation | undefined {
  try {
    return readOperation(file);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** What a file of the journal keeps; undefined where it is damaged. Throws a {@link UsageError} where it is no such file. */
export function readOperation(file: string): Operation | undefined {
  try {
    const value: unknown = JSON.parse(readJournal(file) ?? '');
    return isOperation(value) ? { label: value.label, changes: value.changes } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether JSON is an operation, whoever wrote it. */
export function isOperation(value: unknown): value is Operation {
  if (typeof value !== 'object' || value === null) return false;
  const { label, changes } = value as Partial<Record<keyof Operation, unknown>>;
  return typeof label === 'string' && Array.isArray(changes) && changes.every(isChange);
}

function isChange(value: unknown): value is FileChange {
  if (typeof value !== 'object' || value === null) return false;
  const { path, before, after, mode = 0 } = value as Partial<Record<keyof FileChange, unknown>>;
  const isText = (each: unknown) => each === null || typeof each === 'string';
  return typeof path === 'string' && isText(before) && isText(after) && Number.isInteger(mode);
}
