import type { TextSpan } from '../../core/document.ts';
import { findCountryCodes } from './country-codes.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { isListedTown } from './listed-town.ts';
import type { Stretch } from './place-context.ts';
import {
  hasStreet,
  isCalledArea,
  isCalledProvince,
  isCalledRegion,
  isDoubtful,
  isInPerson,
  isInStreet,
  isLanguage,
  isOfStateBody,
} from './place-context.ts';
import type { PlaceSense } from './place-names.ts';
import { placeNames } from './place-names.ts';
import { findProgrammes } from '../names/programmes.ts';
import { sentenceAt } from '../text/sentence-at.ts';
import { isSpelledLike } from '../text/spelling.ts';
import type { Entry, TrieMatch } from '../text/trie.ts';

/** A country (ISO 3166-1 alpha-2) that is named, implied by what lies in it, or that of the publisher's address. */
export interface CountryMention extends TextSpan {
  readonly code: string;
  readonly basis: 'explicit' | 'implied' | 'publisher';
  readonly how: 'name' | 'demonym' | 'region' | 'city' | 'state body';
}

/** A region (an id of the vocabulary), by its name, or by a town that stands for the area around it. */
interface RegionMention extends TextSpan {
  readonly code: string;
  readonly how: 'name' | 'city';
}

/** A city or town. */
interface CityMention extends TextSpan {
  readonly name: string;
  readonly country: string;
  /** An id of the vocabulary of regions. */
  readonly region?: string;
}

/** The places of a text, each list in its order. */
export interface Places {
  readonly countries: readonly CountryMention[];
  readonly regions: readonly RegionMention[];
  readonly cities: readonly CityMention[];
}

interface Found extends Stretch, TextSpan {
  readonly block: PassageBlock;
  readonly senses: readonly PlaceSense[];
}

/** Countries, regions and cities that a passage names; streets, persons, languages and menus are left out. */
export function findPlaces(passage: Passage): Places {
  const programmes = findProgrammes(passage, []).filter(({ how }) => how === 'listed');
  const found = passage.blocks
    .filter((block) => block.zone !== 'navigation')
    .flatMap((block) => foundIn(passage, block))
    .filter(outside(programmes));
  const named = new Set(
    found.flatMap(({ senses }) =>
      senses.map((sense) => (sense.sort === 'country' ? sense.code : '')),
    ),
  );
  const inList = regionLists(passage, found);
  const countries: CountryMention[] = [];
  const regions: RegionMention[] = [];
  const cities: CityMention[] = [];

  for (const [index, place] of found.entries()) {
    const { start, end, block } = place;
    const sense = choose(
      passage,
      place,
      inList,
      named,
      countryAfter(passage, place, found[index + 1]),
    );
    if (!sense || sense.sort === 'none') continue;
    const isAddress = block.zone === 'letterhead' || isInAddress(passage, block, start);
    const mention = (code: string, how: CountryMention['how']) => {
      const basis = isAddress ? 'publisher' : how === 'name' ? 'explicit' : 'implied';
      countries.push({ start, end, code, basis, how });
    };
    if (sense.sort === 'country') mention(sense.code, 'name');
    else if (sense.sort === 'demonym')
      mention(sense.code, isOfStateBody(passage, block, place) ? 'state body' : 'demonym');
    else if (sense.sort === 'region') {
      regions.push({ start, end, code: sense.code, how: 'name' });
      mention(sense.country, 'region');
    } else {
      const { name, country, region } = sense.city;
      cities.push({ start, end, name, country, ...(region === undefined ? {} : { region }) });
      const area = provinceOf(place, country) ?? region;
      if (area !== undefined && isCalledArea(passage, block, place))
        regions.push({ start, end, code: area, how: 'city' });
      mention(country, 'city');
    }
  }
  for (const code of findCountryCodes(passage, cities))
    countries.push({ ...code, basis: 'explicit', how: 'name' });
  return { countries: countries.toSorted((a, b) => a.start - b.start), regions, cities };
}

