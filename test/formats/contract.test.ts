import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Format, FormatOptions, Table } from '../../src/core/table.ts';

const folder = new URL('../../src/formats/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const formats = await Promise.all(
  names.map(async (name): Promise<readonly [string, Format]> => {
    const { default: format } = await import(new URL(`${name}.ts`, folder).href);
    return [name, format];
  }),
);

// What a program reads line by line or as objects names its columns in every row, or not at all.
const WITHOUT_HEADER = ['json', 'jsonl', 'lines'];

const columns: Table['columns'] = [
  { key: 'id', label: 'id' },
  { key: 'count', label: 'count', type: 'number' },
  { key: 'themes', label: 'themes' },
];
const settings: readonly FormatOptions[] = [
  {},
  { width: 80 },
  { width: 12 },
  { profile: 'excel' },
  { raw: true },
];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'\0\t\n\r\u001b\u007f\u0085\u009b\u2028\u202e\ud800=+-@|,;"\'<\\ aé'.split(''),
    ),
  }),
  fc.double(),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  fc.constant(null),
);

async function pieces(format: Format, rows: Table['rows'], options: FormatOptions = {}) {
  const texts: string[] = [];
  for await (const text of format.write({ columns, rows }, options)) texts.push(text);
  return texts;
}

async function written(format: Format, rows: Table['rows'], options?: FormatOptions) {
  return (await pieces(format, rows, options)).join('');
}

describe.each(formats)('the format %s', (name, format) => {
  test('says in one line what it is', () => {
    expect(format.summary).toMatch(/^[^\n]{10,80}$/);
  });

  test('writes many rows in several pieces of a moderate size', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`id-${index}`, index, ['a', 'b']]);
    const texts = await pieces(format, rows);
    expect(texts.length).toBeGreaterThan(2);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(200_000);
    expect(texts.join('')).toContain('id-9999');
  });

  test('writes rows that arrive one by one as it writes those that are there', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index): Cell[] => [`id-${index}`, index, null]);
    async function* arriving() {
      yield* rows;
    }
    expect(await written(format, arriving())).toBe(await written(format, rows));
  });

  test('stops asking for rows when nobody reads on', async () => {
    let ended = false;
    function* endless(): Generator<readonly Cell[]> {
      try {
        for (;;) yield ['id', 1, null];
      } finally {
        ended = true;
      }
    }
    const endlessly = format.write({ columns, rows: endless() }, {});
    for await (const piece of endlessly) if (piece.length > 1_000) break;
    expect(ended).toBe(true);
  });

  test.skipIf(WITHOUT_HEADER.includes(name))(
    'names the columns when there are no rows',
    async () => {
      for (const options of settings) {
        const text = await written(format, [], options);
        for (const { key } of columns) expect(text).toContain(key);
      }
    },
  );

  test('gives every missing cell its place', async () => {
    expect(await written(format, [['x']])).toBe(await written(format, [['x', null, null]]));
  });

  test('never passes on a control character or half a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 }),
        fc.constantFrom(...settings),
        async (rows, options) => {
          const text = await written(format, rows, options);
          expect(text.isWellFormed()).toBe(true);
          expect(text.replaceAll('\r\n', '\n')).not.toMatch(/[\p{Cc}--[\t\n]]/v);
          // In a spreadsheet these stay inside their cell, where Arabic may need them.
          if (name !== 'csv') expect(text).not.toMatch(/[\u2028-\u202e\u2066\u2067\ufeff]/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives the same bytes for the same table', async () => {
    const rows = [['é', -0, ['b', 'a']]];
    expect(await written(format, rows)).toBe(await written(format, structuredClone(rows)));
  });
});
