import { fold } from '../../vocabulary/fold.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Extraction } from '../extraction.ts';
import type { Gold } from './gold.ts';
import { meeting } from './places.ts';
import type { Tally } from './tally.ts';
import { compare } from './tally.ts';

/** Money by amount and currency. */
export function moneyTally({ money }: Extraction, { budget }: Gold): Tally {
  const key = (sum: { amount: number; currency: string }) => `${sum.amount} ${sum.currency}`;
  const wanted = budget.map(({ raw, ...sum }) => ({
    thing: key(sum),
    value: key(sum),
    quote: raw.text,
    start: raw.start,
    optional: sum.optional === true,
  }));
  const proposed = money.map(({ evidence, ...sum }) => ({
    thing: key(sum),
    value: key(sum),
    quote: evidence.quote,
    start: evidence.start,
  }));
  return compare('money', once(wanted), once(proposed), same);
}

/** Countries that are named, and apart from them those that follow from a place or a region. */
export function countryTallies({ countries }: Extraction, gold: Gold): Tally[] {
  const wanted = gold.countries.map(({ code, basis, optional, mentions }) => ({
    thing: code,
    value: code,
    basis,
    quote: mentions[0]?.text ?? '',
    start: mentions[0]?.start ?? -1,
    optional: optional === true || basis === 'demonym',
  }));
  const proposed = countries.map(({ code, basis, mentions }) => ({
    thing: code,
    value: code,
    basis,
    quote: mentions[0]?.quote ?? '',
    start: mentions[0]?.start ?? -1,
    optional: basis === 'publisher',
  }));
  const named = wanted.filter(({ basis }) => basis === 'explicit');
  const isNamed = (code: string) => named.some(({ thing }) => thing === code);
  const implied = wanted.filter(({ basis, thing }) => basis === 'implied' && !isNamed(thing));
  const mayBe = wanted.filter(({ optional }) => optional);
  return [
    compare(
      'countries named',
      [...named, ...mayBe],
      once(proposed.filter(({ basis }) => basis !== 'implied')),
      same,
    ),
    compare(
      'countries implied',
      [...implied, ...mayBe],
      once(proposed.map((each) => ({ ...each, optional: each.basis !== 'implied' }))),
      same,
      isNamed,
    ),
  ];
}

/** Regions by their codes, ISO 3166-2 or NUTS; macro-regions and towns that name a region are out of account. */
export function regionTally(
  { regions }: Extraction,
  gold: Gold,
  vocabularies: Vocabularies,
): Tally {
  const known = vocabularies('regions');
  const canonical = (code: string) => known.find(code) ?? code;
  const coded = gold.regions.filter(({ iso, nuts }) => iso !== undefined || nuts !== undefined);
  const places = [...gold.places, ...gold.regions.filter((each) => !coded.includes(each))];
  const elsewhere = places.flatMap(({ mentions }) => mentions);
  return compare(
    'regions',
    coded.map(({ iso, nuts, name, mentions, optional }) => ({
      thing: { codes: [iso, nuts].filter((code) => code !== undefined).map(canonical) },
      value: iso ?? nuts ?? '',
      quote: mentions[0]?.text ?? name ?? '',
      start: mentions[0]?.start ?? -1,
      optional: optional === true,
    })),
    regions.map((region) => ({
      thing: region,
      value: `${region.code} ${region.name}`,
      quote: region.mentions[0]?.quote ?? '',
      start: region.mentions[0]?.start ?? -1,
    })),
    ({ codes }, { code }) => (codes.includes(canonical(code)) ? 'exact' : 'none'),
    ({ mentions }) => mentions.every((mention) => meeting([mention], elsewhere) !== 'none'),
  );
}

/** Acronyms by pair; a longer or shorter cut of the same words is near. */
export function acronymTally({ acronyms }: Extraction, gold: Gold): Tally {
  const pairs = new Map(acronyms.map((pair) => [`${fold(pair.short)} ${fold(pair.long)}`, pair]));
  return compare(
    'acronyms',
    gold.acronyms.map(({ acronym, expansion, alsoAccept, acronymSpan, optional }) => ({
      thing: {
        short: fold(acronym),
        longs: [expansion, ...(alsoAccept ?? []).map(({ text }) => text)].map(wholeWords),
      },
      value: `${acronym} = ${expansion}`,
      quote: acronymSpan.text,
      start: acronymSpan.start,
      optional: optional === true,
    })),
    [...pairs.values()].map(({ short, long, evidence }) => ({
      thing: { short: fold(short), long: fold(long) },
      value: `${short} = ${long}`,
      quote: evidence.quote,
      start: evidence.start,
    })),
    ({ short, longs }, pair) => {
      if (short !== pair.short) return 'none';
      if (longs.includes(pair.long)) return 'exact';
      return longs.some((long) => isCut(long, pair.long)) ? 'near' : 'none';
    },
  );
}

/** A name as it is compared: annotations quote it with the ends of lines that part its words. */
function wholeWords(name: string): string {
  return fold(name.replaceAll(/(?<=\p{L})[-\u2010]\s+(?=\p{Ll})/gu, ''));
}

/** One within the other, and not less than this part of it. */
const leastCut = 0.6;

function isCut(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return ` ${long} `.includes(` ${short} `) && short.length >= long.length * leastCut;
}

function same(a: string, b: string): 'exact' | 'none' {
  return a === b ? 'exact' : 'none';
}

/** Each value once; demanded once is demanded. */
function once<Each extends { readonly value: string; readonly optional?: boolean }>(
  items: readonly Each[],
): Each[] {
  const sorted = items.toSorted(
    (a, b) => Number(b.optional ?? false) - Number(a.optional ?? false),
  );
  return [...new Map(sorted.map((item) => [item.value, item])).values()];
}