/** Whether a span, of spans in order, overlaps none of others in order: the countries of `Interreg Italy–Croatia` are none of the text. */
function outside(spans: readonly TextSpan[]): (span: TextSpan) => boolean {
  return ({ start, end }) => {
    const before = sentenceAt(spans, end - 1);
    return before === undefined || before.end <= start || before.start >= end;
  };
}

function foundIn(passage: Passage, block: PassageBlock): Found[] {
  const matches = placeNames().find(
    passage.text,
    passage.words,
    block.firstWord,
    block.lastWord,
    (match) => accepted(passage, block, match),
  );
  return matches.map(({ first, last, entries }) => ({
    first,
    last,
    start: passage.words[first]?.start ?? 0,
    end: passage.words[last - 1]?.end ?? 0,
    block,
    senses: entries.map(({ payload }) => payload),
  }));
}

/** The senses that a name can have where it stands. */
function accepted(
  passage: Passage,
  block: PassageBlock,
  match: TrieMatch<PlaceSense>,
): readonly Entry<PlaceSense>[] {
  const words = passage.words.slice(match.first, match.last);
  const spelled = match.entries.filter(({ name, payload }) => {
    if (payload.sort === 'demonym' && payload.language !== block.language) return false;
    return isSpelledLike(name, passage.text, words);
  });
  if (spelled.length === 0) return [];
  const isNone = spelled.some(({ payload }) => payload.sort === 'none');
  if (isNone) return spelled.filter(({ payload }) => payload.sort === 'none');
  const nouns = spelled.filter(({ payload }) => payload.sort !== 'demonym');
  if (isInPerson(passage, block, match)) return [];
  if (nouns.length === 0) return isLanguage(passage, block, match) ? [] : spelled;
  if (isInStreet(passage, block, match)) return [];
  if (!isDoubtful(passage, block, match)) return nouns;
  // “Irbid, Salt and Zarqa”: beside towns of its country
  return nouns.filter(
    ({ payload }) =>
      payload.sort === 'city' && isListedTown(passage, block, match, payload.city.country),
  );
}

/** The sense that the surroundings speak for; none where nothing decides. */
function choose(
  passage: Passage,
  place: Found,
  inList: RegionLists,
  named: ReadonlySet<string>,
  after: string | undefined,
): PlaceSense | undefined {
  const { senses } = place;
  const found = regionSense(passage, place, inList);
  // Of a region that lies on both sides of a border the country after it says which one is meant.
  const region = after === undefined || found?.country === after ? found : undefined;
  const country = senses.find((sense) => sense.sort === 'country');
  const cities = senses.filter((sense) => sense.sort === 'city');
  if (region && (country === undefined || region.plain)) {
    const isSure = inList.has(place) || isCalled(passage, place, region);
    if (isSure || (region.plain && cities.length === 0)) return region;
  }
  if (country) return country;
  if (cities.length > 1) {
    const countries = new Set(cities.map(({ city }) => city.country));
    if (countries.size === 1) return cities[0];
    const following = cities.find(({ city }) => city.country === after);
    const near = [...countries].filter((code) => named.has(code));
    return (
      following ??
      (near.length === 1 ? cities.find(({ city }) => city.country === near[0]) : undefined)
    );
  }
  return cities[0] ?? senses.find(({ sort }) => sort === 'demonym' || sort === 'none');
}

