import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bent, stemmed, withoutParticles } from '../../src/extract/text/likeness.ts';
import { shadow } from '../../src/extract/text/shadow.ts';
import { isAcronym, isSpelledLike } from '../../src/extract/text/spelling.ts';
import type { Likeness } from '../../src/extract/text/trie.ts';
import { trie } from '../../src/extract/text/trie.ts';
import { wordsOf } from '../../src/extract/text/word.ts';

/** The names of a list that a text holds, as the text writes them. */
function found(names: readonly string[], text: string, likeness?: Likeness): string[] {
  const built = trie<number>(likeness);
  for (const [index, name] of names.entries()) built.add(name, index);
  const words = wordsOf(text, shadow(text));
  return built
    .find(text, words, 0, words.length)
    .map(({ first, last }) => text.slice(words[first]?.start, words[last - 1]?.end));
}

describe('a trie of words', () => {
  const names = [
    'Greece',
    'Western Greece',
    'Castilla y León',
    "L'Oriental",
    'S. Coop. And.',
    'Asylum, Migration',
  ];

  it.each([
    ['whole words only', 'Greeces and Greece', ['Greece']],
    ['the longest', 'in Western Greece, in Greece', ['Western Greece', 'Greece']],
    ['without marks and case', 'CASTILLA Y LEON', ['CASTILLA Y LEON']],
    ['over elisions of either sign', 'de l’Oriental', ['l’Oriental']],
    ['over one line break', 'Western\nGreece', ['Western\nGreece']],
    ['not over an empty line', 'Western\n\nGreece', ['Greece']],
    ['not over a sign', 'Castilla, y León. Western (Greece)', ['Greece']],
    ['over the signs of the name', 'Asylum, Migration', ['Asylum, Migration']],
    ['over the dots of an abbreviation', 'una S. Coop. And. nueva', ['S. Coop. And']],
  ])('matches %s', (_, text, expected) => {
    expect(found(names, text)).toEqual(expected);
  });

  it('gives all that bear a name, and takes shorter ones where the longest are refused', () => {
    const built = trie<string>();
    for (const payload of ['a', 'b']) built.add('New Town', payload);
    built.add('New', 'c');
    const words = wordsOf('New Town', 'new town');
    expect(built.find('New Town', words, 0, 2)[0]?.entries.map(({ payload }) => payload)).toEqual([
      'a',
      'b',
    ]);
    const short = built.find('New Town', words, 0, 2, (match) =>
      match.entries.filter(({ payload }) => payload === 'c'),
    );
    expect(short).toMatchObject([{ first: 0, last: 1 }]);
  });

  it('finds in order, without overlaps, what stands in the text', () => {
    const word = fc.constantFrom('la', 'red', 'del', 'sur', 'Red');
    const text = fc.array(word, { maxLength: 30 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, (text) => {
        const built = trie<string>();
        for (const name of ['red', 'red del sur', 'del sur', 'sur la red']) built.add(name, name);
        const words = wordsOf(text, shadow(text));
        let end = 0;
        for (const { first, last, entries } of built.find(text, words, 0, words.length)) {
          expect(first).toBeGreaterThanOrEqual(end);
          expect(entries[0]?.name).toBe(
            text.slice(words[first]?.start, words[last - 1]?.end).toLowerCase(),
          );
          end = last;
        }
      }),
    );
  });
});

describe('names as they bend', () => {
  it.each([
    ['Ελλάδα', 'της Ελλάδας'],
    ['Λίβανος', 'του Λιβάνου, στον Λίβανο'],
    ['Ηνωμένο Βασίλειο', 'του Ηνωμένου Βασιλείου'],
    ['Κάτω Χώρες', 'των Κάτω Χωρών'],
    ['Δυτική Ελλάδα', 'της Δυτικής Ελλάδας'],
    ['الأردن', 'والأردن ثم للأردن وبالأردن'],
    ['لبنان', 'بلبنان ولبنان للبنان'],
  ])('%s in “%s”', (name, text) => {
    expect(found([name], text, bent)).not.toEqual([]);
  });

  it.each([
    ['كتاب', ['كتاب', 'تاب']],
    ['وللاردن', ['وللاردن', 'للاردن', 'والاردن', 'الاردن', 'لاردن']],
    ['reuse', ['reuse']],
  ])('%s has the readings %j', (word, readings) => {
    for (const reading of readings.slice(0, 1)) expect(withoutParticles(word)).toContain(reading);
    expect(withoutParticles(word).every((form) => word.endsWith(form.slice(-3)))).toBe(true);
  });

  it.each([
    ['en', 'energy communities', 'an energy community'],
    ['fr', 'finances solidaires', 'la finance solidaire'],
    ['es', 'comunidades energéticas', 'una comunidad energética'],
    ['it', 'comunità energetiche', 'la comunità energetica'],
    ['pt', 'inovações sociais', 'a inovação social'],
    ['ca', 'polítiques públiques', 'la política pública'],
    ['el', 'ενεργειακές κοινότητες', 'των ενεργειακών κοινοτήτων'],
    ['ar', 'الاقتصاد الاجتماعي', 'واقتصاد اجتماعي'],
  ])('%s: %s in “%s”', (language, name, text) => {
    expect(found([name], text, stemmed(language))).toHaveLength(1);
  });
});

describe('spelling', () => {
  it.each([
    ['Málaga', 'Malaga', true],
    ['Marche', 'Marché', false],
    ['Marche', 'marche', false],
    ['España', 'ESPAÑA', true],
    ['UAE', 'Uae', false],
    ["L'Oriental", "l'Oriental", true],
    ['français', 'Français', true],
  ])('%s may be written %s: %s', (name, written, expected) => {
    expect(isSpelledLike(name, written, wordsOf(written, shadow(written)))).toBe(expected);
  });

  it.each([
    ['ACPP', true],
    ['H2020', true],
    ['CG SCOP', false],
    ['Acpp', false],
    ['A', false],
    ['2020', false],
  ])('%s is an acronym: %s', (name, expected) => {
    expect(isAcronym(name)).toBe(expected);
  });
});
