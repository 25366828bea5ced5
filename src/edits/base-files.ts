import { join } from 'node:path';
import { readFileText } from '../base/read-file.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ReadContext } from '../markdown/read-record.ts';
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
