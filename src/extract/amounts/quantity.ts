import { parseNumber } from '../../values/number.ts';
import { numberWordsAt } from './number-words.ts';
import type { Piece } from '../text/pieces.ts';

/** A number as it stands, before a scale such as “million” is reckoned in. */
export interface Quantity {
  readonly from: number;
  readonly next: number;
  /** `isScaled` says that a scale follows: then `2.345` is no two thousand. */
  readonly value: (isScaled: boolean) => number | undefined;
  readonly isWords: boolean;
  /** Digits without any mark between them. */
  readonly isPlain: boolean;
}

/** No amount has more groups of digits. */
const mostGroups = 7;

/** A number in digits (`1 960 000`, `612.500,00`, `٢٫٤٥`) or in words that begins with this piece. */
export function quantityAt(
  pieces: readonly Piece[],
  index: number,
  text: string,
): Quantity | undefined {
  return digitsAt(pieces, index, text) ?? wordsAt(pieces, index);
}

function wordsAt(pieces: readonly Piece[], index: number): Quantity | undefined {
  const found = numberWordsAt(pieces, index);
  if (!found) return undefined;
  const { value, next } = found;
  return { from: index, next, value: () => value, isWords: true, isPlain: false };
}

function digitsAt(pieces: readonly Piece[], index: number, text: string): Quantity | undefined {
  const first = pieces[index];
  if (!first?.digits || first.key.length > 15) return undefined;
  let written = first.key;
  let next = index + 1;
  let isDecimal = false;
  let hasSpaces = false;
  for (let groups = 1; groups < mostGroups; groups++) {
    const [piece, after] = [pieces[next], pieces[next + 1]];
    if (!piece?.digits) break;
    const mark = text[piece.start - 1] ?? '';
    if (piece.gap.length !== 1) break;
    if (piece.gap === ' ') {
      const isGroup = mark !== '\t' && piece.key.length === 3 && lengthOfLast(written) <= 3;
      if (!isGroup || isDecimal || (!hasSpaces && /\D/.test(written))) break;
      hasSpaces = true;
      written += ` ${piece.key}`;
    } else if (/[.,'٫٬]/.test(piece.gap)) {
      if (piece.gap === '٫' || (hasSpaces && after?.digits && /^[.,]$/.test(after.gap)))
        isDecimal = true;
      written += `${piece.gap === '٫' ? '.' : piece.gap === '٬' ? ',' : piece.gap}${piece.key}`;
    } else break;
    next++;
  }
  const value = (isScaled: boolean) => parseNumber(written, isScaled || isDecimal);
  return { from: index, next, value, isWords: false, isPlain: !/\D/.test(written) };
}

function lengthOfLast(written: string): number {
  return (
    written.length -
    1 -
    Math.max(written.lastIndexOf(' '), written.lastIndexOf('.'), written.lastIndexOf(','))
  );
}
