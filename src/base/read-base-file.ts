import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../core/message.ts';
import type { Reading } from '../core/record.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import type { RecordRows } from '../store/record-rows.ts';
import type { FileText } from './read-file.ts';
import { readFileText } from './read-file.ts';

/** A file of a base that has to be read. */
export interface Suspect {
  readonly path: string;
  readonly mtime: number;
  /** It had a content when it was last read. */
  readonly filled: boolean;
  /** With this content it is not read as a record. */
  readonly unless?: string;
}

/** What a look into a file gave; plain data, so that it can come from another thread. */
export type FileReading =
  | { readonly gone: true }
  | { readonly hash: string; readonly problem: Problem }
  | { readonly hash: string; readonly same: true }
  | { readonly hash: string; readonly emptied: true }
  | { readonly hash: string; readonly reading: Reading | RowsRead };

/** The rows of a record where the thread that read it has made them. */
interface RowsRead {
  readonly rows: RecordRows;
  readonly problems: readonly Problem[];
}

/** Reads a file of a base as a record, unless there is no need to. */
export async function readBaseFile(
  folder: string,
  suspect: Suspect,
  context: ReadContext,
): Promise<FileReading> {
  const { path, filled, unless } = suspect;
  const read = await settledText(join(folder, path), suspect);
  if ('gone' in read) return { gone: true };
  const { hash } = read;
  if (hash !== '' && hash === unless) return { hash, same: true };
  if ('problem' in read) return { hash, problem: read.problem };
  if (filled && read.text.trim() === '') return { hash, emptied: true };
  return { hash, reading: readRecord(read.text, path.normalize('NFC'), context) };
}

/** A file written within this many milliseconds may still be being written. */
const settling = 5_000;

/** An editor may empty a file before it writes it: one that had a content is looked at again for up to two seconds. */
async function settledText(path: string, { filled, mtime }: Suspect): Promise<FileText> {
  let read = readFileText(path);
  if (!filled || mtime < Date.now() - settling) return read;
  for (let tries = 0; tries < 20 && 'text' in read && read.text === ''; tries++) {
    await wait(100);
    read = readFileText(path);
  }
  return read;
}
