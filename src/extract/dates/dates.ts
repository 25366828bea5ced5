import type { TextSpan } from '../../core/document.ts';
import { digitDateAt } from './date-digits.ts';
import { partAt } from './date-part.ts';
import type { DatePoint } from './date-point.ts';
import { pointAt, skip, yearAfter, yearOf } from './date-point.ts';
import { dateWords, monthAt } from './date-words.ts';
import { sideAt } from './date-side.ts';
import { isDateThere } from './date-trap.ts';
import type { Passage } from '../text/passage.ts';
import type { Piece } from '../text/pieces.ts';
import { piecesOf } from '../text/pieces.ts';

/** A date or period in a text; a season beside its year is not told. */
export interface DateMention extends TextSpan {
  /** EDTF: `2019`, `2019-09`, `2023-11-06/2023-11-10`, `XXXX-04-11`. */
  readonly value: string;
  /** Of a period, the coarser of its ends. */
  readonly precision: 'day' | 'month' | 'year';
  readonly kind: 'moment' | 'period';
  /** Where the year is not in the text. */
  readonly inferred?: true;
  /** 1 for Monday to 7 for Sunday (ISO 8601), of the first day where the text names it and no year. */
  readonly weekday?: number;
}

/** Every date and period of a passage, in order and without overlap; one pass with bounded look-ahead. */
export function findDates(passage: Passage): readonly DateMention[] {
  const pieces = piecesOf(passage);
  const found: DateMention[] = [];
  for (let index = 0; index < pieces.length;) {
    const read = readAt(passage, pieces, index);
    if (read) found.push(...read.mentions);
    index = Math.max(read?.next ?? 0, index + 1);
  }
  return found;
}

interface Reading {
  readonly mentions: readonly DateMention[];
  readonly next: number;
}

function readAt(passage: Passage, pieces: readonly Piece[], index: number): Reading | undefined {
  const part = partAt(pieces, index);
  if (part) return periodOf(pieces, part.first, part.last);
  const digits = digitDateAt(pieces, index, passage.text, passage.shadow);
  if (digits && 'first' in digits) {
    if (!isDateThere(pieces, digits.first)) return { mentions: [], next: digits.first.next };
    return periodOf(pieces, digits.first, digits.last);
  }
  const first = digits?.point ?? pointAt(pieces, index);
  if (!first) return undefined;
  if (!isSound(first) || !isDateThere(pieces, first)) return { mentions: [], next: first.next };
  return (
    listOf(passage, pieces, first) ?? rangeFrom(passage, pieces, first) ?? alone(pieces, first)
  );
}

/** `3 et 4 mai 2022`, `3, 4 and 11 May`, `14 e 15/06/2022`: days before one month. */
function listOf(passage: Passage, pieces: readonly Piece[], first: DatePoint): Reading | undefined {
  if (first.month !== undefined || first.day === undefined) return undefined;
  if (isBetween(pieces, first.from)) return undefined;
  const days = [first];
  let last: DatePoint | undefined = first;
  while (last && last.month === undefined && days.length < 8) {
    const joint = jointAt(pieces, last.next);
    last = joint && joint.kind !== 'to' ? readPoint(passage, pieces, joint.next) : undefined;
    if (last?.day === undefined) return undefined;
    days.push(last);
  }
  if (last?.month === undefined) return undefined;
  const { month, year } = last;
  const whole = days.map((day) => ({
    ...day,
    month,
    ...(year === undefined ? {} : { year }),
    next: last.next,
  }));
  const isRow = whole.every(({ day = 0 }, at) => at === 0 || day === (whole[at - 1]?.day ?? 0) + 1);
  const [start, end] = [whole[0], whole.at(-1)];
  if (isRow && start && end) return periodOf(pieces, start, end);
  return { mentions: whole.flatMap((day) => alone(pieces, day)?.mentions ?? []), next: last.next };
}

/** `6 au 10 novembre 2023`, `Sept. 2019 – Dec. 2023`, `2014-2020`, `between March and June 2022`. */
function rangeFrom(
  passage: Passage,
  pieces: readonly Piece[],
  first: DatePoint,
): Reading | undefined {
  const joint = jointAt(pieces, first.next);
  if (!joint || joint.kind === 'comma') return undefined;
  const read = readPoint(passage, pieces, joint.next);
  const last = read && completed(pieces, first, read);
  if (!last || !isSound(last)) return undefined;
  const filled = fillFrom(first, last);
  if (!filled || !isSound(filled)) return undefined;
  const isPeriod = joint.kind === 'to' || (joint.kind === 'both' && isBetween(pieces, first.from));
  if (!isPeriod) {
    if (joint.kind !== 'both' || (last.day !== undefined) !== (filled.day !== undefined))
      return undefined;
    // Two years side by side are each looked at for themselves.
    if (last.month === undefined) return undefined;
    const both = [filled, last].flatMap((point) => alone(pieces, point)?.mentions ?? []);
    return { mentions: both, next: last.next };
  }
  const period = periodOf(pieces, filled, last);
  if (period) return period;
  if (first.year !== undefined || filled.year === undefined) return undefined;
  return periodOf(pieces, { ...filled, year: filled.year - 1 }, last);
}

/** One date that begins with this piece, in digits or in words. */
function readPoint(
  passage: Passage,
  pieces: readonly Piece[],
  index: number,
): DatePoint | undefined {
  const digits = digitDateAt(pieces, index, passage.text, passage.shadow);
  return digits && 'point' in digits ? digits.point : pointAt(pieces, index);
}

