import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Files } from '../base/folder.ts';
import { folderWith } from '../base/folder.ts';
import { context, page } from '../store/contract.ts';
import { costOf } from '../cost.ts';

/** Notes of which each leads to ten others, by their titles, and all to one. */
function notes(count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const links = Array.from({ length: 10 }, (_, step) => `[[Note ${(at * 7 + step) % count}]]`);
      return [`projects/n${at}.md`, page(`title: Note ${at}`, `[[Note 0]] ${links.join(', ')}\n`)];
    }),
  );
}

function costOfIngest(count: number): Promise<number> {
  const folder = folderWith(notes(count));
  return costOf(async () => {
    await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
    await ingest(folder, store, context, { threads: 0 });
  });
}

test('four times as many notes and links take about four times as long', async () => {
  await costOfIngest(50);
  const [small, large] = [await costOfIngest(250), await costOfIngest(1_000)];
  if (large <= 9 * small) return;
  expect(await costOfIngest(1_000)).toBeLessThan(9 * Math.max(small, await costOfIngest(250)));
});
