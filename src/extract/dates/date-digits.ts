import { cueWords } from '../text/cues.ts';
import type { Phrases } from '../text/phrases.ts';
import type { DatePoint } from './date-point.ts';
import { dateWords } from './date-words.ts';
import type { Piece } from '../text/pieces.ts';

/** A date or period in digits alone. */
export type DigitDate =
  | { readonly point: DatePoint }
  | { readonly first: DatePoint; readonly last: DatePoint };

/** No form is longer than `28/05/2019 - 01/06/2019` with a sign after it. */
const longest = 24;

/** What may not follow: more digits, a further part (`2014/24/EU`), a unit. */
const end = String.raw`(?!\d|[-/.:]\d|\/|-[a-z]| ?[%€$£])`;

const forms = {
  yearMonthDay: new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${end}`),
  dayMonthYear: new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${end}`),
  daysMonthYear: new RegExp(String.raw`^(\d{1,2})-(\d{1,2})([/.])(\d{1,2})\3(\d{4}|\d{2})${end}`),
  dayMonthToDate: new RegExp(
    String.raw`^(\d{1,2})([/.])(\d{1,2}) ?- ?(\d{1,2})\2(\d{1,2})\2(\d{4}|\d{2})${end}`,
  ),
  dayMonth: /^(\d{1,2})\/(\d{1,2})(?!\d|[-/.:,]\d|\/|-[a-z]| ?[%€$£])/,
  daysMonth: /^(\d{1,2})-(\d{1,2})\/(\d{1,2})(?!\d|[-/.:,]\d|\/|-[a-z]| ?[%€$£])/,
  dayRomanYear: new RegExp(String.raw`^(\d{1,2})([-/.])([ivx]{1,4})\2(\d{4})${end}`),
  monthYear: new RegExp(String.raw`^(\d{1,2})(\/|[-.](?<=\d\d.))(\d{4})${end}`),
  yearMonth: new RegExp(String.raw`^(\d{4})([-/])(\d{2})${end}`),
};

/** A date in digits that begins with this piece; day-first where both orders are possible. */
export function digitDateAt(
  pieces: readonly Piece[],
  index: number,
  text: string,
  shadow: string,
): DigitDate | undefined {
  const piece = pieces[index];
  if (!piece?.digits || piece.key.length > 4) return undefined;
  if (
    /(?:[a-z\d_@#€$£]|[a-z\d][-/.:])$/.test(shadow.slice(Math.max(0, piece.start - 2), piece.start))
  )
    return undefined;
  const ahead = shadow.slice(piece.start, piece.start + longest);
  const point = (length: number, year: number, month?: number, day?: number): DatePoint => ({
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    from: index,
    next: nextFrom(pieces, index, piece.start + length),
    isNumeric: true,
  });

  let match = forms.yearMonthDay.exec(ahead);
  if (match)
    return { point: point(match[0].length, Number(match[1]), Number(match[3]), Number(match[4])) };
  match = forms.dayMonthYear.exec(ahead);
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? '')];
    const isMonthFirst = second > 12 && first <= 12;
    return {
      point: point(
        match[0].length,
        year,
        isMonthFirst ? first : second,
        isMonthFirst ? second : first,
      ),
    };
  }
  match = forms.dayRomanYear.exec(ahead);
  if (match) {
    const month = romans.indexOf(match[3] ?? '') + 1;
    if (month === 0) return undefined;
    return { point: point(match[0].length, Number(match[4]), month, Number(match[1])) };
  }
  match = forms.dayMonthToDate.exec(ahead);
  if (match) {
    const year = fullYear(match[6] ?? '');
    return {
      first: point(match[0].length, year, Number(match[3]), Number(match[1])),
      last: point(match[0].length, year, Number(match[5]), Number(match[4])),
    };
  }
  match = forms.daysMonthYear.exec(ahead);
  if (match) {
    const [month, year] = [Number(match[4]), fullYear(match[5] ?? '')];
    return {
      first: point(match[0].length, year, month, Number(match[1])),
      last: point(match[0].length, year, month, Number(match[2])),
    };
  }
  match = forms.monthYear.exec(ahead);
  if (match) return { point: point(match[0].length, Number(match[3]), Number(match[1])) };
  match = forms.daysMonth.exec(ahead);
  if (match && (isOnDay(pieces, index) || headsItem(pieces, index, ahead, match[0].length))) {
    const next = nextFrom(pieces, index, piece.start + match[0].length);
    const day = { month: Number(match[3]), from: index, next, isNumeric: true } as const;
    return { first: { ...day, day: Number(match[1]) }, last: { ...day, day: Number(match[2]) } };
  }
  match = forms.dayMonth.exec(ahead);
  if (match && headsItem(pieces, index, ahead, match[0].length)) {
    const next = nextFrom(pieces, index, piece.start + match[0].length);
    const [day, month] = [Number(match[1]), Number(match[2])];
    return { point: { day, month, from: index, next, isNumeric: true } };
  }
  if (match) {
    const [day, month] = [Number(match[1]), Number(match[2])];
    const next = nextFrom(pieces, index, piece.start + match[0].length);
    if (match[0] === '24/7' || match[0] === '16/9' || !isOnDay(pieces, index)) return undefined;
    if (!isNoFraction(match[0], day, month) && !isSurelyDay(pieces, index, next)) return undefined;
    return { point: { day, month, from: index, next, isNumeric: true } };
  }
  match = forms.yearMonth.exec(ahead);
  if (!match) return undefined;
  const [year, tail] = [Number(match[1]), Number(match[3])];
  const isLater = tail > year % 100;
  // `2019-09` is a month in ISO 8601, `2007–09` with a dash and `2014/20` are years.
  const isMonth =
    match[2] === '-' && tail >= 1 && tail <= 12 && (!isLater || text[piece.start + 4] === '-');
  if (isMonth) return { point: point(match[0].length, year, tail) };
  if (!isLater) return undefined;
  return {
    first: point(match[0].length, year),
    last: point(match[0].length, year - (year % 100) + tail),
  };
}

