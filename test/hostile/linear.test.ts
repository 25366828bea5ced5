import { describe, expect, test } from 'vitest';
import { concepts } from '../../src/vocabulary/load.ts';
import { loadKinds } from '../../src/registry.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { reading, timeOf } from '../../torture/tools/growth.ts';
import { pathological } from '../../torture/tools/pathological.ts';

/** Below this many milliseconds a time says nothing. */
const noise = 30;

describe.each(Object.entries(reading))('%s', (name, run) => {
  const chosen = pathological.filter((_, at) => at % 10 === name.length % 10);
  test('costs by the length of a text, not by the square of it', async () => {
    for (const { name: text, make } of chosen) {
      const [short, long] = [make(6_000), make(24_000)];
      let [a, b] = [await timeOf(run, short, 1), await timeOf(run, long, 1)];
      if (b > 8 * a + noise) [a, b] = [await timeOf(run, short, 4), await timeOf(run, long, 4)];
      expect({ text, isLinear: b <= 8 * a + noise }).toEqual({ text, isLinear: true });
    }
  });
});

test('there are the inputs of cmark, and sixty and more of our own', () => {
  const own = pathological.filter(({ name }) => !name.startsWith('cmark: '));
  expect(pathological.length - own.length).toBeGreaterThanOrEqual(26);
  expect(own.length).toBeGreaterThanOrEqual(60);
});

test('what is not parsed fully is said to be so', async () => {
  const context = { kinds: await loadKinds(), concepts };
  const text = (body: string) => `---\nkind: project\ntitle: A\n---\n${body}\n`;
  const rules = (body: string) =>
    readRecord(text(body), 'projects/p.md', context).problems.map(({ rule }) => rule);
  expect(rules('*_'.repeat(10_000))).toContain('body');
  expect(rules('> - '.repeat(5_000))).toContain('body');
  expect(rules('word '.repeat(300_000))).toContain('body');
  expect(rules('*a* [[b]] `c`\n\n'.repeat(100))).not.toContain('body');
});
