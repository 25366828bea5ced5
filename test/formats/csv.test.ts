import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, FormatOptions } from '../../src/core/table.ts';
import csv from '../../src/formats/csv.ts';

async function written(
  rows: readonly (readonly Cell[])[],
  options: FormatOptions = {},
  keys = ['a', 'b'],
) {
  const table = { columns: keys.map((key) => ({ key })), rows };
  let text = '';
  for await (const piece of csv.write(table, options)) text += piece;
  return text;
}

/** One cell as it is written, without quotes. */
async function cell(value: Cell, options: FormatOptions = {}): Promise<string | undefined> {
  const text = await written([[value]], options, ['a']);
  return parse(text, { bom: true, delimiter: options.profile === 'excel' ? ';' : ',' })[1]?.[0];
}

describe('the two profiles', () => {
  const rows = [['one, two', 'three; four']];

  test('RFC 4180: commas, CRLF, quotes only where any of these separators needs them', async () => {
    expect(
      await written([
        ['one, two', 'three; four'],
        ['five', 'six\tseven'],
      ]),
    ).toBe('a,b\r\n"one, two","three; four"\r\nfive,"six\tseven"\r\n');
  });

  test('Excel: a mark for UTF-8 and semicolons', async () => {
    const text = await written(rows, { profile: 'excel' });
    expect(text).toBe('\ufeffa;b\r\n"one, two";"three; four"\r\n');
  });

  test('quotes are doubled, and newlines stay in their cell', async () => {
    expect(await written([['say "yes"', 'first\r\nsecond\rthird']])).toBe(
      'a,b\r\n"say ""yes""","first\nsecond\nthird"\r\n',
    );
  });

  test('a row of one empty cell is no empty line', async () => {
    expect(await written([[null], ['']], {}, ['a'])).toBe('a\r\n""\r\n""\r\n');
  });
});

describe('the guard against formulas', () => {
  test.each([
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\tx',
    ' =1+1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\u00ad@SUM(1)',
    '\u00ad=1+1',
    '\u202f=1+1',
    '\ufeff=1+1',
    "'=1+1",
    '-',
    '- an item',
    '+cmd|x',
    '-1e5e5',
    '+34-952-000-000',
    '+33/4',
    '+1 (2)=3',
  ])('%j gets an apostrophe', async (text) => {
    expect(await cell(text)).toBe(`'${text}`);
    expect(await cell(text, { profile: 'excel' })).toBe(`'${text}`);
    expect(await cell(text, { raw: true })).toBe(text);
  });

  test.each([
    '-5',
    '+5',
    '-1,5',
    '-1.234,56',
    '-1 234',
    '-1\u202f234,5',
    '-.5',
    '-5 %',
    '1e5',
    '-1e5',
    '+34 952 00 00 00',
    '+34952000000',
    '+33 (0)4 91 00 00 00',
    '+33.4.91.00.00.00',
    '0123',
    'a=b',
    'info@example.org',
    "l'économie",
    '«=»',
    '',
  ])('%j stays itself', async (text) => {
    expect(await cell(text)).toBe(text);
  });

  test('a NUL cannot hide a formula', async () => {
    expect(await cell('\0=1+1')).toBe("'=1+1");
    expect(await cell('\0=1+1', { raw: true })).toBe('=1+1');
  });

  test('headers and lists are guarded, numbers are not', async () => {
    expect(await written([[['=1', 'b'], -5]], {}, ['=a', 'b'])).toBe("'=a,b\r\n'=1|b,-5\r\n");
  });

  test('taking one apostrophe away gives the text back', async () => {
    const unit = fc.constantFrom(...`=+-@＝\t' 5,a`.split(''));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), fc.string({ unit }), async (one, other) => {
        const [first, second] = [await cell(one), await cell(other)];
        if (one !== other) expect(first).not.toBe(second);
        expect([one, `'${one}`]).toContain(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers', () => {
  test.each([
    [1234567.5, '1234567.5'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('%d is written %j', async (number, text) => {
    expect(await cell(number)).toBe(text);
  });

  test('every number comes back, and none has an exponent', async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(number, async (value) => {
        const text = (await cell(value)) ?? '';
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

test('a list comes back item by item, with ¦ for a bar inside an item', async () => {
  expect(await cell(['a', '', 'b|c'])).toBe('a||b¦c');
  const items = fc.array(fc.string({ unit: fc.constantFrom(...'|ab é'.split('')) }), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(items, async (list) => {
      const text = await cell(list, { raw: true });
      expect(text?.split('|')).toEqual(list.map((item) => item.replaceAll('|', '¦')));
    }),
  );
});

test.each(['A;=1+1', 'A,=1+1', 'A\t=1+1', '"A";=1+1'])(
  '%j opened with another separator is no cell with a formula',
  async (text) => {
    for (const profile of ['rfc4180', 'excel'] as const)
      for (const delimiter of [',', ';', '\t']) {
        const file = await written([[text]], { profile }, ['a']);
        expect(parse(file, { bom: true, delimiter })).toEqual([['a'], [text]]);
      }
  },
);

test('whatever the cells hold, the file is RFC 4180 and gives them back, composed and without controls', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`",;\r\n\t\0|='é\u0301\u037e\u0387ΐ \u00ad`.split('')) }),
  );
  const fields = {
    rfc4180: /^(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n)+$/,
    excel: /^\ufeff(?:(?:"(?:[^"]|"")*"|[^";\r\n]*)(?:;(?:"(?:[^"]|"")*"|[^";\r\n]*))*\r\n)+$/,
  };
  const rows = fc.array(fc.tuple(text, text), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('rfc4180', 'excel'), async (table, profile) => {
      const file = await written(table, { profile, raw: true });
      expect(file).toMatch(fields[profile]);
      const read = parse(file, { bom: true, delimiter: profile === 'excel' ? ';' : ',' });
      expect(read.slice(1)).toEqual(table.map((row) => row.map(kept)));
    }),
    { numRuns: 1_000 },
  );
});

function kept(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}--[\t\n\r]]/gv, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n');
}
