import { beforeAll, expect, test } from 'vitest';
import {
  again,
  atRandom,
  callsOf,
  failpoint,
  hasStrace,
  injected,
  spread,
  stepsOf,
  sweep,
} from '../../torture/kills.ts';
import type { Operation } from '../../torture/tools/operations.ts';
import { operations } from '../../torture/tools/operations.ts';

// A sample; “npm run torture kills” disturbs every call at each of its steps and system calls.
let calls: readonly Operation[] = [];

beforeAll(async () => {
  calls = await operations(['ingest, cold', 'new', 'rename', 'apply', 'privacy forget']);
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

test('killed while it forgets, the same call again leaves no byte of the name', async () => {
  const forget = calls.find(({ name }) => name === 'privacy forget');
  if (!forget) throw new Error('there is no forget');
  const points = spread(await stepsOf(forget), 6);
  expect(points).toHaveLength(6);
  expect(await sweep(forget, 'kill', points, failpoint('kill'))).toMatchObject({ failures: [] });
});

test.skipIf(!hasStrace())(
  'killed at any removal of a file while it forgets, the same call again leaves no byte of the name',
  async () => {
    const forget = calls.find(({ name }) => name === 'privacy forget');
    if (!forget) throw new Error('there is no forget');
    const count = (await callsOf(forget, ['unlink'])).get('unlink') ?? 0;
    const at = injected('unlink', 'signal=SIGKILL');
    expect(await sweep(forget, 'unlink', spread(count, 12), at)).toMatchObject({ failures: [] });
  },
);

test('where no failpoint is met, the row fails', async () => {
  const rename = calls.find(({ name }) => name === 'rename');
  if (!rename) throw new Error('there is no rename');
  expect(await sweep(rename, 'kill', [1_000_000], failpoint('kill'))).toMatchObject({
    failures: ['nothing was disturbed'],
  });
});
