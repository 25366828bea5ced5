import { describe, expect, it } from 'vitest';
import { phraseBook } from '../../src/extract/text/phrase-book.ts';
import { shadow } from '../../src/extract/text/shadow.ts';
import { wordsOf } from '../../src/extract/text/word.ts';

function found(phrases: readonly string[], text: string): string[] {
  const words = wordsOf(text, shadow(text));
  const book = phraseBook(
    phrases.map((each): [string, string] => [each, each]),
    { by: ['da', 'dalla'] },
  );
  return book(words, 0, words.length).map(({ first, last }) =>
    text.slice(words[first]?.start, words[last]?.end),
  );
}

describe('phrases', () => {
  it.each([
    ['a word', ['partner'], 'the Partner and partners', ['Partner']],
    ['any ending', ['coordinat*'], 'è coordinato, coordinata', ['coordinato', 'coordinata']],
    ['one of several', ['led|run by'], 'run by, led by, made by', ['run by', 'led by']],
    [
      'a number of several words',
      ['gives #'],
      'it gives 90 000 euros and gives much',
      ['gives 90 000'],
    ],
    ['one of a set or a word', ['{by|with} X'], 'dalla X, with X', ['dalla X', 'with X']],
    ['one of a set', ['guidato {by}'], 'guidato dalla Lega', ['guidato dalla']],
    [
      'a word that may be absent',
      ['(the) lead partner'],
      'the lead partner, a lead partner',
      ['the lead partner', 'lead partner'],
    ],
    [
      'up to four words of any kind',
      ['led … by'],
      'led from 2019 to 2022 by us, led one two three four five by',
      ['led from 2019 to 2022 by'],
    ],
    ['the longest', ['partner', 'partner in crime'], 'a partner in crime', ['partner in crime']],
    [
      'without marks and case',
      ['chef de file'],
      'CHEF DE FILE, chef-de-file',
      ['CHEF DE FILE', 'chef-de-file'],
    ],
    ['Arabic words with an “and” before them', ['بتمويل من'], 'وبتمويل من', ['وبتمويل من']],
  ])('%s', (_, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });
});
