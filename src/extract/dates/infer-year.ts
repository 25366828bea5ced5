import { cueKinds } from '../text/cues.ts';
import type { Tense } from './date-side.ts';
import { sideAt } from './date-side.ts';
import type { DateMention } from './dates.ts';
import type { Passage } from '../text/passage.ts';
import type { Phrases } from '../text/phrases.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';

/**
 * A date without a year, with the nearest year in the direction of time from the day of publication (ISO 8601); undefined
 * where the year is known or the day of publication is not.
 */
export function inferYear(
  mention: DateMention,
  published: string,
  tense: Tense,
): DateMention | undefined {
  const year = Number(/^\d{4}/.exec(published)?.[0]);
  if (!mention.value.startsWith('XXXX') || !year) return undefined;
  const [first = '', last] = mention.value.split('/');
  // The month of a publication says on which side of it other months lie, the year alone says nothing.
  const day = published.slice(4, Math.min(10, first.length));
  if (day.length < 3) return undefined;
  // The whole of a period lies on one side of the publication; of the day itself, both sides may speak.
  const shift =
    tense === 'future'
      ? Number(sameLength(last ?? first, day) < day)
      : -Number(sameLength(first, day) > day);
  const start = yearOfWeekday(mention, year + shift, tense);
  const spread = last !== undefined && last.slice(4) < first.slice(4) ? 1 : 0;
  const dated = [
    `${start}${first.slice(4)}`,
    ...(last === undefined ? [] : [`${start + spread}${last.slice(4)}`]),
  ];
  // 29 February needs a leap year.
  if (dated.some((each) => Number.isNaN(Date.parse(each)) || !isDay(each))) return undefined;
  return { ...mention, value: dated.join('/'), inferred: true };
}

function sameLength(date: string, day: string): string {
  return date.slice(4, 4 + day.length);
}

/** A named weekday decides between the year, the next one in the direction of time, and the one behind. */
function yearOfWeekday({ weekday, value }: DateMention, year: number, tense: Tense): number {
  if (weekday === undefined) return year;
  const ahead = tense === 'future' ? 1 : -1;
  const years = [year, year + ahead, year - ahead];
  const fits = (each: number) => weekdayOf(`${each}${value.slice(4, 10)}`) === weekday;
  return years.find(fits) ?? year;
}

/** 1 for Monday to 7 for Sunday of a day (ISO 8601). */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Periods of more days than this name no days. */
const fewDays = 31;

/** The years of the days that a text dates, by `-MM-DD`: each day of a period of days is one; the first year of a day counts. */
export function yearsOfDays(
  dates: readonly Pick<DateMention, 'value'>[],
): ReadonlyMap<string, string> {
  const years = new Map<string, string>();
  for (const { value } of dates) {
    const [first = '', last = first] = value.split('/');
    if (!/^\d{4}-\d\d-\d\d$/.test(first) || last.length !== first.length) continue;
    const [from, to] = [Date.parse(first), Date.parse(last)].map((each) => each / dayLength);
    if (from === undefined || to === undefined || !(to - from < fewDays)) continue;
    for (let at = from; at <= to; at++) {
      const [year, rest] = splitYear(new Date(at * dayLength).toISOString().slice(0, 10));
      if (!years.has(rest)) years.set(rest, year);
    }
  }
  return years;
}

/** A date without a year with the one that its day has elsewhere in the text, unless its weekday is another one there. */
export function withYearOfDay(
  mention: DateMention,
  years: ReadonlyMap<string, string>,
): DateMention | undefined {
  if (!mention.value.startsWith('XXXX')) return undefined;
  const days = mention.value.split('/').map((each) => splitYear(each)[1]);
  const dated = days.map((each) => `${years.get(each) ?? ''}${each}`);
  if (!dated.every((each) => each.length === 10)) return undefined;
  if (mention.weekday !== undefined && weekdayOf(dated[0] ?? '') !== mention.weekday)
    return undefined;
  return { ...mention, value: dated.join('/'), inferred: true };
}

function splitYear(date: string): readonly [year: string, rest: string] {
  return [date.slice(0, 4), date.slice(4)];
}

/** Milliseconds. */
const dayLength = 86_400_000;

/** As many days a date may lie from a publication that does not say on which side. */
const near = 150;

/** The same where the text does not say on which side of the publication the date lies: the nearer one, if it is near. */
export function nearestYear(mention: DateMention, published: string): DateMention | undefined {
  const day = Date.parse(published.slice(0, 10));
  const [best] = (['future', 'past'] as const)
    .flatMap((tense) => inferYear(mention, published, tense) ?? [])
    .map((dated) => ({
      dated,
      days: Math.abs(Date.parse(dated.value.slice(0, 10)) - day) / dayLength,
    }))
    .toSorted((a, b) => a.days - b.days);
  return best && best.days <= near ? best.dated : undefined;
}

/** Which way the sentence of a date looks; undefined where it does not say. */
export function tenseAt(passage: Passage, mention: DateMention): Tense | undefined {
  const pieces = piecesOf(passage);
  const at = firstFrom(pieces, mention.start);
  const beside = sideAt(pieces, at, firstFrom(pieces, mention.end));
  if (beside) return beside;
  const { sentence } = pieces[at] ?? {};
  let past = false;
  for (let index = Math.max(0, at - 60); index < Math.min(pieces.length, at + 60); index++) {
    const piece = pieces[index];
    if (!piece || piece.sentence !== sentence) continue;
    const cue = (lexicon ??= cueKinds('dates', 'tense')).at(pieces, index)?.value;
    if (cue === 'future') return 'future';
    const written = passage.text.slice(piece.start, piece.end).normalize('NFC').toLowerCase();
    if (futures[piece.language]?.test(written)) return 'future';
    past ||= cue === 'past' || pasts[piece.language]?.test(written) === true;
  }
  return past ? 'past' : undefined;
}

let lexicon: Phrases<string> | undefined;
/** Endings of the future tense, with their accents. */
const futures: Readonly<{ [language: string]: RegExp }> = {
  fr: /(?:ira|era|dra|vra|ront)$/,
  es: /(?:rá|rán)$/,
  it: /(?:rà|ranno)$/,
  pt: /(?:rá|rão)$/,
  ca: /[^u](?:rà|ran)$/,
  ar: /^س[يتن](?!(?:وات|وي|دات|ار|اس|اق|ما|ين|ون)|[ةدر]ة?$)\p{L}{2}/u,
};

/** Endings of the past tense. */
const pasts: Readonly<{ [language: string]: RegExp }> = {
  en: /[a-z]{3}ed$/,
  es: /(?:ó|aron|ieron)$/,
  pt: /(?:ou|aram|eram|iram|eu)$/,
  el: /(?:θηκε|θηκαν|ησε|ησαν|ωσε)$/,
};

function isDay(day: string): boolean {
  return day.length < 10 || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
