import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { diskReason } from '../../src/core/disk-error.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { koinon } from '../../torture/tools/koinon.ts';
import { base } from '../commands/run.ts';
import { indexFile } from '../doctor/files.ts';
import { context } from '../store/contract.ts';

test('while another one writes the index, a call answers from what it was before', async () => {
  const folder = base({ 'organisations/salt.md': '---\ntitle: Saltworks\n---\n' });
  await koinon(folder, ['ingest', '--quiet']);
  writeFileSync(join(folder, 'organisations/more.md'), '---\ntitle: More saltworks\n---\n');
  const other = new SQLite(indexFile(folder));
  other.exec('begin immediate');
  for (const words of [
    ['search', 'saltworks', '--json'],
    ['show', 'salt', '--json'],
    ['check', '--json'],
  ]) {
    const { code, out, error, wall } = await koinon(folder, words);
    expect({ code, words }).toEqual({ code: 0, words });
    expect(out).not.toContain('More');
    expect(error).toMatch(/Another koinon is writing the index/);
    expect(wall).toBeLessThan(15_000);
  }
  await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
  const busy: unknown = await store.apply([], 10).catch((error: unknown) => error);
  expect(diskReason(busy)).toMatch(/another koinon is writing/);
  await store.seen();
  await store.remember(Buffer.from('x'));
  other.exec('rollback');
  other.close();
  const after = await koinon(folder, ['search', 'saltworks', '--json']);
  expect(after.out).toContain('More');
  expect(after.error).toBe('');
}, 60_000);

test.each([
  ['SQLITE_BUSY_SNAPSHOT', /another koinon/],
  ['SQLITE_IOERR_SHMSIZE', /full/],
  ['SQLITE_IOERR_READ', /cannot be read/],
])('%s is told in words', (code, reason) => {
  expect(diskReason(Object.assign(new Error(code), { code }))).toMatch(reason);
});
