import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns } from '../../src/terminal/columns.ts';

test.each([
  ['room for all', [3, 5], [3, 5], 20, [3, 5]],
  ['the widest gives way', [4, 30, 6], [4, 8, 6], 30, [4, 20, 6]],
  ['the wide ones meet', [4, 30, 20], [4, 8, 8], 30, [4, 13, 13]],
  ['what is over goes to the first', [30, 30], [8, 8], 25, [13, 12]],
  ['a least width is kept', [22, 30], [22, 8], 32, [22, 10]],
  ['too narrow', [22, 30], [22, 8], 29, undefined],
])('%s', (_, wanted, least, room, widths) => {
  expect(fitColumns(wanted, least, room)).toEqual(widths);
});

test('the whole room is used, no column grows, and the widest stay the widest', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 300 }), (wanted, room) => {
      const least = wanted.map((size) => Math.min(size, 8));
      const widths = fitColumns(wanted, least, room);
      const total = (numbers: readonly number[]) => numbers.reduce((sum, size) => sum + size, 0);
      if (widths === undefined) {
        expect(total(least)).toBeGreaterThan(room);
        return;
      }
      expect(total(widths)).toBe(Math.min(room, total(wanted)));
      for (const [index, size] of widths.entries()) {
        expect(size).toBeLessThanOrEqual(wanted[index] ?? 0);
        expect(size).toBeGreaterThanOrEqual(least[index] ?? 0);
      }
    }),
  );
});
