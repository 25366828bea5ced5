import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import { expect } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { baseVocabularies } from '../../src/base/own-vocabularies.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { context } from '../store/contract.ts';

/** Every file below a folder with a hash of its bytes. */
export function bytesBelow(folder: string): { [path: string]: string } {
  const found: { [path: string]: string } = {};
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const path = join(each.parentPath, each.name);
    found[path.slice(folder.length + 1).replaceAll('\\', '/')] = hash('sha256', readFileSync(path));
  }
  return found;
}

/** The index of a base, whatever version of it there is. */
export function indexFile(folder: string): string {
  const names = readdirSync(join(folder, '.koinon'));
  return join(folder, '.koinon', names.find((name) => /^index-\d+\.db$/.test(name)) ?? '');
}

/** Brings the index up to date as every command does; `within` sees it before it is closed. */
export async function refresh(folder: string, within: () => void = () => {}): Promise<void> {
  const { concepts, files } = await baseVocabularies(folder);
  await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
  await ingest(folder, store, { kinds: context.kinds, concepts }, { vocabularies: files });
  within();
}

/** Digests of the rows of an index that is up to date. */
export async function rowsOf(folder: string): Promise<unknown> {
  await refresh(folder);
  await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
  expect(store.rebuilt).toBeUndefined();
  return Object.fromEntries(await store.examine());
}
