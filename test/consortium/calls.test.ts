import { readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readCall } from '../../src/calls/read-call.ts';
import { fits } from '../../src/core/consortium/verdict.ts';
import { worldOf } from '../../src/session/consortium/world.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { languages } from '../../src/vocabulary/world.ts';
import { actor } from './worlds.ts';

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

/** Titles that are the name of a programme and are the same in every language. */
const isName = /^Interreg (?:Sudoe|Europe|Central Europe)(?: \d{4}-\d{4})?$/;

/** What a file says to people: every title, note and text in it. */
function saidIn(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): readonly unknown[] =>
    ['title', 'note', 'text'].includes(key) ? [value] : saidIn(value),
  );
}

test.each(files)('all that %s says is there in eight languages', (file) => {
  const said = saidIn(load(readFileSync(new URL(file, folder), 'utf8')));
  expect(said.length).toBeGreaterThan(0);
  for (const each of said) {
    if (typeof each === 'string' && isName.test(each)) continue;
    expect(Object.keys(each as object), JSON.stringify(each)).toEqual([...languages]);
    for (const text of Object.values(each as object)) expect(text).toMatch(/\p{L}{2}/u);
  }
});

const labels = "title: {en: Call, fr: Appel}\nsource: S\nvalid: '2024'\n";

test('a call says what it says in the language that it is read for, else in English', () => {
  const text = `${labels}note: One only\nconditions:\n  - {about: by-hand, text: {fr: À la main}}\n`;
  const [french, greek] = ['fr', 'el'].map((language) => readCall(text, 'x', language).call);
  expect([french?.title, greek?.title]).toEqual(['Appel', 'Call']);
  expect([french?.note, greek?.note]).toEqual(['One only', 'One only']);
  expect(greek?.conditions).toMatchObject([{ text: 'À la main' }]);
  expect(french?.titles).toEqual(['Call', 'Appel']);
  expect(
    readCall('title: {xx: A}\nsource: S\nvalid: 1\nconditions: []\n', 'x').problems,
  ).toMatchObject([{ reason: '“xx” means nothing here', line: 1 }]);
});

/** An organisation with its seat there is in the area of a call. */
test.each([
  ['sudoe', 'ES-CT', 'ES', true],
  ['sudoe', 'ES-CN', 'ES', false],
  ['sudoe', 'FRK1', 'FR', true],
  ['sudoe', 'FRK2', 'FR', false],
  ['sudoe', 'FR-OCC', 'FR', true],
  ['sudoe', 'FR-IDF', 'FR', false],
  ['sudoe', 'PT17', 'PT', true],
  ['sudoe', 'PT-30', 'PT', false],
  ['sudoe', '', 'AD', true],
  ['eni-cbc-med', '', 'TN', true],
  ['eni-cbc-med', '', 'MA', false],
  ['eni-cbc-med', '', 'DZ', false],
])('area of %s: %s %s', (id, region, country, isIn) => {
  const { call } = readCall(readFileSync(new URL(`${id}.yaml`, folder), 'utf8'), id);
  const wanted = call?.conditions.find(
    (each) => 'of' in each && (each.of.outside !== undefined || each.of.in !== undefined),
  );
  expect(wanted && 'of' in wanted).toBe(true);
  if (!wanted || !('of' in wanted)) return;
  const area = wanted.of.outside ?? wanted.of.in;
  const of = area ? { in: area } : {};
  const regions = region === '' ? [] : [region];
  const { verdict } = fits(
    of,
    actor('a', { countries: [country], regions }),
    worldOf({ concepts }),
  );
  expect(verdict).toBe(isIn ? 'holds' : 'fails');
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
  'about: by-hand, text: "  "',
  'about: by-hand, text: {}',
])('what is left empty is missing: %s', (condition) => {
  expect(readCall(`${head}conditions:\n  - {${condition}}\n`, 'x').problems).toHaveLength(1);
});
