import { describe, expect, test } from 'vitest';
import { numberedPartners } from '../../src/extract/roles/numbered-partners.ts';
import { isContact } from '../../src/extract/text/contact.ts';

describe('lines that number partners', () => {
  const fields = (text: string, hasLead = false) =>
    [...numberedPartners(text, hasLead).values()].map(({ field }) => field);

  test.each([
    ['P1 – Guild of Dyers\nP2 – Union of Weavers', ['lead', 'partners']],
    ['P1 – Guild of Dyers\nLP1 – Union of Weavers', ['partners', 'lead']],
    ['AP1 – City of Valletta\nAP2 – City of Sliema', ['associates', 'associates']],
  ])('%j', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test('none of them leads where somebody else does', () => {
    expect(fields('P1 – Guild of Dyers\nP2 – Union of Weavers', true)).toEqual([
      'partners',
      'partners',
    ]);
  });
});

test.each([
  ['Ana Ruiz', ', tel. 22 333', true],
  ['Άννα Παππά', ', τηλ. 22 333', true],
  ['Άννα Παππά', ': τηλ: 22 333', true],
  ['Άννα Παππά', ', τηλεόραση', false],
  ['Ana Ruiz', ', telescopes', false],
])('%s%s is somebody of a team: %s', (name, rest, is) => {
  expect(isContact(name + rest, { start: 0, end: name.length })).toBe(is);
});
