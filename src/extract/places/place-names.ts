import { isList, isMap, isText } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { Concept } from '../../vocabulary/concept.ts';
import { concepts } from '../../vocabulary/load.ts';
import { bent } from '../text/likeness.ts';
import { placeList, placeMap, placeWords } from './place-cues.ts';
import { shadow } from '../text/shadow.ts';
import type { Trie } from '../text/trie.ts';
import { trie } from '../text/trie.ts';

/** What a name of a place may stand for. */
export type PlaceSense =
  | { readonly sort: 'country'; readonly code: string }
  /** An adjective or people of a country, in one language. */
  | { readonly sort: 'demonym'; readonly code: string; readonly language: string }
  | {
      readonly sort: 'region';
      readonly code: string;
      readonly country: string;
      /** Whether the name alone says that a region is meant. */
      readonly plain: boolean;
      /** Whether it is a province, which lies in a region that may bear the same name. */
      readonly isProvince: boolean;
    }
  | { readonly sort: 'city'; readonly city: City }
  /** A phrase that holds the name of a place and is none. */
  | { readonly sort: 'none' };

/** A city or town of `data/vocabularies/cities`, or the capital of a region that bears its name. */
export interface City {
  readonly id: string;
  /** In the language of its country. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** An id of the vocabulary of regions. */
  readonly region?: string;
  /** All its names in the eight languages. */
  readonly names: readonly string[];
}

/** All cities and towns of `data/vocabularies/cities`. */
export function cities(): readonly City[] {
  const file = shipped('vocabularies/cities');
  const list = isMap(file) ? file['concepts'] : undefined;
  return (list !== undefined && isList(list) ? list : []).filter(isMap).map((node) => {
    const { id, country, region, name, names } = node;
    const label = isText(name) ? name : '';
    const others = names !== undefined && isMap(names) ? Object.values(names).flat() : [];
    return {
      id: isText(id) ? id : '',
      name: label,
      country: isText(country) ? country : '',
      ...(isText(region) ? { region } : {}),
      names: [...new Set([label, ...others.filter(isText)])],
    };
  });
}

let made: Trie<PlaceSense> | undefined;

/** The names of countries, peoples, regions and cities, made when they are first needed. */
export function placeNames(): Trie<PlaceSense> {
  if (made) return made;
  made = trie<PlaceSense>(bent);
  const countryKeys = addCountries(made);
  const listed = cities();
  const cityKeys = new Set(
    listed.flatMap((city) => city.names.map((name) => keyOf(city.country, name))),
  );
  for (const city of listed) {
    for (const name of city.names) made.add(name, { sort: 'city', city });
  }
  addRegions(made, countryKeys, cityKeys);
  const none: PlaceSense = { sort: 'none' };
  for (const name of placeList('not-places')) made.add(name, none);
  return made;
}

/** Gives the names that countries bear, as they are compared. */
function addCountries(names: Trie<PlaceSense>): ReadonlySet<string> {
  const unsought = new Set(placeList('unsought'));
  const not = placeMap('not-countries');
  const notPeoples = new Set(placeList('not-demonyms'));
  const keys = new Set<string>();
  const vocabulary = concepts('countries');
  for (const code of vocabulary.ids()) {
    const concept = vocabulary.concept(code);
    if (!concept || unsought.has(code)) continue;
    const sense: PlaceSense = { sort: 'country', code };
    for (const name of namesOf(concept)) {
      if (not.get(code)?.includes(name)) continue;
      names.add(name, sense);
      keys.add(shadow(name));
    }
    for (const [language, demonyms] of Object.entries(concept.demonyms ?? {})) {
      const sense: PlaceSense = { sort: 'demonym', code, language };
      for (const demonym of demonyms) if (!notPeoples.has(demonym)) names.add(demonym, sense);
    }
  }
  return keys;
}

/** Countries where most units of ISO 3166-2 bear the name of their capital. */
const ofTowns = new Set('AL BA CY DZ EG IL JO LB LY ME MK PS SY TN TR XK'.split(' '));
/** Countries where provinces do, whose capitals stand in the list of cities. */
const provincesOfTowns = new Set('ES IT MA PT'.split(' '));

function addRegions(
  names: Trie<PlaceSense>,
  countryKeys: ReadonlySet<string>,
  cityKeys: ReadonlySet<string>,
): void {
  const areas = new Set(placeList('areas'));
  const general = placeWords('general-regions');
  const short = placeMap('short-regions');
  const words = placeWords('region-words');
  const vocabulary = concepts('regions');
  for (const code of vocabulary.ids()) {
    const concept = vocabulary.concept(code);
    const country = concept?.country;
    if (!concept || country === undefined) continue;
    const isProvince = concept.level === 'province';
    const towns = isProvince ? provincesOfTowns : ofTowns;
    const isTown = towns.has(country) && code.includes('-') && !areas.has(code);
    const own = namesOf(concept).filter((name) => !/\([A-Z]{2}\)$/.test(name));
    const label = concept.labels['en'] ?? code;
    for (const name of [...own, ...(short.get(code) ?? [])]) {
      const key = shadow(name);
      if (countryKeys.has(key)) continue;
      const isShared = cityKeys.has(keyOf(country, name));
      const saysSo = key.split(' ').some((word) => words.has(word));
      const plain = !isShared && !general.has(key) && (!isTown || saysSo);
      names.add(name, { sort: 'region', code, country, plain, isProvince });
      if (isTown && !isProvince && !isShared && !plain && !general.has(key)) {
        names.add(name, {
          sort: 'city',
          city: { id: code.toLowerCase(), name: label, country, region: code, names: own },
        });
      }
    }
  }
}

function namesOf(concept: Concept): readonly string[] {
  const aliases = Object.values(concept.aliases ?? {}).flat();
  return [...new Set([...Object.values(concept.labels), ...aliases])];
}

function keyOf(country: string, name: string): string {
  return `${country} ${shadow(name)}`;
}
