import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippet } from '../../src/core/snippet.ts';
import { fold } from '../../src/vocabulary/fold.ts';

const words = ['economie', 'oeuvre', 'e', 'κοινωνικη', 'الاقتصاد', 'lodz', '2021', 'zagreb'];
const named = [
  'économie',
  'ECONOMIE',
  'e\u0301conomie',
  'Œuvre',
  'E',
  'κοινωνική',
  'الإقتصاد',
  'الاقتصاد',
  'Łódź',
  '2021',
];
const other = [
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00a0',
  '\u0640',
  '-',
  '.',
  '’',
  '«',
  'x',
  'µ',
  '😀',
  'éa',
  'aé',
  '漢字',
  'Жизнь',
];
const pieces = fc.constantFrom(...named, ...other);
const texts = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

/** Every word of the text, looked at one by one. */
function markedSlowly(text: string, wanted: ReadonlySet<string>): string[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map(([word]) => word)
    .filter((word) => wanted.has(fold(word)));
}

test('every word that was looked for is marked, in whatever letters it stands', () => {
  fc.assert(
    fc.property(texts, fc.subarray(words, { minLength: 1 }), (text, chosen) => {
      const wanted = chosen.map((word) => ({ words: [word] }));
      const { text: shown, marks } = snippet(text, wanted, 1_000);
      expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(
        markedSlowly(text, new Set(chosen)),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('line ends and other white space are shown as spaces', () => {
  expect(snippet('a\nb\u00a0c\td  e', []).text).toBe('a b c d  e');
});
