import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import { removeFile, renameFile, syncFolder } from './disk.ts';

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

/** Older operations than these cannot be undone. */
const kept = 50;

const doneName = /^done-\d{8}\.json$/;

export function journalFolder(folder: string): string {
  return join(folder, '.koinon', 'journal');
}

/** Where the operation stands that has not ended. */
export function pendingFile(folder: string): string {
  return join(journalFolder(folder), 'pending.json');
}

/** The files that keep what operations changed, oldest first. */
export function historyFiles(folder: string): readonly string[] {
  const home = journalFolder(folder);
  return namesIn(home)
    .filter((name) => doneName.test(name))
    .sort()
    .map((name) => join(home, name));
}

/** The last operation that can be undone, with the file that keeps it; throws a {@link UsageError} where that is damaged. */
export function lastDone(
  folder: string,
): { readonly operation: Operation; readonly file: string } | undefined {
  const file = historyFiles(folder).at(-1);
  if (file === undefined) return undefined;
  const operation = readOperation(file);
  if (!operation)
    throw new UsageError(
      'What the last operation changed can no longer be read; “koinon doctor --fix” removes it, and the one before can be taken back then',
    );
  return { operation, file };
}

/** Moves the journal to those that can be undone; that of an undoing goes, with the one that it took back. */
export function remember(folder: string, undoes?: string): void {
  const home = journalFolder(folder);
  if (undoes !== undefined) {
    if (doneName.test(undoes)) removeFile(join(home, undoes));
    removeFile(pendingFile(folder));
    syncFolder(home);
    return;
  }
  const before = historyFiles(folder);
  const number = Number(/^done-(\d+)/.exec(basename(before.at(-1) ?? ''))?.[1] ?? 0) + 1;
  renameFile(pendingFile(folder), join(home, `done-${String(number).padStart(8, '0')}.json`));
  for (const file of before.slice(0, Math.max(0, before.length + 1 - kept))) removeFile(file);
  syncFolder(home);
}

/** Removes all that was done: what killed runs had begun to write, and what was put aside, keep texts too. */
export function removeHistory(folder: string): void {
  for (const name of namesIn(journalFolder(folder)))
    if (name !== 'pending.json') removeFile(join(journalFolder(folder), name));
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** What a file of the journal keeps; undefined where it is damaged. */
export function readOperation(file: string): Operation | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
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
