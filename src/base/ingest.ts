import type { Problem } from '../core/message.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Change, FileState, Store } from '../store/store.ts';
import type { OwnVocabulary } from './own-vocabularies.ts';
import { fingerprint } from './fingerprint.ts';
import { isVocabulary } from './own-vocabularies.ts';
import type { FileReading, Suspect } from './read-base-file.ts';
import type { Readers } from './read-pool.ts';
import type { Found, Walk } from './walk.ts';
import { walk } from './walk.ts';

export interface IngestOptions {
  /** Leaves all other files as they are known. */
  readonly only?: (path: string) => boolean;
  /** Read every file again. */
  readonly force?: boolean;
  /** Compare contents, not sizes and times. */
  readonly verify?: boolean;
  /** Files of the base that add to vocabularies; where one is new, changed or gone, every record is read again. */
  readonly vocabularies?: readonly OwnVocabulary[];
  /** Allow that more than half of a base vanishes. */
  readonly prune?: boolean;
  /** Threads that read beside this one; by default as many as are worth their start. */
  readonly threads?: number;
  /** How many milliseconds to wait for another one that writes the index. */
  readonly patience?: number;
  /** Told after every file that had to be read. */
  readonly progress?: (done: number, total: number) => void;
}

/** How many files did what. */
export interface Ingested {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly moved: number;
  readonly removed: number;
  /** Vanished files whose records were kept, because there were too many of them. */
  readonly kept: number;
  /** Files that came and went at every look, and whose records are kept until a later run finds them in one place. */
  readonly unsettled: number;
}

/** A base this large does not lose more than half of its files by intention. */
const guarded = 20;

/** A write within this many milliseconds of the reading could leave the same times behind. */
const racyWindow = 2_000;

/** Files may come and go while they are read: then all are looked at again, at most so often in one run. */
const rounds = 4;

/** Brings the index up to date with the files: one transaction, and nothing is read that looks as it did. */
export async function ingest(
  folder: string,
  store: Store,
  context: ReadContext,
  options: IngestOptions = {},
): Promise<Ingested> {
  const started = Date.now();
  // Before the walk: what somebody writes into the index from now on may be younger than what the walk finds.
  const seen = await store.seen();
  // Nothing is known of any file: all will be read, and threads start to do so while the walk goes on.
  const early = (await store.isEmpty()) ? await import('./read-pool.ts') : undefined;
  let readers: Readers | undefined;
  const found = walk(folder, (files) => {
    readers = early?.startReaders(folder, files, options.threads);
  });
  const print = fingerprint(found, options.vocabularies ?? []);
  if (!options.force && !options.verify && seen?.equals(print))
    return { ...nothing, unchanged: found.paths.length };
  let plan = await planOf(folder, found, store, options);
  // A file may be read at several looks, and is counted once, by what it was before the first of them.
  const became = new Map<string, 'added' | 'changed' | 'moved'>();
  let removed = 0;
  let unsettled = 0;

  async function* changes(): AsyncIterable<Change> {
    // Nobody else writes any more. What a walk found that is older than the index would undo what the other one read.
    if (await store.overtaken()) plan = await planOf(folder, walk(folder), store, options);
    for (let round = 1; ; round++) {
      const wentAway = yield* readings(plan);
      if (!wentAway) break;
      // It may have got another name, which the walk did not see: what seems to be gone stays until that is certain.
      if (round === rounds) {
        unsettled = plan.kept > 0 ? 0 : plan.gone.length;
        return;
      }
      plan = await planOf(folder, walk(folder), store, options);
    }
    if (plan.kept > 0) return;
    for (const path of plan.gone) {
      // What came and went within this run was never there.
      if (became.get(path) !== 'added') removed++;
      became.delete(path);
      yield { drop: path };
    }
  }

  /** All but what is gone; gives whether a file went away before it was read. */
  async function* readings(given: Plan): AsyncGenerator<Change, boolean> {
    const { looked, lists, flagged } = given;
    yield* lists;
    for (const [path, problem] of flagged) yield { put: path, state: unread, problems: [problem] };
    // Parsers are loaded when there is something to parse: every search asks first whether there is.
    const { readAll, startReaders } = await import('./read-pool.ts');
    const pool = readers ?? startReaders(folder, looked.length, options.threads);
    readers = undefined;
    let done = 0;
    let wentAway = false;
    const suspects = looked.map((file) => suspectOf(file, given));
    for await (const reading of readAll(folder, suspects, context, pool)) {
      const file = looked[done++];
      const change = file && changeOf(file, reading, given);
      if (change) yield change;
      else wentAway = true;
      options.progress?.(done, looked.length);
    }
    return wentAway;
  }

  const changeOf = (
    file: Found,
    read: FileReading,
    { known, movedFrom }: Plan,
  ): Change | undefined => {
    const { path } = file;
    if ('gone' in read) return undefined;
    const before = known.get(path);
    const racy = Math.max(file.mtime, file.ctime) >= started - racyWindow;
    const state = { ...file, hash: read.hash, racy };
    if ('same' in read) return { touch: path, state };
    if ('emptied' in read) return { flag: path, problems: [emptied] };
    if ('problem' in read && before) return { flag: path, problems: [read.problem] };
    const from = movedFrom.get(path);
    const first = became.get(from ?? path);
    if (from !== undefined) became.delete(from);
    became.set(
      path,
      first === 'added'
        ? first
        : from !== undefined
          ? 'moved'
          : before
            ? (first ?? 'changed')
            : 'added',
    );
    const reading = 'problem' in read ? { problems: [read.problem] } : read.reading;
    return { put: path, state, ...reading, ...(from === undefined ? {} : { movedFrom: from }) };
  };

  const { looked, gone, kept, flagged, lists } = plan;
  if (looked.length > 0 || gone.length > kept || flagged.length > 0 || lists.length > 0)
    await store.apply(changes(), options.patience);
  else if (!options.only && kept === 0) await store.remember(print);
  await readers?.stop();
  const count = (what: string) => [...became.values()].filter((each) => each === what).length;
  const [added, changed, moved] = [count('added'), count('changed'), count('moved')];
  const unchanged = plan.files - added - changed - moved;
  return { added, changed, moved, removed, unchanged, kept: plan.kept, unsettled };
}