function isNoFraction(written: string, day: number, month: number): boolean {
  return day > month || /^0|\/0/.test(written);
}

/** `hasta el 5/10`, `Friday 5/10`, `until 5/10`, but `up to 2/3 of it` and `hasta 3/4`. */
function isSurelyDay(pieces: readonly Piece[], index: number, next: number): boolean {
  const { sets } = dateWords();
  const [before, after] = [pieces[index - 1], pieces[next]];
  if (!before || (after?.sentence === before.sentence && sets('parts_of').has(after.key)))
    return false;
  if (sets('weekdays').has(before.key) || sets('day_articles').has(before.key)) return true;
  const isShare = Number(pieces[index + 1]?.key) <= 4 || isOfCosts(pieces, next, before.sentence);
  return !isShare && sets('until').has(before.key);
}

/** “until 7/10 its costs”: what a fraction is of follows it, with no more than two words and no sign between. */
function isOfCosts(pieces: readonly Piece[], next: number, sentence: Piece['sentence']): boolean {
  shared ??= cueWords('dates', 'shared');
  for (let at = next; at < next + 3; at++) {
    const piece = pieces[at];
    if (piece?.sentence !== sentence || !/^\s$/.test(piece.gap)) return false;
    if (shared.at(pieces, at)) return true;
  }
  return false;
}

let shared: Phrases<true> | undefined;

/** At the head of an item of an agenda, with a sign or a wide space after it: `12/04 · Open day`. */
function headsItem(
  pieces: readonly Piece[],
  index: number,
  ahead: string,
  length: number,
): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  const isHead = !before || piece?.sentence.start === piece?.start || piece?.gap.includes('\n');
  return isHead === true && /^(?:\s?[·•|:]\s|\s-\s|\s{2,}|\t)/.test(ahead.slice(length));
}

/** A word before it says that a day may follow: `until 30/9`, `στις 30/9`. */
function isOnDay(pieces: readonly Piece[], index: number): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  if (!before || piece?.sentence !== before.sentence || !/^\s{1,2}$/.test(piece.gap)) return false;
  const { sets } = dateWords();
  return ['to', 'articles', 'weekdays', 'periods_of_days', 'before_month'].some((list) =>
    sets(list).has(before.key),
  );
}

/** Months as archives and Spanish papers write them: `1-VII-2021`. */
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
}

function nextFrom(pieces: readonly Piece[], index: number, place: number): number {
  let at = index;
  while (at < pieces.length && (pieces[at]?.start ?? place) < place) at++;
  return at;
}
