import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { folderWith } from '../base/folder.ts';
import { context, page } from '../store/contract.ts';

/** The title that the index has, when it was brought up to date. */
async function title(folder: string): Promise<string | undefined> {
  await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
  await ingest(folder, store, context);
  for await (const record of store.records({})) return record.title;
  return undefined;
}

const day = 86_400;
const now = Date.now() / 1_000;

test.each([
  ['the time that it had', 0],
  ['a time long ago', -9_000 * day],
  ['a time to come', 400 * day],
])('a change of the same length is seen with %s', async (_, shift) => {
  const folder = folderWith({ 'projects/p.md': page('title: Alfa') });
  const path = join(folder, 'projects/p.md');
  utimesSync(path, now + shift, now + shift);
  expect(await title(folder)).toBe('Alfa');
  const { atimeMs, mtimeMs } = statSync(path);
  writeFileSync(path, page('title: Beta'));
  utimesSync(path, atimeMs / 1_000, mtimeMs / 1_000);
  expect(await title(folder)).toBe('Beta');
});
