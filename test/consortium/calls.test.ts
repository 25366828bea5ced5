import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCall } from '../../src/calls/read-call.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const folder = new URL('../../data/vocabularies/calls/', import.meta.url);
const files = readdirSync(folder);

test('at least ten calls come with koinon', () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

describe.each(files)('%s', (file) => {
  const { call, problems } = readCall(
    readFileSync(new URL(file, folder), 'utf8'),
    file.replace('.yaml', ''),
  );

  test('is well formed, with its source and the time for which it is valid', () => {
    expect(problems).toEqual([]);
    expect(call?.conditions.length).toBeGreaterThan(0);
    expect(call?.source).not.toBe('');
    expect(call?.valid).toMatch(/^\d{4}(?:\/\d{4})?$/);
  });

  test('says that it is unchecked where it speaks from memory', () => {
    if (/memory/i.test(call?.source ?? '')) expect(call?.checked).toBe(false);
  });

  test('names only countries and regions that there are', () => {
    for (const condition of call?.conditions ?? []) {
      if (!('of' in condition)) continue;
      for (const area of [condition.of.in, condition.of.outside]) {
        for (const code of area?.countries ?? [])
          expect(concepts('countries').find(code)).toBe(code);
        for (const id of area?.regions ?? []) expect(concepts('regions').find(id)).toBe(id);
      }
    }
  });
});

const head = "title: T\nsource: S\nvalid: '2024'\n";

test.each([
  ['- just a list', 1, 'Expected keys such as'],
  ['title: [\n', 2, 'Not readable as YAML'],
  ['title: T\nconditions: []\n', 1, '“source” is missing'],
  [`${head}conditions:\n  - about: parners\n    min: 2\n`, 5, '“parners” is nothing'],
  [`${head}conditions:\n  - min: 2\n`, 5, 'A condition says what it is about'],
  [`${head}conditions:\n  - about: partners\n`, 5, 'needs “min” or “max”'],
  [`${head}conditions:\n  - about: partners\n    min: many\n`, 6, 'Expected a number'],
  [
    `${head}conditions:\n  - about: partners\n    mim: 2\n    min: 1\n`,
    6,
    '“mim” means nothing here',
  ],
  [
    `${head}conditions:\n  - about: partners\n    min: 4\n    max: 2\n`,
    6,
    '“min” is more than “max”',
  ],
  [`${head}conditions:\n  - about: partners\n    min: 1\n    in: [mpx]\n`, 7, '“mpx” is no set'],
  [`${head}conditions:\n  - about: lead\n    form: kooperative\n`, 6, '“kooperative” is no form'],
  [`${head}conditions:\n  - about: lead\n    status: rich\n`, 6, '“rich” is no legal status'],
  [`${head}conditions:\n  - about: budget\n    min: 5\n`, 6, 'Expected an amount'],
  [`${head}not-counted:\n  roles: [lead]\nconditions: []\n`, 5, 'The lead always counts'],
  [`${head}same-parent: twice\nconditions: []\n`, 4, 'Expected “once” or “each”'],
  [`${head}__proto__: {polluted: yes}\nconditions: []\n`, 4, 'means nothing here'],
])('%j is told at its line', (text, line, reason) => {
  const { call, problems } = readCall(text, 'x');
  expect(call).toBeUndefined();
  expect(problems[0]?.reason).toContain(reason);
  expect(problems[0]?.line).toBe(line);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test.each([
  'about: partners, min: deux',
  'about: budget, max: 5',
  'about: lead, status: rich',
  'about: each-country, countries: [Atlantis]',
  'about: by-hand, text: [a, b]',
])('one mistake is told once: %s', (condition) => {
  expect(readCall(`${head}conditions:\n  - {${condition}}\n`, 'x').problems).toHaveLength(1);
});

test.each([
  'about: partners, min:',
  'about: lead',
  'about: each-country, countries: []',
  'about: by-hand, text:',
])('what is left empty is missing: %s', (condition) => {
  expect(readCall(`${head}conditions:\n  - {${condition}}\n`, 'x').problems).toHaveLength(1);
});
