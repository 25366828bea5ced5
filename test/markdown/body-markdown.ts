import * as fc from 'fast-check';

import type { Body } from '../../src/markdown/body.ts';

const inline = [
  'a',
  'lead',
  'é',
  'Łódź',
  'γος',
  'جمعية',
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '*',
  '**',
  '_',
  '__',
  '~',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '](b.md)',
  '](<c d.md>)',
  '](https://x.org "t")',
  "](/e.md#h 't')",
  '[a]',
  '[A]',
  '[a][]',
  '[b][a]',
  '![a]',
  '[[a_b]]',
  '[[_x]]',
  '[[a|b]]',
  '[[a\\|b]]',
  '![[e]]',
  '[[t#H1#H2]]',
  '[[t#^b]]',
  '[[#H]]',
  '[[t.md]]',
  '[[ t | l ]]',
  '[[a|b [c]]]',
  '[[a]](https://x.org)',
  '[[a]](note)',
  '[[',
  ']]',
  '|',
  '\\',
  '\\[',
  '\\]',
  '\\*',
  '\\`',
  '&amp;',
  '&copy;',
  '&#91;',
  '&#32;',
  '&nbsp;',
  '<',
  '>',
  '<b>',
  '</b>',
  '<br>',
  '<!-- ',
  ' -->',
  '<https://x.org>',
  '<a@b.org>',
  '<?',
  '?>',
  '"',
  "'",
  '%%',
  '%',
  'lead:: ',
  'member of:: ',
  'Lead ',
  ', ',
  '!',
  '#',
  '-',
  '+',
  '=',
  ':',
  '.',
  '1',
  '\n',
];
const line = [
  '',
  '',
  '# ',
  '## ',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '  ',
  '   ',
  '    ',
  '\t',
  ' ',
  '- lead ',
  '- [',
  '[a]: ',
  '[a]: x.md',
  '[a]: <y z.md> "t"',
  '[b]:\n  /w.md',
  '```',
  '~~~',
  '    code',
  '===',
  '---',
  '***',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<b>',
  '%%',
  '|',
  '- - ',
  '> - ',
  '1. > ',
  '      ',
  '\\',
  '# a #',
  '#\t',
  'lead:: [[a]], [[b]]',
];
const end = ['\n', '\n', '\n', '\n\n', '\n\n', '  \n', '\\\n', '\r\n', '\t\n', ' \n'];

/** Markdown made of everything that a reader may stumble on. */
export function markdown(): fc.Arbitrary<string> {
  const piece = fc.tuple(
    fc.array(fc.constantFrom(...line), { maxLength: 2 }),
    fc.array(fc.constantFrom(...inline), { maxLength: 7 }),
    fc.constantFrom(...end),
  );
  return fc
    .array(piece, { maxLength: 6 })
    .map((lines) =>
      lines.map(([start, text, close]) => start.join('') + text.join('') + close).join(''),
    );
}

/** Where micromark or commonmark.js leave the specification: what it says, and the Markdown that shows it. */
export const differences: readonly { readonly reason: string; readonly where: RegExp }[] = [
  {
    reason:
      'micromark takes an empty list item, or one not numbered 1, for text where it thinks that a paragraph goes on',
    where: /(?:^|[ \t>])(?:[-+*]|\d+[.)])[ \t]*$|^[ \t>*+\-1.)]*(?:[02-9]|\d\d)\d*[.)]/m,
  },
  {
    reason: 'micromark sees no shortcut reference before a bracket that begins no label',
    where: /\]!?\[/,
  },
  {
    reason:
      'micromark lets an HTML tag interrupt a paragraph that goes on lazily outside of its container',
    where: /^[ \t]*(?:[-+*>]|\d+[.)])[^]*\n[ \t>]*<[a-z/]/im,
  },
  {
    reason:
      'commonmark.js takes a no-break space after an HTML tag that stands alone for white space',
    where: />[ \t]*\u00a0/,
  },
  {
    reason: 'micromark lets a title in parentheses hold an opening parenthesis',
    where: /\s\([^)]*\(/,
  },
];

/** micromark applies the rule of three to what is left of a delimiter run, not to the whole run: other `*` and `_` stay in the text. */
export const ruleOfThree = /\*\*|__/;

/** A body without the markers of emphasis, nor the white space that only these keep. */
export function withoutMarkers(body: Body): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(/[*_\s]|\\n/g, ''));
}
