import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { growth } from './growth.ts';

async function said(lines: readonly string[]): Promise<{ text: string; answer: Extraction }> {
  const document = await text.read(Buffer.from(lines.join('\n')));
  const context = { known: [], vocabularies: concepts, sha256: '0'.repeat(64) };
  return { text: document.text, answer: extract(document, context) };
}

describe('words that the ends of lines part', () => {
  test.each<[string, string[], string]>([
    [
      'en',
      [
        'The new press of the valley was paid for by the Munici-',
        'pality of Zahle, which keeps it in the old market hall',
        'and lends it to the growers of the plain every autumn.',
      ],
      'Municipality of Zahle',
    ],
    [
      'fr',
      [
        'Le pressoir de la vallée est confié depuis deux ans à la',
        'Fédération des oléi-',
        'culteurs du Chouf, qui en tient aussi les comptes.',
      ],
      'Fédération des oléiculteurs du Chouf',
    ],
    [
      'es',
      [
        'La prensa del valle se ha comprado este año con la Coo-',
        'perativa Agua Clara, que la guarda en la nave vieja del',
        'mercado y la presta cada otoño a la gente de la vega.',
      ],
      'Cooperativa Agua Clara',
    ],
    [
      'el',
      [
        'Το πιεστήριο της κοιλάδας το πλήρωσε πέρυσι ο Συνεται-',
        'ρισμός Ελαιοπαραγωγών Σητείας, που το κρατάει στην',
        'παλιά αγορά και το δανείζει κάθε φθινόπωρο στον κάμπο.',
      ],
      'Συνεταιρισμός Ελαιοπαραγωγών Σητείας',
    ],
  ])('are whole in names, %s', async (_, lines, name) => {
    const { text: file, answer } = await said(lines);
    const found = answer.entities.find(({ title }) => title === name);
    expect(found?.kind).toBe('organisation');
    for (const { start, end, quote } of found?.mentions ?? []) {
      expect(file.slice(start, end)).toBe(quote);
      expect(quote).toMatch(/-\n/);
    }
  });

  test('name countries, and every quote of the answer stands in the file', async () => {
    const { text: file, answer } = await said([
      'The boats of the Union of Coastal Fishers come from Tu-',
      'nisia and from Italy; since 4 May 2021 they sell to-',
      'gether. The Union got 40 000 EUR from the Ministry of Fi-',
      'sheries, and trains young fishers in small-scale fishe-',
      'ries with the Guild of Net Makers (GNM) of the Cyclades.',
    ]);
    expect(answer.countries.map(({ code }) => code)).toContain('TN');
    const quotes = JSON.stringify(answer).match(/"quote"/g)?.length ?? 0;
    let seen = 0;
    JSON.stringify(answer, (_, value: unknown) => {
      if (value !== null && typeof value === 'object' && 'quote' in value) {
        const { start, end, quote } = value as { start: number; end: number; quote: string };
        expect(file.slice(start, end)).toBe(quote);
        seen += 1;
      }
      return value;
    });
    expect(seen).toBe(quotes);
    expect(seen).toBeGreaterThan(8);
  });

  test.each([
    [
      'a hyphen that belongs there',
      'It was the second co-\noperative. The co-operative grew.',
      ['\n'],
    ],
    [
      'a capital after it',
      'They wrote in the spring to the secretaries of the Euro-\nMed Union in the old town of Tunis, and heard no more of it\nfor a very long time; then an answer came in the autumn.',
      ['\n'],
    ],
    ['a soft hyphen', 'They wrote to the coope\u00AD\nrative.', ['\u00AD\n']],
    ['a list of years', 'from 2019-\n2021 and a dash -\nalone', []],
    ['an end of lines of another system', 'the munici-\r\n  pality', ['-\r\n  ']],
  ])('leave out no more: %s', async (_, content, left) => {
    const { text: file, breaks = [] } = await text.read(Buffer.from(content));
    expect(breaks.map(({ start, end }) => file.slice(start, end))).toEqual(left);
  });

  test.each(['munici-\npality ', 'a-\n', 'ab', '-\n'])('cost no more than length: %j', (unit) => {
    expect(growth(unit, (content) => text.read(Buffer.from(content)))).toBeLessThan(32);
  });
});
