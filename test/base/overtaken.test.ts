import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { IngestOptions } from '../../src/base/ingest.ts';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { context, page } from '../store/contract.ts';
import { folderWith, writeFiles } from './folder.ts';

// What others do between two steps of an ingest is done here in the call that comes between them.

const moving = join('organisations', 'moving.md');
const moved = join('organisations', 'moved-on.md');

const files = {
  [moving]: page('title: On the Way'),
  'organisations/a.md': page('title: A'),
  'events/e.md': page('title: E\nhosts: On the Way'),
};

function opened(folder: string): Store {
  const store = sqliteStore(join(folder, '.koinon'), context.kinds);
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

/** A base with the indexes that two koinons have of it. */
function base() {
  const folder = folderWith(files);
  const [one, other] = [opened(folder), opened(folder)];
  const run = (store: Store, options?: IngestOptions) => ingest(folder, store, context, options);
  // As “rename” does it, which also changes what stands in the file.
  const go = (from: string, to: string) => {
    writeFiles(folder, { [to]: page(`title: On the Way\nnote: From ${from}`) });
    rmSync(join(folder, from));
  };
  const ids = async () => (await one.find('On the Way')).map(({ id }) => id);
  return { folder, one, other, run, go, ids };
}

/** The store, with something that happens once before one of its members is called. */
function before(store: Store, member: 'files' | 'apply', happens: () => unknown): Store {
  let isDone = false;
  const once = async () => {
    if (isDone) return;
    isDone = true;
    await happens();
  };
  return {
    ...store,
    [member]: async (given: Parameters<Store['apply']>[0]) => {
      await once();
      return member === 'files' ? store.files() : store.apply(given);
    },
  };
}

test('what another koinon read meanwhile is not undone by an older walk', async () => {
  const { one, other, run, go, ids } = base();
  await run(one);
  const meanwhile = async () => {
    go(moving, moved);
    await run(other);
  };
  await run(before(one, 'files', meanwhile), { verify: true });
  expect(await ids()).toEqual(['moved-on']);
  expect(Object.fromEntries((await one.counts()).links)).toEqual({ resolved: 1 });
});

test('an older walk that waited for the lock reads nothing that the other one has read', async () => {
  const { folder, one, other, run, ids } = base();
  await run(one);
  writeFiles(folder, { 'organisations/b.md': page('title: B') });
  const meanwhile = async () => {
    writeFiles(folder, { 'organisations/b.md': page('title: B again') });
    await run(other);
  };
  await run(before(one, 'apply', meanwhile));
  expect((await one.find('B again')).map(({ id }) => id)).toEqual(['b']);
  expect(await ids()).toEqual(['moving']);
});

test('a file that gets its old name back while it is looked for keeps its record', async () => {
  const { one, run, go, ids } = base();
  go(moving, moved);
  await run(one);
  go(moved, moving);
  await run(before(one, 'apply', () => go(moving, moved)));
  expect(await ids()).toEqual(['moved-on']);
});

test('where files never stay in their places, a run ends and loses no record', async () => {
  const { one, run, go } = base();
  await run(one);
  let [here, there] = [moving, moved];
  const turn = () => {
    go(here, there);
    [here, there] = [there, here];
  };
  turn();
  // At each look the file is where the last look did not find it.
  const restless = {
    ...one,
    apply: async (changes: Parameters<Store['apply']>[0]) => {
      turn();
      return one.apply(changes);
    },
    files: async () => {
      const known = await one.files();
      turn();
      return known;
    },
  };
  await run(restless);
  expect(await one.find('On the Way')).toHaveLength(1);
  await run(one);
  expect(await one.find('On the Way')).toHaveLength(1);
  expect((await one.counts()).kinds.get('organisation')).toBe(2);
});

test('a file that is read at two looks of one run is counted once', async () => {
  const { folder, one, run, go } = base();
  await run(one);
  const fresh = 'organisations/b.md';
  writeFiles(folder, { [fresh]: page('title: B'), [moving]: page('title: On the Way\nnote: x') });
  let looks = 0;
  const store = {
    ...one,
    files: async () => {
      looks++;
      // The first look is over, and its files are read.
      if (looks === 2) writeFiles(folder, { [fresh]: page('title: B again') });
      return one.files();
    },
    apply: async (changes: Parameters<Store['apply']>[0]) => {
      go(moving, moved);
      return one.apply(changes);
    },
  };
  const counted = await run(store);
  expect(looks).toBe(2);
  expect(counted.changed).toBe(0);
  expect(counted.added + counted.moved + counted.unchanged).toBe(4);
  expect((await one.find('B again')).map(({ id }) => id)).toEqual(['b']);
});

test('a file that is elsewhere at every look keeps its record, and is told', async () => {
  const { folder, one, run, go } = base();
  await run(one);
  writeFiles(folder, { [moving]: page('title: On the Way\nnote: at first') });
  let [here, there] = [moving, moved];
  const restless = {
    ...one,
    files: async () => {
      go(here, there);
      [here, there] = [there, here];
      return one.files();
    },
  };
  expect(await run(restless)).toMatchObject({ removed: 0, kept: 0, unsettled: 1 });
  expect(await one.find('On the Way')).toHaveLength(1);
  expect(await run(one)).toMatchObject({ unsettled: 0 });
  expect(await one.find('On the Way')).toHaveLength(1);
});