/** Of `November 6-10, 2023`, the end: it has its month before it. */
function completed(
  pieces: readonly Piece[],
  first: DatePoint,
  last: DatePoint,
): DatePoint | undefined {
  if (last.day !== undefined && last.month === undefined) {
    if (first.month === undefined || first.day === undefined || first.year !== undefined)
      return undefined;
    if (pieces[first.from]?.digits) return undefined;
    return { ...last, month: first.month, ...yearAfter(pieces, last.next) };
  }
  return last;
}

/** The start, with what only the end says. */
function fillFrom(first: DatePoint, last: DatePoint): DatePoint | undefined {
  const year = first.year ?? last.year;
  const month = first.month ?? (first.day === undefined ? undefined : last.month);
  if (first.day !== undefined && month === undefined) return undefined;
  if (first.month === undefined && first.year === undefined && last.day === undefined)
    return undefined;
  if (month === undefined && last.month !== undefined) return undefined;
  if (first.day === undefined && last.day !== undefined) return undefined;
  if (year === undefined && first.day === undefined) return undefined;
  return {
    ...first,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
  };
}

interface Joint {
  readonly kind: 'to' | 'both' | 'comma';
  readonly next: number;
}

/** What joins two ends of a period, with articles and weekdays after it. */
function jointAt(pieces: readonly Piece[], index: number): Joint | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  if (/^\)?\.?\s{0,2}[-~]\s{0,2}'?$/.test(piece.gap))
    return { kind: 'to', next: afterJoint(pieces, index) };
  if (/^ ?\/ ?$|^ & $/.test(piece.gap)) return { kind: 'both', next: index };
  const { sets } = dateWords();
  if (/^,? {0,2}$|^[.,]?\s{1,2}$/.test(piece.gap)) {
    if (sets('to').has(piece.key)) return { kind: 'to', next: afterJoint(pieces, index + 1) };
    if (sets('both').has(piece.key)) return { kind: 'both', next: afterJoint(pieces, index + 1) };
    const weekdayThen = sets('weekdays').has(piece.key) ? jointAt(pieces, index + 1) : undefined;
    if (weekdayThen) return weekdayThen;
    if (piece.key.startsWith('و') && monthAt(pieces, index)) return { kind: 'both', next: index };
  }
  return /^, ?$/.test(piece.gap) ? { kind: 'comma', next: index } : undefined;
}

function afterJoint(pieces: readonly Piece[], index: number): number {
  let at = skip(pieces, index, 'to_more', 1);
  for (let count = 0; count < 4; count++) {
    const before = at;
    at = skip(pieces, at, 'articles', 1);
    at = skip(pieces, at, 'weekdays', 2);
    if (at === before) break;
  }
  const year = skip(pieces, at, 'before_year', 2);
  return yearOf(pieces, year) === undefined ? at : year;
}

function isBetween(pieces: readonly Piece[], index: number): boolean {
  const words = dateWords().sets('between');
  return [1, 2, 3].some((back) => words.has(pieces[index - back]?.key ?? ''));
}

function alone(pieces: readonly Piece[], point: DatePoint): Reading | undefined {
  if (point.month === undefined && point.year === undefined) return undefined;
  // “next May” has a year, though it is not written.
  if (
    point.year === undefined &&
    point.day === undefined &&
    !sideAt(pieces, point.from, point.next)
  )
    return undefined;
  const span = spanOf(pieces, point.from, point.next);
  const [value, precision] = [edtf(point), precisionOf(point)];
  return {
    mentions: [{ ...span, value, precision, kind: 'moment', ...weekdayOf(pieces, point) }],
    next: point.next,
  };
}

/** A period, unless its end lies before its start. */
function periodOf(
  pieces: readonly Piece[],
  first: DatePoint,
  last: DatePoint,
): Reading | undefined {
  if (!isSound(first) || !isSound(last)) return undefined;
  const [start, end] = [edtf(first), edtf(last)];
  const length = Math.min(start.length, end.length);
  if (start.slice(0, length) > end.slice(0, length) || start === end) return undefined;
  const order = ['day', 'month', 'year'] as const;
  const precision =
    order.findLast((each) => each === precisionOf(first) || each === precisionOf(last)) ?? 'day';
  const span = spanOf(pieces, first.from, Math.max(first.next, last.next));
  return {
    mentions: [
      { ...span, value: `${start}/${end}`, precision, kind: 'period', ...weekdayOf(pieces, first) },
    ],
    next: last.next,
  };
}

/** `Friday 31 March`, `vendredi, le 31 mars`. */
function weekdayOf(
  pieces: readonly Piece[],
  { year, from }: DatePoint,
): Pick<DateMention, 'weekday'> {
  if (year !== undefined) return {};
  const { weekdays, sets } = dateWords();
  const hasArticle = sets('articles').has(pieces[from - 1]?.key ?? '');
  for (const end of hasArticle ? [from, from - 1] : [from]) {
    if (!/^[\s,(]{1,3}$/.test(pieces[end]?.gap ?? '')) continue;
    for (const back of [1, 2]) {
      const found = weekdays.at(pieces, end - back);
      if (found?.next === end) return { weekday: found.value };
    }
  }
  return {};
}

function spanOf(pieces: readonly Piece[], from: number, next: number): TextSpan {
  return { start: pieces[from]?.start ?? 0, end: pieces[next - 1]?.end ?? 0 };
}

function precisionOf({ day, month }: DatePoint): DateMention['precision'] {
  return day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
}

function edtf({ year, month, day }: DatePoint): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [
    year === undefined ? 'XXXX' : String(year),
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
}

/** Whether there is such a day; in an unknown year, 29 February too. */
function isSound({ year = 2000, month = 1, day = 1 }: DatePoint): boolean {
  if (year < 1800 || year > 2099 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
