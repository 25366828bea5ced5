import { expect, test } from 'vitest';
import { shortfalls } from '../../src/drafts/shortfalls.ts';

const figure = (what: string, value: number, found?: number) => ({
  what,
  value,
  evidence: { start: 0, end: 1, quote: '1' },
  ...(found === undefined ? {} : { found }),
});

test('says once where fewer were found than the text tells of', () => {
  expect(
    shortfalls([
      figure('countries', 6, 4),
      figure('countries', 6, 4),
      figure('partners', 3, 3),
      figure('partners', 8, 2),
      figure('countries', 5),
      figure('events', 9, 1),
    ]),
  ).toEqual(['the text tells of 6 countries, found 4', 'the text tells of 8 partners, found 2']);
});
