import { describe, expect, test } from 'vitest';
import { concepts } from '../../src/vocabulary/load.ts';
import { languages } from '../../src/vocabulary/world.ts';

const countries = concepts('countries');

/** Codes that CLDR can name but that are no country of ISO 3166-1. */
const notCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

describe('countries', () => {
  test('are those that the tables of Node know', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const known = pairs.filter(
      (code) =>
        !notCountries.has(code) &&
        names.of(code) !== undefined &&
        Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
    );
    expect(pairs.filter((code) => countries.concept(code))).toEqual(known);
  });

  test('mostly bear the names that those tables have', () => {
    const other = languages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return pairs.filter(
        (code) =>
          countries.concept(code) && countries.concept(code)?.labels[language] !== names.of(code),
      );
    });
    // Portuguese of Portugal, and names by which the Union and its neighbours call themselves.
    expect(new Set(other).size).toBeLessThan(80);
  });

  test.each([
    ['PS', 'en', 'Palestine'],
    ['CZ', 'fr', 'Tchéquie'],
    ['MA', 'ar', 'المغرب'],
    ['BA', 'en', 'Bosnia and Herzegovina'],
    ['NO', 'en', 'Norway'],
  ])('%s is called in %s', (code, language, name) => {
    expect(countries.label(code, language)).toBe(name);
  });
});