/** The country that is named right after a place: `Tripoli, Lebanon`. */
function countryAfter(
  { text }: Passage,
  place: Found,
  next: Found | undefined,
): string | undefined {
  if (!next || !/^(?:, | \()$/.test(text.slice(place.end, next.start))) return undefined;
  return next.senses.find((sense) => sense.sort === 'country')?.code;
}

/** Places of a list of regions or of one of provinces, and whether it is one of provinces. */
type RegionLists = ReadonlyMap<Found, boolean>;
type RegionSense = Extract<PlaceSense, { readonly sort: 'region' }>;

/**
 * The region or the province that a name would stand for. A province takes a word such as “province”, or others around it: much
 * else is the community, the council, the government of a town.
 */
function regionSense(passage: Passage, place: Found, inList: RegionLists): RegionSense | undefined {
  const isProvince = isCalledProvince(passage, place.block, place) || (inList.get(place) ?? false);
  const senses = regionsAmong(place);
  return senses.find((sense) => sense.isProvince === isProvince) ?? senses[0];
}

function isCalled(passage: Passage, place: Found, { isProvince }: RegionSense): boolean {
  const is = isProvince ? isCalledProvince : isCalledRegion;
  return is(passage, place.block, place);
}

/** Names that stand in a list beside a name that can only be a region, however far the list goes on; so for provinces. */
function regionLists(passage: Passage, found: readonly Found[]): RegionLists {
  const inList = new Map<Found, boolean>();
  const look = (place: Found, beside: Found | undefined) => {
    if (!beside || beside.block !== place.block || regionsAmong(place).length === 0) return;
    const isProvince = inList.get(beside) ?? ofProvinces(passage, beside, inList);
    if (isProvince === undefined) return;
    if (!regionsAmong(place).some((sense) => sense.isProvince === isProvince)) return;
    const [left, right] = place.start < beside.start ? [place, beside] : [beside, place];
    if (right.start - left.end > 12 || !between.test(passage.shadow.slice(left.end, right.start)))
      return;
    // A city with its own region after it is no list.
    if (!liesIn(place, beside)) inList.set(place, isProvince);
  };
  found.forEach((place, index) => look(place, found[index - 1]));
  for (let index = found.length - 2; index >= 0; index--) {
    const place = found[index];
    if (place) look(place, found[index + 1]);
  }
  return inList;
}

const between =
  /^\s?(?:[,;/&\u060c]\s?)?(?:(?:and|et|y|e|i|και|و|or|ou|o|u|as well as)\s)?(?:(?:of|de|da|di|do)\s|d')?(?:(?:the|la|el|le|les|il|a|o|η|ο|το)\s|l'|و)?$/u;

/** Whether a name that can only be a region is that of a province; undefined where it may be something else. */
function ofProvinces(passage: Passage, place: Found, inList: RegionLists): boolean | undefined {
  const senses = regionsAmong(place);
  const isPlain = senses.length === place.senses.length && senses.some(({ plain }) => plain);
  const sense = regionSense(passage, place, inList);
  return sense && (isPlain || isCalled(passage, place, sense)) ? sense.isProvince : undefined;
}

function regionsAmong({ senses }: Found): readonly RegionSense[] {
  return senses.filter((sense) => sense.sort === 'region');
}

/** The province that a town gives its name. */
function provinceOf(place: Found, country: string): string | undefined {
  return regionsAmong(place).find((sense) => sense.isProvince && sense.country === country)?.code;
}

function liesIn(place: Found, beside: Found): boolean {
  const around = new Set(beside.senses.map((sense) => (sense.sort === 'region' ? sense.code : '')));
  return place.senses.some((sense) => sense.sort === 'region' && around.has(sense.code));
}

/**
 * A place of an address: after a postcode, which of four digits needs a street before it since it may be a year,
 * or after a postcode and a town that is not known.
 */
function isInAddress({ text }: Passage, block: PassageBlock, start: number): boolean {
  const before = text.slice(Math.max(block.start, start - 100), start);
  const match =
    /(?<![\d.,])(\d{4,5}|\d{3} \d\d|\d{4}-\d{3}) ((?:\p{Lu}[\p{L}'’-]{1,20},? \(?){0,3})$/u.exec(
      before,
    );
  if (!match) return false;
  return !/^\d{4}$/.test(match[1] ?? '') || hasStreet(before.slice(0, match.index));
}
