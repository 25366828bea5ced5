import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Column, FormatOptions } from '../../src/core/table.ts';
import table from '../../src/formats/table.ts';
import { width as widthOf } from '../../src/terminal/text.ts';

async function written(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: FormatOptions = {},
) {
  let text = '';
  for await (const piece of table.write({ columns, rows }, options)) text += piece;
  return text;
}

const columns: readonly Column[] = [
  { key: 'id' },
  { key: 'title', label: 'Title' },
  { key: 'n', label: 'Projects', type: 'number' },
];

test('numbers stand right, lists are read with commas, lines end with text', async () => {
  const rows = [
    ['a', ['one', 'two'], 7],
    ['bb', null, 1200],
  ];
  expect(await written(columns, rows)).toBe(`id  Title     Projects
──  ────────  ────────
a   one, two         7
bb                1200
`);
});

test('the widest column gives way, and numbers stay whole', async () => {
  const rows = [['short', 'A title that is far too long for this window', 123456]];
  expect(await written(columns, rows, { width: 40 })).toBe(`id     Title                    Projects
─────  ───────────────────────  ────────
short  A title that is far to…    123456
`);
});

test('the first column, by which a row is called, is kept whole up to a third of the window', async () => {
  const rows = [['org-mediterranean', 'A title that is far too long for this window', 1]];
  expect(await written(columns, rows, { width: 54 })).toContain('\norg-mediterranean  A title');
});

test('a window that is too narrow gets one block a row, without what is empty', async () => {
  const rows = [
    ['one', 'A title in two lines', 1],
    ['two', null, null],
  ];
  expect(await written(columns, rows, { width: 16 })).toBe(`id: one
Title: A title
  in two lines
Projects: 1

id: two
`);
});

test('rows beyond the thousand that are measured keep to the columns', async () => {
  const rows = Array.from({ length: 1_000 }, (): Cell[] => ['id', 'short', 1]);
  const text = await written(columns, [...rows, ['id', 'much longer than the rest', 1]], {
    width: 30,
  });
  expect(text.split('\n').at(-2)).toBe('id  much…         1');
});

test('without a window nothing is cut and nothing is isolated', async () => {
  const long = 'مرحبا '.repeat(100).trim();
  const text = await written([{ key: 'a' }, { key: 'b' }], [[long, 'x']]);
  expect(text).toContain(`${long}  x\n`);
});

test('no line is wider than the window, whatever the cells hold', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'aé مر日\n\u202e'.split('')) }),
    fc.lorem(),
  );
  const number = fc.integer({ min: 0, max: 9_999 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, number), { maxLength: 5 }),
      fc.integer({ min: 16, max: 120 }),
      async (rows, width) => {
        for (const line of (await written(columns, rows, { width })).split('\n')) {
          expect(widthOf(line)).toBeLessThanOrEqual(width);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('colour changes nothing but emphasis', async () => {
  const rows = [['a', 'b', 1]];
  const plain = await written(columns, rows, { width: 80 });
  const coloured = await written(columns, rows, { width: 80, colour: true });
  expect(coloured).toContain('\u001b[1m');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});
