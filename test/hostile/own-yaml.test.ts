import { expect, test } from 'vitest';
import { readOwnConcepts } from '../../src/base/read-own-concepts.ts';
import { readCall } from '../../src/calls/read-call.ts';
import { timeOf } from '../../torture/tools/growth.ts';

const lines = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => `${line(number)}\n`).join('');

/** Milliseconds below which a time says nothing. */
const noise = 100;

test.each<readonly [string, (text: string) => unknown, (count: number) => string]>([
  [
    'rules with keys that mean nothing',
    (text) => readCall(text, 'c').problems,
    (count) => `title: Call\n${lines(count, (at) => `salt${at}: water`)}`,
  ],
  [
    'a vocabulary with ids that are none',
    (text) => readOwnConcepts(text, 'themes').problems,
    (count) => `concepts:\n${lines(count, (at) => `- id: Salt Water ${at}`)}`,
  ],
])('%s cost by their number, not by its square', async (_, read, make) => {
  expect((read(make(250)) as readonly unknown[]).length).toBeGreaterThanOrEqual(250);
  const [few, many] = [await timeOf(read, make(250), 2), await timeOf(read, make(2_000), 2)];
  expect(many).toBeLessThan(16 * few + noise);
});

test('longer ones than anybody writes are not read, and said to be so', () => {
  const text = `concepts:\n${lines(30_000, (at) => `- id: salt-${at}`)}`;
  const reason = 'The file is longer than 262144 characters and is not read';
  expect(readOwnConcepts(text, 'themes')).toMatchObject({ concepts: [], problems: [{ reason }] });
  expect(readCall(text, 'c').problems).toMatchObject([{ reason }]);
});
