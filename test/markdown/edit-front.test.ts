import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontEdit } from '../../src/markdown/front-edit.ts';
import { nodeMap } from '../../src/core/node.ts';
import { EditRefused } from '../../src/markdown/front-edit.ts';
import { editFront } from '../../src/markdown/edit-front.ts';
import { readFront } from '../../src/markdown/front.ts';

const record = `---
# who we are
kind: project
title: 'MedTOWN'   # short
themes: [co-production, "public-policy"]
partners:
  - ccpp  # Greece
  - organisation: acpp
    role: lead
  - "[[Legacoop]]"
aliases: Med Town
summary: >
  Two lines
  that are one.
claims:
  field: start  # 1
  quote: |
    On two

    lines.
names: {fr: MedVille}  # 2
empty:

start: 2019-09
---

Text with --- and title: no.
`;

/** The lines that an edit takes away and puts in. */
function difference(before: string, after: string): { out: string[]; in: string[] } {
  const old = before.split('\n');
  const made = after.split('\n');
  let top = 0;
  while (top < old.length && old[top] === made[top]) top++;
  let tail = 0;
  while (
    tail < old.length - top &&
    tail < made.length - top &&
    old.at(-1 - tail) === made.at(-1 - tail)
  )
    tail++;
  return { out: old.slice(top, old.length - tail), in: made.slice(top, made.length - tail) };
}

const cases: readonly (readonly [string, FrontEdit, string[], string[]])[] = [
  ['a new field goes last', { set: 'end', values: ['2023-12'] }, [], ['end: 2023-12']],
  [
    'a text keeps its comment',
    { set: 'title', values: ['Med Town: two'] },
    ["title: 'MedTOWN'   # short"],
    ['title: "Med Town: two"   # short'],
  ],
  [
    'a folded text is replaced whole',
    { set: 'summary', values: ['One line.'] },
    ['summary: >', '  Two lines', '  that are one.'],
    ['summary: One line.'],
  ],
  ['an empty field is filled', { set: 'empty', values: ['x'] }, ['empty:'], ['empty: x']],
  [
    'a list in brackets grows',
    { add: 'themes', values: ['finance', 'a, b'] },
    ['themes: [co-production, "public-policy"]'],
    ['themes: [co-production, "public-policy", finance, "a, b"]'],
  ],
  ['a block list grows', { add: 'partners', values: ['[[iesmed]]'] }, [], ['  - "[[iesmed]]"']],
  [
    'one value becomes the first of two',
    { add: 'aliases', values: ['MT'] },
    ['aliases: Med Town'],
    ['aliases:', '  - Med Town', '  - MT'],
  ],
  [
    'one object becomes the first of two',
    { add: 'claims', values: [nodeMap([['field', 'end']])] },
    ['  field: start  # 1', '  quote: |', '    On two', '', '    lines.'],
    ['  - field: start  # 1', '    quote: |', '      On two', '', '      lines.', '  - field: end'],
  ],
  [
    'one object in braces becomes the first of two',
    { add: 'names', values: [nodeMap([['es', 'MT']])] },
    ['names: {fr: MedVille}  # 2'],
    ['names:', '  - {fr: MedVille}', '  - es: MT  # 2'],
  ],
  ['a field that is missing begins', { add: 'tags', values: ['new'] }, [], ['tags: new']],
  [
    'an item is replaced',
    { replace: ['partners', 0], by: 'ccpp-bg' },
    ['  - ccpp  # Greece'],
    ['  - ccpp-bg  # Greece'],
  ],
  [
    'a quoted item stays quoted',
    { replace: ['partners', 2], by: '[[legacoop]]' },
    ['  - "[[Legacoop]]"'],
    ['  - "[[legacoop]]"'],
  ],
  [
    'a part of an object is replaced',
    { replace: ['partners', 1, 'organisation'], by: 'acpp-es' },
    ['  - organisation: acpp'],
    ['  - organisation: acpp-es'],
  ],
  [
    'an object goes whole',
    { remove: ['partners', 1] },
    ['  - organisation: acpp', '    role: lead'],
    [],
  ],
  [
    'an item in brackets goes',
    { remove: ['themes', 0] },
    ['themes: [co-production, "public-policy"]'],
    ['themes: ["public-policy"]'],
  ],
  [
    'the last one in brackets goes',
    { remove: ['themes', 1] },
    ['themes: [co-production, "public-policy"]'],
    ['themes: [co-production]'],
  ],
  ['a field goes', { remove: ['summary'] }, ['summary: >', '  Two lines', '  that are one.'], []],
  [
    'a key is found as keys are compared',
    { set: 'Start', values: ['2019-10'] },
    ['start: 2019-09'],
    ['start: 2019-10'],
  ],
];

