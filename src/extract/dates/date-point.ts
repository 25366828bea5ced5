import { dateWords, monthAt } from './date-words.ts';
import type { Piece } from '../text/pieces.ts';
import { bareForms } from '../text/phrases.ts';

/** What is said of a day, month or year at one place; what is not said may stand at the other end of a period. */
export interface DatePoint {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** The first piece, and the first after it. */
  readonly from: number;
  readonly next: number;
  /** Written in digits alone, such as `06/11/2023`. */
  readonly isNumeric?: true;
}

/** Between the parts of one date: white space, at most one new line, a comma, dot or apostrophe. */
const within = /^[ .,'°]{0,3}\n? {0,3}$/;

/** A date in words that begins with this piece, or a day or year alone. */
export function pointAt(pieces: readonly Piece[], index: number): DatePoint | undefined {
  return (
    dayFirst(pieces, index) ??
    monthFirst(pieces, index) ??
    seasonFirst(pieces, index) ??
    yearAlone(pieces, index)
  );
}

/** A year, with the words that may stand before it. */
export function yearAfter(
  pieces: readonly Piece[],
  index: number,
): { readonly year: number; readonly next: number } | undefined {
  const at = skip(pieces, index, 'before_year', 3);
  const piece = pieces[at];
  const year = piece && within.test(piece.gap) ? yearOf(pieces, at) : undefined;
  if (year === undefined || isPartOfNumber(pieces, at)) return undefined;
  return { year, next: afterYear(pieces, at + 1) };
}

/** A day alone, in digits or as “first”. */
function dayAt(pieces: readonly Piece[], index: number): DatePoint | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  if (dateWords().sets('first').has(piece.key)) return { day: 1, from: index, next: index + 1 };
  if (!piece.digits || piece.key.length > 2) return undefined;
  const day = Number(piece.key);
  if (day < 1 || day > 31) return undefined;
  const suffix = pieces[index + 1];
  const isSuffix = suffix && suffix.gap === '' && dateWords().sets('ordinals').has(suffix.key);
  if (suffix && suffix.gap === '' && !isSuffix) return undefined;
  return { day, from: index, next: index + (isSuffix ? 2 : 1) };
}

/** Whether a year is the tail or head of a longer number, such as `1.2000` or `2000.500`. */
export function isPartOfNumber(pieces: readonly Piece[], index: number): boolean {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (before?.digits && piece && /^[.,:']$/.test(piece.gap)) return true;
  if (before && piece?.gap === '' && !/[\u0621-\u064a]$/.test(before.key)) return true;
  if (after?.digits && /^[.,':]$/.test(after.gap)) return true;
  return after !== undefined && after.gap === '' && after.key !== 'م';
}

/** The year that a piece writes in full, or by its last two digits after an apostrophe: `2022`, `’22`. */
export function yearOf(pieces: readonly Piece[], index: number): number | undefined {
  const piece = pieces[index];
  if (!piece?.digits) return undefined;
  if (/^(?:1[89]|20)\d\d$/.test(piece.key)) return Number(piece.key);
  return isShortYear(pieces, index) ? Number(piece.key) + centuryOf(piece.key) : undefined;
}

/** `’22` is of this century, `’68` of the last. */
function centuryOf(digits: string): number {
  return Number(digits) < 50 ? 2000 : 1900;
}

/** Two digits after an apostrophe that no letter stands before, and that no quotation mark closes. */
export function isShortYear(pieces: readonly Piece[], index: number): boolean {
  const [piece, after] = [pieces[index], pieces[index + 1]];
  if (!piece?.digits || piece.key.length !== 2 || !/(?:^|[\s([/-])'$/.test(piece.gap)) return false;
  return after === undefined || !/^(?:$|')/.test(after.gap);
}

function dayFirst(pieces: readonly Piece[], index: number): DatePoint | undefined {
  const day = dayAt(pieces, index);
  if (!day) return undefined;
  const at = skip(pieces, day.next, 'before_month', 3);
  const named = within.test(pieces[at]?.gap ?? '|') ? monthAt(pieces, at) : undefined;
  if (!named) return isShortYear(pieces, index) ? undefined : day;
  const next = sameMonth(pieces, named);
  const year = yearAfter(pieces, next);
  return { ...day, month: named.month, next, ...year };
}

function monthFirst(pieces: readonly Piece[], index: number): DatePoint | undefined {
  const named = monthAt(pieces, index);
  // Catalan “des del 2019” is no December.
  const since = dateWords().atYear.at(pieces, index);
  if (!named || (since && since.next > named.next)) return undefined;
  const from = index;
  const next = sameMonth(pieces, named);
  const year = yearAfter(pieces, next);
  if (year) return { month: named.month, from, ...year };
  const day = within.test(pieces[next]?.gap ?? '|') ? dayAt(pieces, next) : undefined;
  // Days after months are an English habit.
  if (day && pieces[next]?.digits && pieces[index]?.language === 'en') {
    const yearOfDay = yearAfter(pieces, day.next);
    return { day: day.day ?? 1, month: named.month, from, next: day.next, ...yearOfDay };
  }
  return { month: named.month, from, next };
}

/** A season stands in no calendar: its year is what remains. */
function seasonFirst(pieces: readonly Piece[], index: number): DatePoint | undefined {
  const piece = pieces[index];
  if (!piece || !bareForms(piece.key).some((key) => dateWords().sets('seasons').has(key)))
    return undefined;
  const year = yearAfter(pieces, index + 1);
  return year && { from: index, ...year };
}

function yearAlone(pieces: readonly Piece[], index: number): DatePoint | undefined {
  const year = yearOf(pieces, index);
  return year === undefined ? undefined : { year, from: index, next: afterYear(pieces, index + 1) };
}

/** As in `2019م`. */
function afterYear(pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  return piece?.key === 'م' && /^ ?$/.test(piece.gap) ? index + 1 : index;
}

/** The same month once more by its other name, as Arabic papers write it: `نوفمبر/تشرين الثاني`. */
function sameMonth(
  pieces: readonly Piece[],
  named: { readonly month: number; readonly next: number },
): number {
  const piece = pieces[named.next];
  if (!piece || !/^ ?[/(] ?$/.test(piece.gap)) return named.next;
  const again = monthAt(pieces, named.next);
  return again?.month === named.month ? again.next : named.next;
}

/** The first piece after up to so many words of a list. */
export function skip(pieces: readonly Piece[], index: number, list: string, most: number): number {
  let at = index;
  while (at < index + most) {
    const piece = pieces[at];
    if (!piece || !within.test(piece.gap) || !dateWords().sets(list).has(piece.key)) break;
    at++;
  }
  return at;
}
