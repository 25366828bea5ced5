import { describe, expect, test } from 'vitest';
import text from '../../src/readers/text.ts';
import { tell } from './tools/tell.ts';

const read = (content: string) => text.read(Buffer.from(content));

describe('plain text', () => {
  test('is kept as it is, so places in it are places in the file', async () => {
    const content = 'Title\r\n\r\n  First line.\r\nSecond line.\r\n';
    const document = await read(content);
    expect(document.text).toBe(content);
    expect(document.blocks).toEqual([
      { kind: 'heading', level: 1, start: 0, end: 5 },
      { kind: 'paragraph', start: 11, end: 22 },
      { kind: 'paragraph', start: 24, end: 36 },
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      'a short line alone',
      'Our partners\n\nThey are many.',
      ['heading 1: Our partners', 'paragraph: They are many.'],
    ],
    [
      'a sentence alone',
      'They are many.\n\nSee below:',
      ['paragraph: They are many.', 'paragraph: See below:'],
    ],
    [
      'a day with a word',
      'Publicado el 3 de mayo de 2020\n\nWe met.',
      ['paragraph: Publicado el 3 de mayo de 2020', 'paragraph: We met.'],
    ],
    ['a day alone', '3 May 2020\n\nWe met.', ['paragraph: 3 May 2020', 'paragraph: We met.']],
    [
      'an address',
      'Network House\nHarbour Street 3\nMarseille',
      ['paragraph: Network House', 'paragraph: Harbour Street 3', 'paragraph: Marseille'],
    ],
    [
      'a question as a heading',
      'What next?\n\nWe go on.',
      ['heading 1: What next?', 'paragraph: We go on.'],
    ],
    [
      'items, also over two lines',
      '- one\n- two\n  and more\n• three\n1. four\n2) five',
      ['item: one', 'item: two\n  and more', 'item: three', 'item: four', 'item: five'],
    ],
    [
      'cells between tabs',
      'Lead\tRete Alfa\tItaly\nPartner\t\tSpain',
      ['row: Lead | Rete Alfa | Italy', 'row: Partner |  | Spain'],
    ],
    [
      'empty cells at the beginning of a row',
      'No.\tWho\tSum\n1\tRete Alfa\t12\n\t\tTotal\t12',
      ['row: No. | Who | Sum', 'row: 1 | Rete Alfa | 12', 'row:  |  | Total | 12'],
    ],
    [
      'cells between bars',
      '| Lead | Italy |\n|---|---|\n| Alfa | Spain |',
      ['row: Lead | Italy', 'row: Alfa | Spain'],
    ],
    [
      'cells between semicolons',
      'Lead; Alfa; Italy\nPartner; Beta; Spain',
      ['row: Lead | Alfa | Italy', 'row: Partner | Beta | Spain'],
    ],
    [
      'one line with semicolons',
      'We met; we spoke; we left.',
      ['paragraph: We met; we spoke; we left.'],
    ],
    ['ruled lines', 'Report\n======\n\n* * *', ['heading 1: Report']],
    [
      'right to left',
      'الشركاء\n\nاجتمعت الشبكة في تونس؟ نعم، اجتمعت.',
      ['heading 1: الشركاء', 'paragraph: اجتمعت الشبكة في تونس؟ نعم، اجتمعت.'],
    ],
  ])('%s', async (_, content, blocks) => {
    expect(tell(await read(content))).toEqual(blocks);
  });

  const long =
    'The network of the four regions met again in spring and agreed on what every member would bring to the common fund.';

  test('without empty lines every line is a paragraph, and a short one before a long one a heading', async () => {
    expect(tell(await read([long, 'What was decided', long, long].join('\n')))).toEqual([
      `paragraph: ${long}`,
      'heading 2: What was decided',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
    ]);
  });

  test.each([60, 72, 80])(
    'lines that an editor broke at %i columns are one paragraph',
    async (width) => {
      const document = await read(`${wrap(`${long} ${long}`, width)}\n\n${wrap(long, width)}`);
      expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    },
  );
});

function wrap(content: string, width: number): string {
  return content.split(' ').reduce((text, word) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return line.length + 1 + word.length > width ? `${text}\n${word}` : `${text} ${word}`;
  });
}
