import { describe, expect, test } from 'vitest';
import { progress } from '../../src/terminal/progress.ts';
import { width } from '../../src/terminal/text.ts';

/** A screen that keeps what is written, and a clock that is moved by hand. */
function stage(columns: number | undefined, label = 'Reading') {
  const written: string[] = [];
  let time = 0;
  const screen = { columns, write: (text: string) => written.push(text) };
  const bar = progress(screen, label, { isTerminal: true, now: () => time });
  return {
    written,
    bar,
    at: (milliseconds: number, done: number, total: number) => {
      time = milliseconds;
      bar.update(done, total);
      return written.at(-1)?.replace('\r\u001b[K', '');
    },
  };
}

test('says what, how far, how many and how long', () => {
  expect(stage(80).at(2_000, 250, 1_000)).toBe(
    'Reading  ██████░░░░░░░░░░░░░░░░░░  25 %  250/1000  6 s left',
  );
});

test.each([
  [60_000, 1, 2, '1 min left'],
  [600_000, 1, 10, '1 h 30 min left'],
])('after %d ms with %d of %d done: %s', (time, done, total, rest) => {
  expect(stage(80).at(time, done, total)).toContain(rest);
});

test('without a total it counts', () => {
  expect(stage(80).at(200, 12, 0)).toBe('Reading  12');
});

test('draws at most ten times a second, and nothing for what is over at once', () => {
  const { written, at, bar } = stage(80);
  for (let time = 0; time < 100; time += 1) at(time, time, 1_000);
  bar.done();
  expect(written).toEqual([]);
  for (let time = 100; time < 1_100; time += 1) at(time, time, 2_000);
  expect(written.length).toBe(10);
});

test('is erased at the end, once', () => {
  const { written, at, bar } = stage(80);
  at(500, 1, 2);
  bar.done();
  bar.done();
  expect(written.length).toBe(2);
  expect(written.at(-1)).toBe('\r\u001b[K');
});

describe('any window', () => {
  const widths = [undefined, 0, 1, 2, 5, 10, 20, 30, 40, 79, 200];
  test.each(widths)('of %s columns holds the line', (columns) => {
    for (const label of ['Reading', 'Lecture des fiches d’organisations', 'قراءة\u001b[2J']) {
      for (const [done, total] of [
        [0, 0],
        [0, 9],
        [5, 9],
        [9, 9],
        [12, 9],
      ] as const) {
        const line = stage(columns, label).at(700, done, total) ?? '';
        expect(width(line)).toBeLessThanOrEqual(Math.max(1, (columns || 80) - 1));
        expect(line).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});

test.each([{ isTerminal: false }, { isTerminal: true, quiet: true }])('%j: silence', (options) => {
  const written: string[] = [];
  let time = 0;
  const screen = { columns: 80, write: (text: string) => written.push(text) };
  const bar = progress(screen, 'Reading', { ...options, now: () => (time += 1_000) });
  bar.update(1, 2);
  bar.done();
  expect(written).toEqual([]);
});
