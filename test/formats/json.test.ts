import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/core/table.ts';
import json from '../../src/formats/json.ts';
import jsonl from '../../src/formats/jsonl.ts';

const columns = [{ key: 'a', label: 'not shown' }, { key: '__proto__' }];

async function written(format: typeof json | typeof jsonl, rows: readonly (readonly Cell[])[]) {
  let text = '';
  for await (const piece of format.write({ columns, rows })) text += piece;
  return text;
}

test('no rows are an empty array, or no line', async () => {
  expect(await written(json, [])).toBe('[]\n');
  expect(await written(jsonl, [])).toBe('');
});

test('an array of objects by key, two spaces deep', async () => {
  expect(
    await written(json, [
      [1, ['x']],
      ['é', null],
    ]),
  ).toBe(`[
  {
    "a": 1,
    "__proto__": [
      "x"
    ]
  },
  {
    "a": "é",
    "__proto__": null
  }
]
`);
});

test('what a terminal would act upon is escaped', async () => {
  const text = '\u009b\u202e\u2028\ufeff\u{e0041}\u001b';
  expect(await written(jsonl, [[text, null]])).toBe(
    '{"a":"\\u009b\\u202e\\u2028\\ufeff\\udb40\\udc41\\u001b","__proto__":null}\n',
  );
});

test('every text comes back as it was', async () => {
  const cell = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, fc.array(cell))), async (rows) => {
      const expected = rows.map(([a, b]) =>
        Object.fromEntries([
          ['a', a],
          ['__proto__', b],
        ]),
      );
      expect(JSON.parse(await written(json, rows))).toEqual(expected);
      const lines = (await written(jsonl, rows)).split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
    }),
  );
});
