import { acronymFit } from './acronym.ts';
import type { Alignment } from './align.ts';
import { align, unaligned } from './align.ts';
import type { Left } from './left-words.ts';
import { comparePlaces, leftOf } from './left-words.ts';
import type { Place } from './lexicon.ts';
import type { Name } from './name.ts';
import type { Rarity } from './rarity.ts';
import type { Word } from './word.ts';

/** What is measured of two names; those that begin with `letters` are measured where one of them is an acronym, the others else. */
export const measures = [
  'base',
  'share',
  'shareSquared',
  'cover',
  'coverFull',
  'bits',
  'top',
  'left',
  'leftBoth',
  'leftTop',
  'leftTopBoth',
  'ownBoth',
  'ownOne',
  'thingBoth',
  'thingOne',
  'kindBoth',
  'kindOne',
  'ordinaryOne',
  'placeConflict',
  'placeNested',
  'placeOne',
  'numberConflict',
  'numberOne',
  'formConflict',
  'same',
  'sameWords',
  'start',
  'end',
  'prefix',
  'slips',
  'order',
  'single',
  'singleCommon',
  'aside',
  'crossScript',
  'arabic',
  'partKind',
  'partOwn',
  'partThing',
  'partPlace',
  'partCountry',
  'partStart',
  'partSingle',
  'partFormed',
  'lettersBase',
  'lettersExact',
  'lettersExactLong',
  'lettersTranslated',
  'lettersTranslatedLong',
  'lettersAligned',
  'lettersAlignedLong',
  'lettersNamed',
  'lettersNumber',
  'lettersShare',
] as const;

/** One of {@link measures}. */
export type Measure = (typeof measures)[number];

/** Measures of two names, and how their words stand for one another. */
export interface Measured {
  readonly names: readonly [Name, Name];
  /** By the order of {@link measures}. */
  readonly values: Float64Array;
  readonly alignment: Alignment;
}

/** Measures two names into `values`; the order of the two does not matter to callers that sort them first. */
export function measure(
  a: Name,
  b: Name,
  rarity: Rarity,
  values: Float64Array = new Float64Array(measures.length),
): Measured {
  values.fill(0);
  if (isLetters(a, b)) {
    const alignment = a.words.length === 1 || b.words.length === 1 ? unaligned(a, b) : align(a, b);
    measureLetters(a, b, alignment, rarity, values);
    return { names: [a, b], values, alignment };
  }
  const alignment = align(a, b);
  measureWords(a, b, alignment, rarity, values);
  return { names: [a, b], values, alignment };
}

/** True where an acronym meets a name that does not bear it as a word of its own, brackets apart. */
function isLetters(a: Name, b: Name): boolean {
  if ((a.acronym === undefined) === (b.acronym === undefined)) return false;
  const [short, long] = a.acronym === undefined ? [b, a] : [a, b];
  return !long.words.some((word, place) => place < long.main && word.text === short.acronym);
}

/** Where each measure lies in the values. */
const at = Object.fromEntries(measures.map((name, place) => [name, place])) as Readonly<
  Record<Measure, number>
>;

function measureLetters(
  a: Name,
  b: Name,
  { ofA, ofB }: Alignment,
  rarity: Rarity,
  values: Float64Array,
): void {
  const [short, long] = a.acronym === undefined ? [b, a] : [a, b];
  const letters = short.acronym ?? '';
  const fit = acronymFit(letters, long);
  const size = Math.min(Math.max(letters.length - 2, 0), 5) / 5;
  const shared = sumOf(a, ofA, rarity).matched + sumOf(b, ofB, rarity).matched;
  values[at.lettersBase] = 1;
  values[at.lettersExact] = fit.exact;
  values[at.lettersExactLong] = fit.exact * size;
  values[at.lettersTranslated] = fit.translated;
  values[at.lettersTranslatedLong] = fit.translated > 0.7 ? fit.translated * size : 0;
  values[at.lettersAligned] = fit.aligned;
  values[at.lettersAlignedLong] = fit.aligned > 0.5 ? fit.aligned * size : 0;
  values[at.lettersNamed] = fit.named;
  values[at.lettersNumber] = /\d/.test(letters) ? 1 : 0;
  values[at.lettersShare] = Math.min(shared, 20) / 10;
}

