import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import markdown from '../../src/formats/markdown.ts';
import { toTerminal } from '../../src/terminal/text.ts';

async function line(text: string): Promise<string | undefined> {
  const table = { columns: [{ key: 'a' }], rows: [[text]] };
  let written = '';
  for await (const piece of markdown.write(table, {})) written += piece;
  return written.split('\n')[2];
}

test.each([
  ['a|b', '| a\\|b |'],
  ['one\ntwo', '| one two |'],
  ['<script>', '| \\<script\\> |'],
  ['[x](javascript:x)', '| \\[x\\](javascript:x) |'],
  ['snake_case', '| snake_case |'],
  ['_emphasis_', '| \\_emphasis\\_ |'],
  ['https://example.org/~home', '| https://example.org/~home |'],
  ['~~gone~~', '| \\~\\~gone\\~\\~ |'],
  ['R&D &copy;', '| R&D \\&copy; |'],
  ['\u001b[31m', '| \\\\u{1b}\\[31m |'],
])('%j is written %s', async (text, expected) => {
  expect(await line(text)).toBe(expected);
});

test('whatever a cell holds, a reader of Markdown sees its text and no markup', async () => {
  const unit = fc.constantFrom(...'ab *_`[]()<>!|\\&;#~$:/"é'.split(''));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 20 }), async (text) => {
      const cell = (await line(`x${text}x`))?.slice(2, -2) ?? '';
      expect(textOf(cell)).toBe(toTerminal(`x${text}x`));
    }),
    { numRuns: 2_000 },
  );
});

function textOf(source: string): string {
  const walker = new Parser().parse(source).walker();
  let text = '';
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { type, literal } = step.node;
    expect(['document', 'paragraph', 'text']).toContain(type);
    text += literal ?? '';
  }
  return text;
}