describe.each(['\n', '\r\n'])('with line ends %j', (newline) => {
  test.each(cases)('%s', (_, edit, out, into) => {
    const before = record.replaceAll('\n', newline);
    const after = editFront(before, [edit]);
    const mark = newline === '\n' ? '' : '\r';
    expect(difference(before, after)).toEqual({
      out: out.map((line) => line + mark),
      in: into.map((line) => line + mark),
    });
  });
});

test.each([
  ['no front matter', 'Only text'],
  ['YAML that does not parse', '---\ntitle: "a\nkind: project\n---\n'],
])('%s is refused', (_, text) => {
  expect(() => editFront(text, [{ set: 'end', values: ['2023'] }])).toThrow(EditRefused);
});

test('a text that names several is cut where its value says so', () => {
  const edit = { add: 'themes', values: ['finance'], split: (text: string) => text.split(/, ?/) };
  expect(editFront('---\nthemes: work, food\n---\n', [edit])).toBe(
    '---\nthemes:\n  - work\n  - food\n  - finance\n---\n',
  );
});

const text = fc.oneof(
  fc.constantFrom(
    'a',
    'x: y',
    '- z',
    '# no',
    'null',
    '2019',
    'yes',
    "l'eau",
    '"q"',
    ' pad ',
    'é',
    'a\nb',
    '[x]',
    '{a: b}',
    '&a',
    '*b',
    '!t',
    '%',
    '@',
    '',
    'العربية',
    '\u2028',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((each) => each.isWellFormed() && !each.includes('\0')),
);
const key = fc.constantFrom('title', 'themes', 'partners', 'note', 'new_one');
const edit: fc.Arbitrary<FrontEdit> = fc.oneof(
  fc.record({
    set: key,
    values: fc.array(
      text.filter((each) => each !== ''),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    add: key,
    values: fc.array(
      text.filter((each) => each !== ''),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
const fronts = fc.constantFrom(
  'title: A\nthemes: [b, c]\n',
  'title: "A: b"\r\nthemes:\r\n- b\r\n- c # why\r\n\r\n# end\r\n',
  'themes:\n    - b\n    -  c\ntitle: |\n  one\n  two\n\nnote: x\n',
  '{title: A, themes: [b]}\n',
  'partners:\n  - organisation: a\n    role: lead\n  - organisation: b\n',
  '',
);

test('any edit gives what was meant, or nothing at all', () => {
  fc.assert(
    fc.property(fronts, fc.array(edit, { minLength: 1, maxLength: 3 }), (front, edits) => {
      const before = `---\n${front}---\nBody: text\n`;
      let after: string;
      try {
        after = editFront(before, edits);
      } catch (error) {
        expect(error).toBeInstanceOf(EditRefused);
        return;
      }
      const read = readFront(after);
      expect(read.problems).toEqual([]);
      expect(read.body).toBe('Body: text\n');
      const last = edits.at(-1);
      const name = last && 'set' in last ? last.set : last && 'add' in last ? last.add : '';
      const values = last && 'values' in last ? last.values : [];
      const found = [read.data[name] ?? []].flat();
      expect(found.slice(-values.length)).toEqual(values);
    }),
    { numRuns: 1_500 },
  );
});

test('hardly anything ordinary is refused', () => {
  const plain = '---\ntitle: A\nthemes: [b, c]\npartners:\n  - a\n---\n';
  for (const each of ['x: y', '- z', '"q"', "l'eau", '# no', '[[a|b]]', 'العربية', 'a, b', '{x}'])
    for (const name of ['title', 'themes', 'partners', 'other'])
      expect(readFront(editFront(plain, [{ add: name, values: [each] }])).data[name]).toContain(
        each,
      );
});