/** Rarity of the words of a name, in all, matched, left, and the rarest of both. */
interface Sum {
  readonly all: number;
  readonly matched: number;
  readonly slipped: number;
  readonly left: number;
  readonly leftTop: number;
  readonly top: number;
  readonly leftAside: number;
}

function sumOf(name: Name, likeness: Float64Array, rarity: Rarity): Sum {
  let [all, matched, slipped, left, leftTop, top, leftAside] = [0, 0, 0, 0, 0, 0, 0];
  for (const [place, word] of name.words.entries()) {
    const weight = rarity.of(word);
    const like = likeness[place] ?? 0;
    all += weight;
    matched += weight * like;
    if (like === 0) {
      left += weight;
      if (place >= name.main) leftAside += weight;
      if (weight > leftTop) leftTop = weight;
    } else {
      if (like < 0.9) slipped += weight;
      if (weight > top) top = weight;
    }
  }
  return { all, matched, slipped, left, leftTop, top, leftAside };
}

function measureWords(
  a: Name,
  b: Name,
  alignment: Alignment,
  rarity: Rarity,
  values: Float64Array,
): void {
  const { ofA, ofB, matches } = alignment;
  const sumA = sumOf(a, ofA, rarity);
  const sumB = sumOf(b, ofB, rarity);
  const all = sumA.all + sumB.all || 1;
  const matched = sumA.matched + sumB.matched;
  const share = matched / all;
  const cover = Math.max(sumA.matched / (sumA.all || 1), sumB.matched / (sumB.all || 1));
  const [one, other] = [leftOf(a, ofA), leftOf(b, ofB)];
  const isPart = (one.count === 0) !== (other.count === 0);
  const rest = one.count === 0 ? other : one;
  const [part, whole] = one.count === 0 ? [a, ofB] : [b, ofA];
  const fewest = Math.min(a.words.length, b.words.length);
  const both = (role: keyof Left['roles']) => Math.min(one.roles[role], other.roles[role], 2);
  const either = (role: keyof Left['roles']) =>
    Math.min(Math.max(one.roles[role], other.roles[role]), 3) - both(role);
  const places = comparePlaces(one.places, other.places);
  values[at.base] = 1;
  values[at.share] = share;
  values[at.shareSquared] = share * share;
  values[at.cover] = cover;
  values[at.coverFull] = cover > 0.97 ? 1 : 0;
  values[at.bits] = Math.min(matched / 2, 25) / 10;
  values[at.top] = Math.max(sumA.top, sumB.top) / 10;
  values[at.left] = Math.min(Math.max(sumA.left, sumB.left), 30) / 10;
  values[at.leftBoth] = Math.min(sumA.left, sumB.left, 20) / 10;
  values[at.leftTop] = Math.max(sumA.leftTop, sumB.leftTop) / 10;
  values[at.leftTopBoth] = Math.min(sumA.leftTop, sumB.leftTop) / 10;
  values[at.ownBoth] = both('own');
  values[at.ownOne] = either('own');
  values[at.thingBoth] = both('thing');
  values[at.thingOne] = either('thing');
  values[at.kindBoth] = both('kind');
  values[at.kindOne] = either('kind');
  values[at.ordinaryOne] = either('ordinary');
  values[at.placeConflict] = places === 'conflict' ? 1 : 0;
  values[at.placeNested] = places === 'nested' ? 1 : 0;
  values[at.placeOne] = places === 'one' ? 1 : 0;
  values[at.numberConflict] = one.roles.number > 0 && other.roles.number > 0 ? 1 : 0;
  values[at.numberOne] = one.roles.number > 0 !== other.roles.number > 0 ? 1 : 0;
  values[at.formConflict] = formsConflict(a, b);
  values[at.same] = a.fold === b.fold ? 1 : 0;
  values[at.sameWords] = one.count === 0 && other.count === 0 ? 1 : 0;
  values[at.start] = (ofA[0] ?? 0) > 0.7 && (ofB[0] ?? 0) > 0.7 ? 1 : 0;
  values[at.end] = (ofA[a.main - 1] ?? 0) > 0.7 && (ofB[b.main - 1] ?? 0) > 0.7 ? 1 : 0;
  values[at.prefix] = commonStart(a.fold, b.fold);
  values[at.slips] = (sumA.slipped + sumB.slipped) / all;
  values[at.order] = inOrder(matches.map((match) => [match.a[0] ?? 0, match.b[0] ?? 0]));
  const isSlipOfCommon = fewest === 1 && matches.some((match) => joinsCommon(a, b, match));
  if (fewest === 1) {
    const [only, likeness] = a.words.length === 1 ? [a.words[0], ofA[0]] : [b.words[0], ofB[0]];
    if (likeness !== 0)
      values[isTelling(only) && !isSlipOfCommon ? at.single : at.singleCommon] = 1;
  }
  values[at.aside] = isPart && isAside(sumA, sumB) ? 1 : 0;
  values[at.crossScript] = isArabicName(a) === isArabicName(b) ? 0 : 1;
  values[at.arabic] = isArabicName(a) && isArabicName(b) ? 1 : 0;
  if (!isPart) return;
  const isCountry = ({ id, country }: Place) => id === country;
  values[at.partKind] = Math.min(rest.roles.kind, 2);
  values[at.partOwn] = Math.min(rest.roles.own, 3);
  values[at.partThing] = Math.min(rest.roles.thing, 3);
  values[at.partPlace] = rest.places.some((place) => !isCountry(place)) ? 1 : 0;
  values[at.partCountry] = !isAside(sumA, sumB) && rest.places.some(isCountry) ? 1 : 0;
  values[at.partStart] = (whole[0] ?? 0) > 0 ? 1 : 0;
  values[at.partSingle] =
    part.words.length === 1 && isTelling(part.words[0]) && !isSlipOfCommon ? 1 : 0;
  const isMore = rest.roles.own + rest.roles.thing + rest.roles.number > 0;
  values[at.partFormed] = isMore && a.forms.length > 0 && b.forms.length > 0 ? 1 : 0;
}

