import type { DatePoint } from './date-point.ts';
import { skip, yearAfter } from './date-point.ts';
import { dateWords } from './date-words.ts';
import type { Piece } from '../text/pieces.ts';

/** A quarter or half of a year that begins with this piece, as its first and last month: `third quarter of 2021`, `Q3 2021`. */
export function partAt(
  pieces: readonly Piece[],
  index: number,
): { readonly first: DatePoint; readonly last: DatePoint } | undefined {
  const read = countedFirst(pieces, index) ?? nounFirst(pieces, index);
  if (!read || read.count * read.months > 12) return undefined;
  const year = yearAfter(pieces, read.next);
  if (!year) return undefined;
  const end = read.count * read.months;
  return {
    first: { from: index, ...year, month: end - read.months + 1 },
    last: { from: index, ...year, month: end },
  };
}

interface Part {
  readonly count: number;
  /** 3 of a quarter, 6 of a half. */
  readonly months: number;
  readonly next: number;
}

function countedFirst(pieces: readonly Piece[], index: number): Part | undefined {
  const counted = dateWords().counted.at(pieces, index);
  if (!counted) return undefined;
  const suffix = pieces[counted.next];
  const at =
    suffix?.gap === '' && !suffix.digits
      ? counted.next + 1
      : skip(pieces, counted.next, 'ordinals', 1);
  const noun = nounAt(pieces, at);
  return noun && { count: Number(counted.value), ...noun };
}

function nounFirst(pieces: readonly Piece[], index: number): Part | undefined {
  const noun = nounAt(pieces, index);
  const counted = noun && dateWords().counted.at(pieces, noun.next);
  return counted && { ...noun, count: Number(counted.value), next: counted.next };
}

function nounAt(pieces: readonly Piece[], index: number): Omit<Part, 'count'> | undefined {
  const { quarters, halves } = dateWords();
  const quarter = quarters.at(pieces, index);
  if (quarter) return { months: 3, next: quarter.next };
  const half = halves.at(pieces, index);
  return half && { months: 6, next: half.next };
}
