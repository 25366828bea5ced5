import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspelt, nearest } from '../../src/vocabulary/nearest.ts';

describe('misspelt', () => {
  it.each([
    ['france', 'france', 0],
    ['frace', 'france', 1],
    ['farnce', 'france', 1],
    ['frnace', 'france', 1],
    ['frence', 'france', 1],
    ['organistaion', 'organisation', 1],
    ['abcdef', 'abcxyz', undefined],
    ['a', 'b', 1],
    ['a', 'abc', undefined],
    ['', 'a', 1],
    ['', '', 0],
    ['a'.repeat(200), 'a'.repeat(197), 3],
    ['a'.repeat(201), 'a'.repeat(201), undefined],
    ['a'.repeat(30_000), `${'a'.repeat(30_000)}b`, undefined],
    ['abcdefghijkl', 'badcfehgijkl', 4],
    ['bcdefghijklma', 'abcdefghijklm', 2],
    ['cooperative societies', 'cooperative society', 3],
  ])('%j and %j lie %s slips apart', (text, name, slips) => {
    expect(misspelt(text, name)).toBe(slips);
    expect(misspelt(name, text)).toBe(slips);
  });
});

it('misspelt counts as the whole table of edits would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 16 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const longer = Math.max(a.length, b.length);
      const bound = Math.min(4, Math.max(1, Math.floor(longer / 3)));
      const slips = edits(a, b);
      expect(misspelt(a, b)).toBe(slips <= bound ? slips : undefined);
    }),
    { numRuns: 2_000, seed: 7 },
  );
});

function edits(a: string, b: string): number {
  const table: number[][] = [];
  const at = (row: number, column: number) => table[row]?.[column] ?? Infinity;
  for (let row = 0; row <= a.length; row++) {
    table.push([]);
    for (let column = 0; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      table[row]?.push(
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + same,
              row > 1 && column > 1 && swapped ? at(row - 2, column - 2) + 1 : Infinity,
            ),
      );
    }
  }
  return at(a.length, b.length);
}

describe('nearest', () => {
  const known = ['france', 'frances', 'french guiana', 'greece', 'new caledonia'];

  it.each([
    ['frace', 2, ['france', 'frances']],
    ['frace', 1, ['france']],
    ['cal', 3, ['new caledonia']],
    ['fr', 3, []],
    ['xyzzy', 3, []],
  ])('%j, at most %i: %j', (text, limit, expected) => {
    expect(nearest(text, known, limit)).toEqual(expected);
  });

  it('gives equals in alphabetical order, whatever the order of the list', () => {
    expect(nearest('aa', ['ac', 'ab'], 2)).toEqual(['ab', 'ac']);
    expect(nearest('aa', ['ab', 'ac'], 2)).toEqual(['ab', 'ac']);
  });
});
