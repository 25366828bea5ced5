import type { Concept, ConceptSource } from './concept.ts';

/** The languages of the interface and of the vocabularies. */
export const languages = ['en', 'fr', 'es', 'it', 'pt', 'ca', 'el', 'ar'] as const;

/** Every country and territory of ISO 3166-1 (and XK), named by CLDR where `overrides` does not say otherwise. */
export function worldCountries(overrides: readonly Concept[]): ConceptSource {
  const own = new Map(overrides.map((concept) => [concept.id, concept]));
  return {
    has: isCountryCode,
    label: (id, language) => own.get(id)?.labels[language] ?? nameOf(id, language, 'region'),
    concepts: () =>
      pairs()
        .filter(isCountryCode)
        .map((id) => {
          const { labels, ...rest } = own.get(id) ?? { id, labels: {} };
          return { ...rest, labels: { ...namesFor(id, 'region'), ...labels } };
        }),
  };
}

/** The languages of ISO 639-1, named by CLDR. */
export function worldLanguages(): ConceptSource {
  return {
    has: isLanguageCode,
    label: (id, language) => nameOf(id, language, 'language'),
    concepts: () =>
      pairs()
        .map((code) => code.toLowerCase())
        .filter(isLanguageCode)
        .map((id) => ({ id, labels: namesFor(id, 'language') })),
  };
}

/** Codes that CLDR can name but that are no country of ISO 3166-1. */
const notCountries = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

function isCountryCode(code: string): boolean {
  const known = countryCodes.get(code);
  if (known !== undefined) return known;
  const is =
    /^[A-Z]{2}$/.test(code) &&
    !notCountries.has(code) &&
    nameOf(code, 'en', 'region') !== undefined &&
    Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  countryCodes.set(code, is);
  return is;
}

const countryCodes = new Map<string, boolean>();

function isLanguageCode(code: string): boolean {
  return (
    /^[a-z]{2}$/.test(code) &&
    nameOf(code, 'en', 'language') !== undefined &&
    Intl.getCanonicalLocales(code)[0] === code
  );
}

function namesFor(code: string, type: 'region' | 'language'): { [language: string]: string } {
  return Object.fromEntries(
    languages.map((language) => [language, nameOf(code, language, type) ?? code]),
  );
}

function nameOf(code: string, language: string, type: 'region' | 'language'): string | undefined {
  return display(language, type).of(code);
}

const displays = new Map<string, Intl.DisplayNames>();

function display(language: string, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${language} ${type}`;
  const known = displays.get(key) ?? new Intl.DisplayNames([language], { type, fallback: 'none' });
  displays.set(key, known);
  return known;
}

function pairs(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
