import { figureNounAt } from '../amounts/figure-words.ts';
import { currencyAt } from '../amounts/money-words.ts';
import type { DatePoint } from './date-point.ts';
import { isPartOfNumber, isShortYear, yearOf } from './date-point.ts';
import { dateWords } from './date-words.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';

/** Whether what looks like a date is one, and no number of a law, page, street, sum or count. */
export function isDateThere(pieces: readonly Piece[], point: DatePoint): boolean {
  const { from, next, day, month, year } = point;
  const [before, first] = [pieces[from - 1], pieces[from]];
  if (!first) return false;
  const isDigits = first.digits;
  if (isDigits && before && first.gap === '' && !/[\u0621-\u064a]$/.test(before.key)) return false;
  if (day !== undefined && month !== undefined && !point.isNumeric)
    return !isStreet(pieces, from) && !isTail(pieces, from);
  if (month !== undefined && !point.isNumeric) return true;
  if (isNumbered(pieces, from)) return false;
  if (point.isNumeric) return day !== undefined || !isOfPaper(pieces, from);
  if (day !== undefined) return !isTail(pieces, from);
  if (year === undefined || !isDigits) return true;
  return isBareYear(pieces, from, next, year);
}

/** A number after another with a dot or comma between: `2.3 March`. */
function isTail(pieces: readonly Piece[], index: number): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  return before?.digits === true && /^[.,:]$/.test(piece?.gap ?? '');
}

/** `rue du 4 septembre`, `Hospital 12 de Octubre`. */
function isStreet(pieces: readonly Piece[], index: number): boolean {
  const { streets, sets } = dateWords();
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const found = streets.at(pieces, at);
    if (found && found.next <= index) return true;
    const key = pieces[at]?.key ?? '';
    if (!/^(?:du|of)$/.test(key) && !sets('before_month').has(key) && !sets('articles').has(key))
      return false;
  }
  return false;
}

/** `Regulation (EU) No 1299/2013`, `Ley 5/2011`, `pp. 2010-2020`. */
function isNumbered(pieces: readonly Piece[], index: number): boolean {
  const { numbered, atYear, nearYear } = dateWords();
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    if (pieces[at + 1]?.sentence !== pieces[at]?.sentence) return false;
    const found = numbered.at(pieces, at);
    if (found && found.next <= index) return true;
    if (
      at < index &&
      (endsAt(atYear, pieces, at + 1) ||
        endsAt(nearYear, pieces, at + 1) ||
        pieces[at]?.key === 'on')
    )
      return false;
  }
  return false;
}

/** `ΠΡΑΚΤΙΚΟ 7/2023`, `Acta núm. 3/2022`. */
function isOfPaper(pieces: readonly Piece[], index: number): boolean {
  const { papers } = dateWords();
  return [1, 2, 3].some((back) => {
    const found = papers.at(pieces, index - back);
    return found !== undefined && found.next <= index;
  });
}

/** What begins as far ahead as this, and is round, names an aim: `TEXTIL CIRCULAR 2030`. */
const aimed = { from: 2030, round: 5 } as const;

function isBareYear(pieces: readonly Piece[], from: number, next: number, year: number): boolean {
  const { atYear, nearYear, sets } = dateWords();
  const [before, first, after] = [pieces[from - 1], pieces[from], pieces[next]];
  if (!first || isPartOfNumber(pieces, from)) return false;
  if (/[-+/@#€$£]$/.test(first.gap) && !/\s-$/.test(first.gap)) return false;
  if (after && /^ ?[%€$£/]/.test(after.gap)) return false;
  const isAfter = before !== undefined && first.sentence === before.sentence;
  if (isAfter && sets('names').has(before.key) && /^\s/.test(first.gap)) return false;
  if (isAfter && sets('decades').has(before.key)) return false;
  if (isAfter && before.key === 'de' && sets('decades').has(pieces[from - 2]?.key ?? ''))
    return false;
  if (isAfter && /^[\s'(]{1,3}$/.test(first.gap) && endsAt(atYear, pieces, from)) return true;
  if (isPeriodOfYears(pieces, next, year)) return true;
  if (year < 1900 || year > 2050) return false;
  if (isAfter && year >= aimed.from && year % aimed.round === 0)
    return endsAt(nearYear, pieces, from);
  if (currencyAt(pieces, next) || [next, next + 1].some((at) => figureNounAt(pieces, at)))
    return false;
  // After an apostrophe, two digits alone are a year only where a word or a bracket says so.
  if (isShortYear(pieces, from))
    return (
      first.gap.endsWith("('") ||
      (isAfter && before.key !== 'the' && endsAt(nearYear, pieces, from))
    );
  if (after?.digits && /^ $/.test(after.gap)) return false;
  const isClosed =
    after === undefined || after.sentence !== first.sentence || !/^\s+$/.test(after.gap);
  if (year % 100 === 0 && !isClosed) return false;
  if (/[([]\s?$/.test(first.gap)) return true;
  if (!isAfter) return isClosed || after.shape !== 'upper';
  if (/[,;:]/.test(first.gap)) return isClosed;
  if (endsAt(nearYear, pieces, from)) return true;
  if (before.digits) return false;
  return (
    before.shape === 'capital' || before.shape === 'upper' || before.shape === 'mixed' || isClosed
  );
}

/** `2014-2020`, `2014 to 2020`, whatever stands around them. */
function isPeriodOfYears(pieces: readonly Piece[], next: number, year: number): boolean {
  const joint = pieces[next];
  if (!joint) return false;
  const isDash = /^ ?- ?'?$/.test(joint.gap);
  const last = isDash ? next : dateWords().sets('to').has(joint.key) ? next + 1 : undefined;
  return last !== undefined && (yearOf(pieces, last) ?? 0) > year;
}

/** Whether a phrase of up to three words ends just before this piece. */
function endsAt(phrases: Phrases<true>, pieces: readonly Piece[], index: number): boolean {
  return [1, 2, 3].some((back) => phrases.at(pieces, index - back)?.next === index);
}
