import type { NodeMap } from '../core/node.ts';
import { isMap, nodeMap, textsOf } from '../core/node.ts';
import { shipped } from '../shipped.ts';
import type { Concept, ConceptSource } from './concept.ts';
import { textMap } from './read-concepts.ts';

/** The languages of the interface and of the vocabularies. */
export const languages = ['en', 'fr', 'es', 'it', 'pt', 'ca', 'el', 'ar'] as const;

/** Every country and territory of ISO 3166-1 (and XK) by its names; `more` gives what else some of them are called. */
export function worldCountries(more: () => readonly Concept[]): ConceptSource {
  return {
    has: (id) => Object.hasOwn(countryNames(), id),
    label: (id, language) => labelsOf(id)[language],
    concepts: () => {
      const known = new Map(more().map((concept) => [concept.id, concept]));
      return Object.keys(countryNames()).map((id) => ({
        ...known.get(id),
        id,
        labels: labelsOf(id),
      }));
    },
  };
}

let countries: NodeMap | undefined;

function countryNames(): NodeMap {
  if (countries) return countries;
  const node = shipped('names/countries');
  return (countries = isMap(node) ? node : nodeMap([]));
}

function labelsOf(code: string): { readonly [language: string]: string } {
  return textMap(countryNames()[code], (name) => textsOf(name)[0] ?? '');
}

/** The languages of ISO 639-1, named by CLDR. */
export function worldLanguages(): ConceptSource {
  return {
    has: isLanguageCode,
    label: nameOf,
    concepts: () =>
      pairs()
        .map((code) => code.toLowerCase())
        .filter(isLanguageCode)
        .map((id) => ({ id, labels: namesFor(id) })),
  };
}

function isLanguageCode(code: string): boolean {
  return (
    /^[a-z]{2}$/.test(code) &&
    nameOf(code, 'en') !== undefined &&
    Intl.getCanonicalLocales(code)[0] === code
  );
}

function namesFor(code: string): { readonly [language: string]: string } {
  return Object.fromEntries(
    languages.map((language) => [language, nameOf(code, language) ?? code]),
  );
}

function nameOf(code: string, language: string): string | undefined {
  const known = displays.get(language);
  const display =
    known ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  displays.set(language, display);
  return display.of(code);
}

const displays = new Map<string, Intl.DisplayNames>();

function pairs(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
