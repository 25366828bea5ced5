import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/readers/parted-words.ts';
import { joinLines } from '../../src/readers/pdf/join-lines.ts';
import { isReversed, repairArabic } from '../../src/readers/pdf/arabic.ts';
import { readDocument } from '../../src/readers/read-document.ts';
import { makePdf } from './tools/make-pdf.ts';
import type { Drawn } from './tools/make-pdf.ts';
import { tell } from './tools/tell.ts';

const pdf = async (...pages: readonly (readonly Drawn[])[]) =>
  tell(await readDocument(makePdf(pages), 'a.pdf'));

/** Lines below each other, 12 points apart; every letter is 5 points wide. */
const lines = (texts: readonly string[], x = 50, y = 100): Drawn[] =>
  texts.map((text, index) => ({ x, y: y + index * 12, text }));

const full = 'a line of the column that is as long as it can be'.split(' ');
const filled = (word: string) => [word, ...full].join(' ');

describe('a PDF', () => {
  test('tells its title and language', async () => {
    const bytes = makePdf([lines(['Text'])], { title: 'Rapport annuel', language: 'fr-FR' });
    expect((await readDocument(bytes, '')).metadata).toEqual({
      title: 'Rapport annuel',
      language: 'fr',
    });
  });

  test('is read as headings by size, paragraphs by distance, and items by their signs', async () => {
    const page = [
      { x: 50, y: 40, text: 'Report', size: 20 },
      { x: 50, y: 70, text: '2. Partners', size: 14 },
      ...lines([filled('First'), 'and its end.'], 50, 100),
      ...lines([filled('Second'), 'and its end'], 50, 140),
      { x: 50, y: 180, text: '•' },
      { x: 65, y: 180, text: filled('Item') },
      { x: 65, y: 192, text: 'goes on' },
      ...lines(['- next'], 50, 204),
    ];
    expect(await pdf(page)).toEqual([
      'heading 1: Report',
      'heading 2: 2. Partners',
      `paragraph: ${filled('First')} and its end.`,
      `paragraph: ${filled('Second')} and its end`,
      `item: ${filled('Item')} goes on`,
      'item: next',
    ]);
  });

  test('is read column by column, below a line that stands across', async () => {
    const column = (word: string) => [
      ...Array.from({ length: 7 }, () => `${word} words that fill a column here`),
      `${word} words that fill a column.`,
    ];
    const across = `Across ${'the page '.repeat(10)}.`;
    const page = [
      { x: 50, y: 60, text: across },
      ...lines(column('Left'), 50),
      ...lines(column('Right'), 320),
    ];
    expect(await pdf(page)).toEqual([
      `paragraph: ${across}`,
      `paragraph: ${column('Left').join(' ')}`,
      `paragraph: ${column('Right').join(' ')}`,
    ]);
  });

  test('has rows where lines have gaps at the same places; a cell may take two lines', async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.map((text, index) => ({ x: 50 + index * 170, y, text }));
    const page = [
      ...row(100, 'Partner', 'Country', 'Budget'),
      ...row(125, 'Union of many coop-', 'Spain', '1 200 euro'),
      ...row(137, 'eratives'),
      ...row(162, 'Network', 'Tunisia', '300 euro'),
    ];
    expect(await pdf(page)).toEqual([
      'row: Partner | Country | Budget',
      'row: Union of many cooperatives | Spain | 1 200 euro',
      'row: Network | Tunisia | 300 euro',
    ]);
  });

  test('is read without headers, footers and page numbers', async () => {
    const page = (number: number) => [
      { x: 50, y: 20, text: 'Network Alfa, report' },
      ...lines([`Text of page ${'one two three'.split(' ')[number - 1] ?? ''}.`]),
      { x: 300, y: 780, text: `Page ${number} / 3` },
    ];
    expect(await pdf(page(1), page(2), page(3))).toEqual([
      'paragraph: Text of page one.',
      'paragraph: Text of page two.',
      'paragraph: Text of page three.',
    ]);
  });

  test('lets a sentence go on over the end of a page', async () => {
    const [text] = await pdf(lines([filled('First'), filled('and')]), lines(['ends there.']));
    expect(text).toBe(`paragraph: ${filled('First')} ${filled('and')} ends there.`);
  });

  test('has spaces where letters are apart, between scripts too, and reads Arabic from the right', async () => {
    // pdf.js gives runs of Arabic with their first letter first; the places are those of the page.
    const reversed = (word: string) => word.split('').toReversed().join('');
    const page = [
      { x: 100, y: 100, text: 'co' },
      { x: 110, y: 100, text: 'operate' },
      { x: 148, y: 100, text: 'now' },
      { x: 100, y: 140, text: reversed('تونس') },
      { x: 125, y: 140, text: '2019' },
      { x: 150, y: 140, text: reversed('مشروع') },
    ];
    expect(await pdf(page)).toEqual(['paragraph: cooperate now', 'paragraph: مشروع 2019 تونس']);
  });

  test('says which pages are scanned, and is refused where all are', async () => {
    const document = await readDocument(makePdf([lines(['Text']), [], []]), '');
    expect(document.notes).toEqual([
      'Pages 2 and 3 hold no text: scanned, and koinon does not read pictures',
    ]);
    await expect(readDocument(makePdf([[]]), '')).rejects.toThrow('scanned');
  });

  test('numbers its pages in its blocks', async () => {
    const { blocks } = await readDocument(makePdf([lines(['One.']), lines(['Two.'])]), '');
    expect(blocks.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('lines that belong together', () => {
  test.each<[string, string[], string]>([
    ['a divided word', ['the coop-', 'eration goes on'], 'the cooperation goes on'],
    ['a word that is seen whole', ['the co-', 'operation'], 'the cooperation'],
    ['a word that is seen with its hyphen', ['a long-', 'term plan'], 'a long-term plan'],
    ['a prefix with its hyphen', ['non-', 'profit bodies'], 'non-profit bodies'],
    ['a capital', ['Auvergne-', 'Rhône-Alpes'], 'Auvergne-Rhône-Alpes'],
    ['numbers', ['on 7-', '8 April'], 'on 7-8 April'],
    ['a dash', ['a word -', 'another'], 'a word - another'],
    ['a soft hyphen', ['coop\u00AD', 'eration'], 'cooperation'],
    ['no hyphen', ['one', 'two'], 'one two'],
  ])('%s', (_, parts, whole) => {
    expect(joinLines(parts, wordsOf(['cooperation is a long-term aim']))).toBe(whole);
  });
});

describe('Arabic as PDFs store it', () => {
  test.each([
    ['االتحاد', 'الاتحاد'],
    ['األوروبي', 'الأوروبي'],
    ['واإلدماج', 'والإدماج'],
    ['لالقتصاد', 'للاقتصاد'],
    ['ﺗﻌﺎﻭﻧﻴﺔ', 'تعاونية'],
    ['الاتحاد اللاجئين أهلا', 'الاتحاد اللاجئين أهلا'],
    ['ﬁnance', 'finance'],
  ])('%s is %s', (stored, typed) => {
    expect(repairArabic(stored, false)).toBe(typed);
  });

  test('words stored from their end are turned, numbers and Latin words are not', () => {
    const typed = 'المغرب التضامني 2019 FINSOL الاقتصاد الاجتماعي';
    const stored = 'يعامتجالا داصتقالا FINSOL 2019 ينماضتلا برغملا';
    expect(isReversed([stored])).toBe(true);
    expect(isReversed([typed])).toBe(false);
    expect(repairArabic(stored, true)).toBe(typed);
  });
});
