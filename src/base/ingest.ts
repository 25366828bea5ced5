import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../core/message.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import type { Change, FileState, Store } from '../store/store.ts';
import type { FileText } from './read-file.ts';
import { readFileText } from './read-file.ts';
import type { Found } from './walk.ts';
import { walk } from './walk.ts';

export interface IngestOptions {
  /** Read every file again. */
  readonly force?: boolean;
  /** Compare contents, not sizes and times. */
  readonly verify?: boolean;
  /** Allow that more than half of a base vanishes. */
  readonly prune?: boolean;
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
}

/** A base this large does not lose more than half of its files by intention. */
const guarded = 20;

/** A write within this many milliseconds of the reading could leave the same times behind. */
const racyWindow = 2_000;

/** Brings the index up to date with the files: one transaction, and nothing is read that looks as it did. */
export async function ingest(
  folder: string,
  store: Store,
  context: ReadContext,
  options: IngestOptions = {},
): Promise<Ingested> {
  const started = Date.now();
  const [known, found] = [await store.files(), walk(folder)];
  const suspects = found.files.filter(
    (file) => options.force || options.verify || differs(file, known.get(file.path)),
  );
  const flagged = [...found.problems].filter(([path]) => !known.has(path) || options.force);
  const vanished = vanishedPaths(known, found);
  const texts = new Map<string, FileText>();
  const moves =
    vanished.length > 0
      ? movesOf(folder, vanished, suspects, known, texts)
      : new Map<string, string>();
  const gone = vanished.filter((path) => !moves.has(path));
  const kept =
    !options.prune && known.size >= guarded && gone.length > known.size / 2 ? gone.length : 0;
  const movedFrom = new Map([...moves].map(([from, to]) => [to, from]));
  const counts = { added: 0, changed: 0, moved: 0 };

  async function* changes(): AsyncIterable<Change> {
    if (kept === 0) for (const path of gone) yield { drop: path };
    for (const [path, problem] of flagged) yield { put: path, state: unread, problems: [problem] };
    let done = 0;
    for (const file of suspects) {
      const change = await changeOf(file);
      if (change) yield change;
      options.progress?.(++done, suspects.length);
    }
  }

  const changeOf = async (file: Found): Promise<Change | undefined> => {
    const { path } = file;
    const before = known.get(path);
    const read = texts.get(path) ?? (await settledText(join(folder, path), before, file));
    if ('gone' in read) return undefined;
    const state = {
      ...file,
      hash: read.hash,
      racy: file.mtime >= started - racyWindow || file.ctime >= started - racyWindow,
    };
    if ('problem' in read) {
      if (before) return { flag: path, problems: [read.problem] };
      counts.added++;
      return { put: path, state, problems: [read.problem] };
    }
    const from = movedFrom.get(path);
    if (before && from === undefined && before.hash === read.hash && !options.force)
      return { touch: path, state };
    if (before && before.size > 0 && read.text.trim() === '')
      return { flag: path, problems: [emptied] };
    if (from !== undefined) counts.moved++;
    else if (before) counts.changed++;
    else counts.added++;
    const { record, problems } = readRecord(read.text, path.normalize('NFC'), context);
    return {
      put: path,
      state,
      problems,
      ...(record ? { record } : {}),
      ...(from === undefined ? {} : { movedFrom: from }),
    };
  };

  if (suspects.length > 0 || gone.length > kept || flagged.length > 0) await store.apply(changes());
  return {
    ...counts,
    unchanged: found.files.length - counts.added - counts.changed - counts.moved,
    removed: kept === 0 ? gone.length : 0,
    kept,
  };
}

/** A file written within this many milliseconds may still be being written. */
const settling = 5_000;

const unread: FileState = { size: -1, mtime: 0, ctime: 0, inode: 0, hash: '', racy: false };

const emptied: Problem = {
  severity: 'warning',
  rule: 'file',
  reason:
    'The file is empty now; the record is kept as it was. Delete the file if the record should go',
  line: 1,
  column: 1,
};

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
function vanishedPaths(
  known: ReadonlyMap<string, FileState>,
  found: ReturnType<typeof walk>,
): string[] {
  const present = new Set(found.files.map(({ path }) => path));
  const hidden = (path: string) =>
    found.problems.has(path) ||
    found.unreadable.some(
      (folder) => folder === '' || path === folder || path.startsWith(`${folder}/`),
    );
  return [...known.keys()].filter((path) => !present.has(path) && !hidden(path));
}

/** Vanished files that turn up elsewhere with the same content, so that their records stay the same: from → to. */
function movesOf(
  folder: string,
  vanished: readonly string[],
  suspects: readonly Found[],
  known: ReadonlyMap<string, FileState>,
  texts: Map<string, FileText>,
): Map<string, string> {
  const byHash = new Map<string, string>();
  for (const path of vanished) {
    const hash = known.get(path)?.hash;
    if (hash) byHash.set(hash, path);
  }
  const moves = new Map<string, string>();
  for (const { path } of suspects) {
    if (known.has(path)) continue;
    const read = readFileText(join(folder, path));
    texts.set(path, read);
    const from = 'hash' in read ? byHash.get(read.hash) : undefined;
    if (from !== undefined && !moves.has(from)) moves.set(from, path);
  }
  return moves;
}

/** An editor may empty a file before it writes it: one that had a content is looked at again for up to two seconds. */
async function settledText(
  path: string,
  before: FileState | undefined,
  file: Found,
): Promise<FileText> {
  let read = readFileText(path);
  if (file.mtime < Date.now() - settling) return read;
  for (
    let tries = 0;
    tries < 20 && before && before.size > 0 && 'text' in read && read.text === '';
    tries++
  ) {
    await wait(100);
    read = readFileText(path);
  }
  return read;
}