/** What is to be done, by what a walk found and what the index knows. */
interface Plan {
  /** How many files there are. */
  readonly files: number;
  readonly known: ReadonlyMap<string, FileState>;
  /** Read all of them, whatever they look like. */
  readonly force: boolean;
  /** Those to be read, by path. */
  readonly looked: readonly Found[];
  /** What was a file and now is none loses its record. */
  readonly flagged: readonly (readonly [path: string, problem: Problem])[];
  readonly lists: readonly Change[];
  readonly movedFrom: ReadonlyMap<string, string>;
  /** Paths of files that are there no more. */
  readonly gone: readonly string[];
  /** How many of these keep their records, because they are too many. */
  readonly kept: number;
}

async function planOf(
  folder: string,
  found: Walk,
  store: Store,
  options: IngestOptions,
): Promise<Plan> {
  const known = await store.files();
  const wanted = options.only ?? (() => true);
  const lists = vocabularyChanges(known, options.vocabularies ?? []);
  const force = options.force === true || lists.length > 0;
  const looked = found.files
    .filter(({ path }) => wanted(path))
    .filter((file) => force || options.verify || differs(file, known.get(file.path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const flagged = [...found.problems].filter(
    ([path]) => wanted(path) && (force || known.get(path)?.size !== unread.size),
  );
  const vanished = vanishedPaths(known, found).filter(wanted);
  const { movesOf } = await import('./moves.ts');
  const moves = movesOf(folder, vanished, looked, known);
  const movedFrom = new Map([...moves].map(([from, to]) => [to, from]));
  const gone = vanished.filter((path) => !moves.has(path));
  const isTooMany = !options.prune && known.size >= guarded && gone.length > known.size / 2;
  const kept = isTooMany ? gone.length : 0;
  return { files: found.files.length, known, force, looked, flagged, lists, movedFrom, gone, kept };
}

function suspectOf({ path, mtime }: Found, { known, force, movedFrom }: Plan): Suspect {
  const before = known.get(path);
  const filled = before !== undefined && before.size > 0;
  const read = !before || force || movedFrom.has(path);
  return { path, mtime, filled, ...(read ? {} : { unless: before.hash }) };
}

const nothing: Ingested = {
  added: 0,
  changed: 0,
  unchanged: 0,
  moved: 0,
  removed: 0,
  kept: 0,
  unsettled: 0,
};

const unread: FileState = { size: -1, mtime: 0, ctime: 0, inode: 0, hash: '', racy: false };

const emptied: Problem = {
  severity: 'warning',
  rule: 'file',
  reason:
    'The file is empty now; the record is kept as it was. Delete the file if the record should go',
  line: 1,
  column: 1,
};

/** Takes the files of vocabularies out of what is known, and gives what became of them. */
function vocabularyChanges(
  known: Map<string, FileState>,
  own: readonly OwnVocabulary[],
): readonly Change[] {
  const before = new Map([...known].filter(([path]) => isVocabulary(path)));
  for (const path of before.keys()) known.delete(path);
  const gone = [...before.keys()].filter((path) => own.every((each) => each.path !== path));
  const changed = own.filter(({ path, hash }) => before.get(path)?.hash !== hash);
  return [
    ...gone.map((path) => ({ drop: path })),
    ...changed.map((each) => ({
      put: each.path,
      state: { ...unread, hash: each.hash },
      problems: each.problems(),
    })),
  ];
}

function differs(file: Found, before: FileState | undefined): boolean {
  return (
    before === undefined ||
    before.racy ||
    before.size !== file.size ||
    before.mtime !== file.mtime ||
    before.ctime !== file.ctime ||
    before.inode !== file.inode
  );
}

/** Known files that are proved to be absent: their folder was read and they were not in it. */
function vanishedPaths(known: ReadonlyMap<string, FileState>, found: Walk): string[] {
  const present = new Set(found.files.map(({ path }) => path));
  const hidden = (path: string) =>
    found.problems.has(path) ||
    found.unreadable.some(
      (folder) => folder === '' || path === folder || path.startsWith(`${folder}/`),
    );
  return [...known.keys()].filter((path) => !present.has(path) && !hidden(path));
}
