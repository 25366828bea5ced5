import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import type { Suspect } from '../../src/base/read-base-file.ts';
import { readAll, startReaders } from '../../src/base/read-pool.ts';
import { loadKinds } from '../../src/registry.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const kinds = await loadKinds();
const context = { kinds, concepts };
/** More than the first thread reads by itself. */
const files = 900;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koinon-pool-'));
  mkdirSync(join(folder, 'organisations'));
  for (let number = 0; number < files; number++) {
    const front = `title: Σύνδεσμος ${number}\ncountry: ${number % 7 === 0 ? 'Nowhere' : 'Tunisie'}\nmember_of: "[[org-${(number * 7) % files}]]"\nforms: [association]\npartners: {__proto__: x}`;
    const text = `---\n${front}\n---\n\n# ${number}\n\nSee [[org-${number + 1}|the next]].\n`;
    writeFileSync(join(folder, 'organisations', `org-${number}.md`), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const suspects = (): Suspect[] =>
  Array.from({ length: files }, (_, number) => ({
    path: `organisations/org-${number}.md`,
    mtime: 0,
    filled: false,
  }));

const readers = (threads: number) => startReaders(folder, files, threads);

/** All that a store holds and that other code can ask for. */
async function contents(threads: number): Promise<unknown> {
  await using store = sqliteStore(undefined, kinds);
  await ingest(folder, store, context, { threads });
  const records = await Array.fromAsync(store.records({}));
  return {
    records: await Promise.all(records.map(({ key }) => store.record(key))),
    links: await Promise.all(records.map(({ key }) => store.linksFrom(key))),
    problems: await Array.fromAsync(store.problems()),
    names: await Array.fromAsync(store.knownNames()),
    words: await store.counts(),
    // Whether a file was written just now is a matter of when it was read.
    files: [...(await store.files())].map(([path, state]) => [path, { ...state, racy: false }]),
  };
}

test('the same files give the same rows, keys included, on one thread and on several', async () => {
  const alone = await contents(0);
  expect(await contents(1)).toEqual(alone);
  expect(await contents(3)).toEqual(alone);
});

test('readings come in the order of the files', async () => {
  for (const threads of [0, 1, 2]) {
    const readings = await Array.fromAsync(readAll(folder, suspects(), context, readers(threads)));
    const titles = readings.map((each) => {
      if (!('reading' in each)) return each;
      const { reading } = each;
      return 'rows' in reading ? reading.rows.title : reading.record?.title;
    });
    expect(titles).toEqual(suspects().map((_, number) => `Σύνδεσμος ${number}`));
  }
});

test('a reading thread that fails fails the ingest, and nothing of it stays', async () => {
  await using store = sqliteStore(undefined, kinds);
  const broken = suspects().with(files - 1, { path: null } as unknown as Suspect);
  await expect(Array.fromAsync(readAll(folder, broken, context, readers(1)))).rejects.toThrow(
    TypeError,
  );
  const failing = ingest(folder, store, context, {
    threads: 1,
    progress: (done) => {
      if (done === files - 1) throw new Error('enough');
    },
  });
  await expect(failing).rejects.toThrow('enough');
  expect((await store.files()).size).toBe(0);
});

test('no thread is left, whether the readings are taken to the end or not', async () => {
  const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort');
  const before = threads().length;
  for await (const _ of readAll(folder, suspects(), context, readers(2))) break;
  expect(threads().length).toBe(before);
  await Array.fromAsync(readAll(folder, suspects(), context, readers(2)));
  expect(threads().length).toBe(before);
});
