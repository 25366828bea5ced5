import { beforeAll, expect, test } from 'vitest';
import { again, atRandom, failpoint, sweep } from '../../torture/kills.ts';
import type { Operation } from '../../torture/tools/operations.ts';
import { operations } from '../../torture/tools/operations.ts';

// A sample; “npm run torture kills” disturbs every call at each of its steps and system calls.
let calls: readonly Operation[] = [];

beforeAll(async () => {
  calls = await operations(['ingest, cold', 'new', 'rename', 'apply']);
});

test('killed at fifteen random moments, a call leaves all or nothing', async () => {
  expect((await atRandom(calls, { random: 15, seed: 2 })).failures).toEqual([]);
});

test.each([
  ['kill', [2, 7]],
  ['ENOSPC', [4, 9]],
  ['EIO', [5]],
  ['EACCES', [6]],
] as const)('%s at steps %j of a rename leaves all or nothing', async (effect, points) => {
  const rename = calls.find(({ name }) => name === 'rename');
  if (!rename) throw new Error('there is no rename');
  expect(await sweep(rename, effect, points, failpoint(effect))).toMatchObject({ failures: [] });
});

test('killed again while the next call recovers, all or nothing stands in the end', async () => {
  const apply = calls.filter(({ name }) => name === 'apply');
  expect((await again(apply, { quick: true })).failures).toEqual([]);
});
