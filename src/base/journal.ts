import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ChangedMeanwhile, UsageError } from '../core/usage-error.ts';
import { alone, somebodyIsAlone } from './alone.ts';
import { removeFile, saveOwn, syncFolder } from './disk.ts';
import type { Done, FileChange, Operation, Place } from './history.ts';
import {
  done,
  isOperation,
  journalFolder,
  lastNumber,
  operationText,
  pendingFile,
  readJournal,
  remember,
  removeHistory,
} from './history.ts';
import { mustStayInside } from './inside.ts';
import { removeLeftovers, removeUnfinished } from './leftovers.ts';
import { readFileText } from './read-file.ts';

type Pending = Operation & Place;

/**
 * Changes files all together or not at all, also when the run is killed: the journal is written first, and whoever comes next
 * completes it ({@link recover}). Throws a {@link UsageError} where a file is no longer as it was read.
 */
export async function perform(
  folder: string,
  operation: Operation & Pick<Place, 'joins'>,
): Promise<void> {
  if (operation.changes.every(({ before, after }) => before === after)) {
    await recover(folder);
    return;
  }
  await alone(folder, async () => {
    await settle(folder);
    await change(folder, operation);
  });
}

/** What {@link undo} takes back, where it is not the last operation. */
export interface Undoing {
  /** Of the operation. */
  readonly number?: number;
  /** Also over later changes of its files, which are kept as an operation that can be taken back. */
  readonly force?: boolean;
}

/** Takes back an operation, where its files are as it left them; gives what it was, or nothing where none is left. Throws a {@link UsageError} that says what stands in the way. */
export async function undo(folder: string, undoing: Undoing = {}): Promise<Done | undefined> {
  return alone(folder, async () => {
    await settle(folder);
    const all = done(folder);
    const operation = operationMeant(all, undoing.number);
    if (!operation) return undefined;
    const { label, number } = operation;
    const later = changedSince(folder, operation);
    if (later.length > 0 && !undoing.force) throw inTheWay(operation, later, all);
    const changes = operation.changes.map(({ before, after, ...each }) => ({
      ...each,
      before: later.includes(each.path) ? contentOf(folder, each.path) : after,
      after: before,
    }));
    await change(folder, {
      label: `undo ${label}`,
      changes: changes.toReversed(),
      undoes: number,
      kept: later.length > 0,
    });
    return operation;
  });
}

/** The operations that {@link undo} could take back, the last one first. */
export async function operations(folder: string): Promise<readonly Done[]> {
  await recover(folder);
  return done(folder);
}

/** The operation with a number, or else the last one; throws a {@link UsageError} where there is no such number. */
export function operationMeant(all: readonly Done[], number: number | undefined): Done | undefined {
  if (number === undefined) return all[0];
  const meant = all.find((each) => each.number === number);
  if (!meant)
    throw new UsageError(
      `No operation has the number “${number}”; “koinon undo --list” shows them all`,
    );
  return meant;
}

/** The files of an operation that are no longer as it left them. */
export function changedSince(folder: string, { changes }: Operation): readonly string[] {
  return changes.flatMap(({ path, before, after }) => {
    if (before === after) return [];
    const read = readFileText(join(folder, path));
    const now = 'gone' in read ? null : 'text' in read ? read.text : undefined;
    return now === after ? [] : [path];
  });
}

/** Says which files they are, whether a later operation changed them, and the ways past it. */
function inTheWay(
  { label, number }: Done,
  paths: readonly string[],
  all: readonly Done[],
): UsageError {
  const files = paths.join(', ');
  const later = all.find(
    (each) => each.number > number && each.changes.some(({ path }) => paths.includes(path)),
  );
  return new UsageError(
    later
      ? `“${label}” cannot be taken back: ${files} changed since, by “${later.label}”; “koinon undo ${later.number}” takes that back first`
      : `“${label}” cannot be taken back: ${files} changed since. “koinon undo ${number} --force” puts back what was there before, and can be taken back itself; “koinon undo --list” shows what else can be taken back`,
  );
}

/**
 * Completes the operation of a run that was killed; where one of its files was changed by somebody else since, takes all of it
 * back instead. Gives a sentence about what it did, and nothing where all was well. Waits for a run that is at it.
 */
export async function recover(folder: string): Promise<string | undefined> {
  removeLeftovers(folder);
  // Most bases are whole, and some can only be read: these need no lock.
  return readablePending(folder) && alone(folder, () => settle(folder));
}

/** Forgets every operation: nothing can be undone any more, and no text of before is kept. */
export async function forgetHistory(folder: string): Promise<void> {
  await alone(folder, async () => {
    await settle(folder);
    await removeHistory(folder);
  });
}

/** What the journal says of an operation that has not ended: of a run that still writes, or of one that was killed; changes nothing. */
export function openOperation(
  folder: string,
): { readonly label: string; readonly alive: boolean } | 'unreadable' | undefined {
  try {
    const pending = readPending(pendingFile(folder));
    return pending && { label: pending.label, alive: somebodyIsAlone(folder) };
  } catch {
    return 'unreadable';
  }
}

