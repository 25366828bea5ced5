import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

const prose = (place: string) =>
  `News from the mill\n\nThe weavers of ${place} have met again this year and they have bought a second loom for the old mill, which had stood empty for a very long time.`;
const address = 'Rua da Fonte 5, 8000-100 Faro, Portugal';

test.each([
  [
    'implied in the text and written out in the address',
    `${prose('Faro')}\n\n${address}`,
    'explicit',
  ],
  ['in the address only', `${prose('the valley')}\n\n${address}`, 'publisher'],
  ['by its code after a city of it', prose('Faro (PT)'), 'explicit'],
  ['by a code after another city', prose('Faro (FR)'), 'implied'],
  ['implied only', prose('Faro'), 'implied'],
])('a country %s', (_, text, basis) => {
  const { countries } = readText(text);
  expect(countries.map((each) => `${each.code} ${each.basis}`)).toEqual([`PT ${basis}`]);
});
