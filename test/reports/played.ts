import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingest } from '../../src/base/ingest.ts';
import type { Selection } from '../../src/core/selection.ts';
import type { Cell, FormatOptions, Table } from '../../src/core/table.ts';
import csv from '../../src/formats/csv.ts';
import { load, loadKinds } from '../../src/registry.ts';
import type { Report, ReportRequest } from '../../src/report.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { concepts } from '../../src/vocabulary/load.ts';

export const kinds = await loadKinds();

/** The base of examples that comes with koinon. */
export const exampleBase = fileURLToPath(new URL('../../data/base/', import.meta.url));

/** An index in memory of the records of a folder. */
export async function indexed(folder: string): Promise<Store> {
  const store = sqliteStore(undefined, kinds);
  await ingest(folder, store, { kinds, concepts });
  return store;
}

/** An index of the same records, put in from the last file to the first. */
export async function indexedBackwards(folder: string): Promise<Store> {
  const store = sqliteStore(undefined, kinds);
  const backwards: Store = {
    ...store,
    apply: async (changes) => {
      const all: Change[] = [];
      for await (const change of changes) all.push(change);
      await store.apply(all.toReversed());
    },
  };
  await ingest(folder, backwards, { kinds, concepts });
  return store;
}

/** An index of files that are given by path, without their fences. */
export async function indexedFiles(files: Readonly<{ [path: string]: string }>): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-reports-'));
  try {
    for (const [path, front] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `---\n${front.trim()}\n---\n`);
    }
    return await indexed(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function tableOf(
  name: string,
  store: Store,
  asked: Partial<ReportRequest> & { readonly selection?: Selection } = {},
): Promise<Table> {
  const report = await load<Report>('reports', name);
  const request = { kinds, concepts, selection: {}, language: 'en', withPeople: false };
  return report.table({ ...request, store, today: '2024-06-01', ...asked });
}

export async function rowsOf(
  ...call: Parameters<typeof tableOf>
): Promise<readonly Readonly<{ [column: string]: Cell }>[]> {
  const { columns, rows } = await tableOf(...call);
  const read: { [column: string]: Cell }[] = [];
  for await (const row of rows)
    read.push(Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])));
  return read;
}

export async function textOf(table: Table, options: FormatOptions = {}): Promise<string> {
  let text = '';
  for await (const piece of csv.write(table, options)) text += piece;
  return text;
}