/** Changes the files of an operation; nobody else may. */
async function change(folder: string, operation: Pending): Promise<void> {
  const changes = withModes(
    folder,
    operation.changes.filter(({ before, after }) => before !== after),
  );
  for (const { path, before } of changes) {
    mustStayInside(folder, path);
    if (contentOf(folder, path) !== before) throw new ChangedMeanwhile(path);
  }
  const pending = { ...operation, changes };
  await begin(folder, pending);
  try {
    await complete(folder, changes);
  } catch (error) {
    await takeBack(folder, changes);
    removeFile(pendingFile(folder));
    throw error;
  }
  await remember(folder, pending);
}

/** Ends what a killed run had begun; nobody else may change files. */
async function settle(folder: string): Promise<string | undefined> {
  const pending = readablePending(folder);
  // What stands in the way of the history is told before anything changes, not half-way.
  lastNumber(folder);
  if (!pending) return undefined;
  // A journal may have come with a folder that somebody else made.
  for (const { path } of pending.changes) mustStayInside(folder, path);
  removeUnfinished(folder, pending.changes);
  const foreign = pending.changes.filter(({ path, before, after }) => {
    const content = contentOf(folder, path);
    return content !== before && content !== after;
  });
  if (foreign.length === 0) {
    await complete(folder, pending.changes);
    await remember(folder, pending);
    return `“${pending.label}” had been interrupted and is now complete`;
  }
  await takeBack(folder, pending.changes);
  removeFile(pendingFile(folder));
  const names = foreign.map(({ path }) => path).join(', ');
  return `“${pending.label}” had been interrupted and is taken back, since ${names} changed in the meantime; run it again`;
}

async function begin(folder: string, pending: Pending): Promise<void> {
  const home = journalFolder(folder);
  const text = operationText(pending);
  if (text === undefined)
    throw new UsageError(
      `“${pending.label}” would change more text at once than could be taken back; nothing is written, do it in parts`,
    );
  mkdirSync(home, { recursive: true, mode: 0o700 });
  await saveOwn(pendingFile(folder), [text]);
  syncFolder(home);
}

/** Who may read a file outlasts its removal, and goes along where it only gets another name. */
function withModes(folder: string, changes: readonly FileChange[]): readonly FileChange[] {
  const modeOf = ({ path }: FileChange) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    return stat?.isFile() ? stat.mode & 0o777 : undefined;
  };
  const gone = changes.filter(({ after }) => after === null);
  const made = changes.filter(({ before }) => before === null);
  const [moved] = gone.length === 1 && made.length === 1 ? gone : [];
  return changes.map((change) => {
    const mode = change.mode ?? modeOf(change.before === null && moved ? moved : change);
    return mode === undefined ? change : { ...change, mode };
  });
}

async function complete(folder: string, changes: readonly FileChange[]): Promise<void> {
  const folders = new Set<string>();
  for (const change of [...changes].sort(writtenFirst)) {
    const content = contentOf(folder, change.path);
    if (content === change.after) continue;
    if (content !== change.before) throw new ChangedMeanwhile(change.path);
    await put(folder, change, change.after);
    folders.add(dirname(join(folder, change.path)));
  }
  for (const each of folders) syncFolder(each);
}

async function takeBack(folder: string, changes: readonly FileChange[]): Promise<void> {
  for (const change of changes) {
    const { path, before, after } = change;
    if (before !== after && contentOf(folder, path) === after) await put(folder, change, before);
  }
}

async function put(folder: string, { path, mode }: FileChange, text: string | null): Promise<void> {
  const file = join(folder, path);
  mustStayInside(folder, path);
  if (text === null) {
    removeFile(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  await saveOwn(file, [text], mode);
}

/** What is new comes before what goes, so that nothing is in neither place. */
function writtenFirst(a: FileChange, b: FileChange): number {
  return Number(a.after === null) - Number(b.after === null);
}

/** Throws where the journal is none. */
function readPending(file: string): Pending | undefined {
  const text = readJournal(file);
  if (text === undefined) return undefined;
  const pending: unknown = JSON.parse(text);
  if (!isOperation(pending)) throw new TypeError(file);
  return pending;
}

function readablePending(folder: string): Pending | undefined {
  try {
    return readPending(pendingFile(folder));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw new UsageError(
      'The journal of an interrupted operation cannot be read; “koinon doctor --fix” puts it aside',
    );
  }
}

/** The text of a file of the base; null where there is none. Throws for what is no text, since it could not be put back. */
function contentOf(folder: string, path: string): string | null {
  const read = readFileText(join(folder, path));
  if ('gone' in read) return null;
  if ('problem' in read) throw new UsageError(`${path}: ${read.problem.reason}`);
  return read.text;
}
