import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Format, FormatOptions, Table } from '../../src/core/table.ts';
import csv from '../../src/formats/csv.ts';
import json from '../../src/formats/json.ts';
import jsonl from '../../src/formats/jsonl.ts';
import lines from '../../src/formats/lines.ts';
import markdown from '../../src/formats/markdown.ts';
import table from '../../src/formats/table.ts';

const golden = new URL('../golden/formats/', import.meta.url);
const input: Table = JSON.parse(readFileSync(new URL('input.json', golden), 'utf8'));

const files: readonly (readonly [string, Format, FormatOptions])[] = [
  ['rfc4180.csv', csv, {}],
  ['excel.csv', csv, { profile: 'excel' }],
  ['raw.csv', csv, { raw: true }],
  ['table-40.txt', table, { width: 40 }],
  ['table-80.txt', table, { width: 80 }],
  ['table-160.txt', table, { width: 160 }],
  ['table-pipe.txt', table, {}],
  ['table-colour.txt', table, { width: 160, colour: true }],
  ['lines.tsv', lines, {}],
  ['table.md', markdown, {}],
  ['table.json', json, {}],
  ['table.jsonl', jsonl, {}],
];

test.each(files)('%s is written as it was', async (name, format, options) => {
  let text = '';
  for await (const piece of format.write(input, options)) text += piece;
  await expect(text).toMatchFileSnapshot(new URL(name, golden).pathname);
});
