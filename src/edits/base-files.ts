import { join } from 'node:path';
import { readFileText } from '../base/read-file.ts';
import type { Kind } from '../core/kind.ts';
import type { ReadRecord } from '../core/record.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import type { Store } from '../store/store.ts';

/** What edits of records need to know. */
export interface Editing extends ReadContext {
  readonly folder: string;
  readonly store: Store;
}

/** A record's file with its text; throws a {@link UsageError} where it cannot be read. */
export interface RecordFile {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

export async function recordFile(key: number, { folder, store }: Editing): Promise<RecordFile> {
  const record = await store.record(key);
  if (!record)
    throw new UsageError('A record that is to be changed is gone; run the command again');
  const { id, kind, title, path } = record;
  return { key, id, kind, title, path, text: textOf(folder, path) };
}

/** The text of a file of the base that is to be changed. */
export function textOf(folder: string, path: string): string {
  const read = readFileText(join(folder, path));
  if ('text' in read) return read.text;
  throw new UsageError(`${path}: ${'problem' in read ? read.problem.reason : 'the file is gone'}`);
}

/** The kind of a record; throws a {@link UsageError} where there is none of the name. */
export function kindOf({ kind }: RecordFile, { kinds }: Editing): Kind {
  const found = kinds.get(kind);
  if (!found) throw new UsageError(`There is no kind ${kind}`);
  return found;
}

/** A record read from its file as it is now; throws a {@link UsageError} where it cannot be read. */
export function readWhole(file: RecordFile, editing: Editing): ReadRecord {
  const { record } = readRecord(file.text, file.path, editing);
  if (!record) throw new UsageError(`${file.path} cannot be read as a record`);
  return record;
}
