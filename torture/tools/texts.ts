import fc from 'fast-check';

const naughtyPieces = [
  '---',
  '---\n',
  '\n---\n',
  '--- js\n',
  '\r\n',
  '\n\n',
  '\n',
  ' ',
  '\t',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\0',
  '\ud800',
  '[[',
  ']]',
  '[[a]]',
  '[[Union|it]]',
  '![[a]]',
  '[[a#b]]',
  '[[a\\|b]]',
  '[x](../organisations/a.md)',
  '[x](<a b.md> "t")',
  '[a]: b.md\n',
  '[a]',
  '](',
  '`',
  '```\n',
  '~~~\n',
  '    ',
  '<!--',
  '-->',
  '<div>',
  '<a href="x">',
  '&amp;',
  '&#0;',
  '\\',
  '*',
  '**',
  '_',
  '~~',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## ',
  '| a | b |\n| --- | --- |\n',
  '%%',
  '- lead: ',
  'partners:: ',
  'lead: ',
  'partners:\n  - ',
  'title: ',
  'id: ',
  'kind: ',
  'kind: project\n',
  'start: ',
  'budget: ',
  'country: ',
  'themes: [',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '|\n  ',
  '>-\n  ',
  '&x ',
  '*x',
  '!!js/function ',
  '!t ',
  '<<: ',
  '? ',
  ': ',
  '# c\n',
  ', ',
  '__proto__: ',
  'constructor: ',
  'a',
  'Union of Saltworkers',
  'Legacoop',
  '2019',
  '1993-02-31',
  '07001',
  'NO',
  '~',
  'null',
  'العربية',
  'Κοινωνία',
  'é',
  'e\u0301',
  '\u{1f600}',
  '\u200d',
  'ﬁ',
] as const;

/** Any text at all, mostly made of what has a meaning in front matter or Markdown. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...naughtyPieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 8 }) },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));

/** Text as a file may hold it: any but NUL and halves of characters, which are never read from a file. */
export const fileText: fc.Arbitrary<string> = anyText.map((text) =>
  text.toWellFormed().replaceAll('\0', ''),
);

const plainValue = fc.constantFrom(
  'a',
  'Legacoop',
  '"[[a]]"',
  '[a, b]',
  '2019',
  '"x: y"',
  "'q'",
  '{name: b}',
  '|\n  one\n  two',
);
const plainKey = fc.constantFrom(
  'title',
  'lead',
  'partners',
  'themes',
  'note',
  'Budget',
  'tags',
  'associates',
  'summary',
);

/** Front matter that can be read, as people write it: comments, several styles, either end of line. */
export const soundFront: fc.Arbitrary<string> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(plainKey, plainValue, fc.constantFrom('', ' # why', '\n# between')), {
      selector: ([key]) => key.toLowerCase(),
      maxLength: 5,
    }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([fields, end]) =>
    fields
      .map(([key, value, comment]) => `${key}: ${value}${value.startsWith('|') ? '' : comment}\n`)
      .join('')
      .replaceAll('\n', end),
  );

/** A record with lists of several items, in the ways in which lists are written. */
export const listFront: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.constantFrom('lead', 'partners', 'themes', 'associates'),
        fc.array(
          fc.constantFrom('a', '"b"', "'c'", '"[[d|e]]"', '{name: f}', '~', 'g # why', '2019'),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom('block', 'indented', 'flow', 'alone'),
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([fields, end]) =>
    `---\ntitle: 'A'\n${fields.map(([key, items, style]) => listField(key, items, style)).join('')}---\nText.\n`.replaceAll(
      '\n',
      end,
    ),
  );

function listField(key: string, items: readonly string[], style: string): string {
  const bare = items.map((item) => item.replace(' # why', ''));
  if (style === 'flow') return `${key}: [${bare.join(', ')}]\n`;
  if (style === 'alone') return `${key}: ${items[0] ?? ''}\n`;
  const indent = style === 'block' ? '' : '  ';
  return `${key}:\n${items.map((item) => `${indent}- ${item}\n`).join('')}`;
}

/** A file with front matter that is mostly in order, and any body. */
export const recordText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(soundFront, fileText)
      .map(([front, body]) => `---\nkind: project\n${front}---\n${body}`),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fileText, fileText).map(([front, body]) => `---\n${front}\n---\n${body}`),
  },
  { weight: 1, arbitrary: fileText },
);