/** Whether a word may be a whole name: of its own, and longer than most acronyms. */
function isTelling(word: Word | undefined): boolean {
  return word?.role === 'own' && word.text.length > 4;
}

/** Whether a match is of a word of its own with one that many names have: `Cooperactivas` and `cooperativa` may be no slip. */
function joinsCommon(a: Name, b: Name, match: Alignment['matches'][number]): boolean {
  const isOwn = (name: Name, places: readonly number[]) =>
    places.some((place) => name.words[place]?.role === 'own');
  return isOwn(a, match.a) !== isOwn(b, match.b);
}

/** Whether all that is left of both stands in brackets. */
function isAside(a: Sum, b: Sum): boolean {
  const left = a.left + b.left;
  return left > 0 && a.leftAside + b.leftAside === left;
}

/** How much legal forms speak against two names: 1 where they are of different classes or countries, half where only the form differs. */
function formsConflict(a: Name, b: Name): number {
  if (a.forms.length === 0 || b.forms.length === 0) return 0;
  let least = 1;
  for (const form of a.forms) {
    for (const other of b.forms) {
      if (form.id === other.id) return 0;
      if (form.class === other.class && form.country === other.country) least = 0.5;
    }
  }
  return least;
}

function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return shorter === 0 ? 0 : same / shorter;
}

/** The share of neighbouring matches that stand in the same order in both. */
function inOrder(places: readonly (readonly [number, number])[]): number {
  if (places.length < 2) return 0;
  const sorted = places.toSorted((a, b) => a[0] - b[0]);
  let kept = 0;
  for (const [place, [, right]] of sorted.entries())
    if (place > 0 && right > (sorted[place - 1]?.[1] ?? 0)) kept++;
  return kept / (sorted.length - 1);
}

function isArabicName(name: Name): boolean {
  return name.words.some((word) => word.isArabic);
}
