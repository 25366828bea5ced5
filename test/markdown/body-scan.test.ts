import { describe, expect, it } from 'vitest';

import { readBody } from '../../src/markdown/body.ts';
import { readBodyPrecisely } from './precise-body.ts';
import { cost } from '../cost.ts';

const options = { firstLine: 1, isRelation: (key: string) => key === 'lead' };
const slow = '*_'.repeat(1_001);

describe('what may be slow to parse is scanned', () => {
  it.each([
    ['a paragraph with 2,000 markers', `${slow}\n\n# H`],
    ['a line in 100 containers', `${'> '.repeat(101)}a`],
    ['a long run of spaces', `# a${' '.repeat(501)}b`],
    ['more than a million characters', 'a\n\n'.repeat(400_000)],
  ])('%s', (_, markdown) => {
    expect(readBody(markdown, options).partial).toBe(true);
    expect(readBodyPrecisely(markdown, options)).toEqual(readBody(markdown, options));
  });

  it('only the paragraph in question, the rest is parsed', () => {
    const body = readBody(`# A\n\n${slow} [[b]]\n\n*c*`, options);
    expect(body).toMatchObject({
      headings: [{ text: 'A' }],
      links: [{ target: 'b', line: 3, column: 2_004 }],
    });
    expect(body.text.endsWith('\nc')).toBe(true);
  });

  it('with text, headings, links and places all the same', () => {
    const markdown = [
      '# A',
      '- lead [[b|c]] and `[[no]]` ``no ` [[no]]`` \\[[no]] \\* ![[d]]',
      '> [e](f%20g.md#h) [x](https://x.org) <!-- [[no]] --> %%[[no]]%%',
      '```',
      '[[no]] i',
      '```',
      '<!--',
      '[[no]]',
      '-->',
      '>'.repeat(101),
    ];
    expect(readBody(markdown.join('\n'), options)).toEqual({
      text: 'A\nlead c and [[no]] no ` [[no]] [[no]] * d\ne x\n[[no]] i',
      headings: [{ depth: 1, text: 'A', line: 1 }],
      links: [
        {
          target: 'b',
          label: 'c',
          relation: 'lead',
          form: 'wiki',
          embed: false,
          line: 2,
          column: 8,
        },
        { target: 'd', relation: 'mentions', form: 'wiki', embed: true, line: 2, column: 57 },
        {
          target: 'f g.md',
          fragment: 'h',
          label: 'e',
          relation: 'mentions',
          form: 'markdown',
          embed: false,
          line: 3,
          column: 3,
        },
      ],
      partial: true,
    });
  });
});

it.each([
  '*a_ ',
  '[[a]] ',
  '1. ',
  '> ',
  '- [[a]]\n',
  '<!-- ',
  '[',
  '[a](<b',
  '![',
  '[[a|',
  '[b',
  'word\n',
  '%% a\n\n',
  '<a b="',
  '[x](y.md) ',
  'a\n===\n',
  '`a``b',
  '\\',
  ' -',
  '\t',
  '[a]: b\n',
  '<a b\n',
])('what %j costs grows with its length, not with the square of it', (piece) => {
  const costOf = (characters: number) => {
    const markdown = piece.repeat(characters / piece.length);
    return cost(() => readBodyPrecisely(markdown, options), 2);
  };
  const few = Math.max(15, costOf(60_000));
  const many = costOf(480_000);
  expect(many / few).toBeLessThan(32);
});
