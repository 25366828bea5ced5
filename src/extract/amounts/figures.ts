import type { TextSpan } from '../../core/document.ts';
import { findDates } from '../dates/dates.ts';
import { figureNounAt, figureWords } from './figure-words.ts';
import { findMoney } from './money.ts';
import { moneyWords } from './money-words.ts';
import type { Passage } from '../text/passage.ts';
import type { Piece } from '../text/pieces.ts';
import { piecesOf } from '../text/pieces.ts';
import { quantityAt } from './quantity.ts';

/** A count in a text. */
export interface FigureMention extends TextSpan {
  /** What is counted: `partners`, `countries`, `participants`, `organisations`, `beneficiaries`, `events`, `regions`, `jobs` … */
  readonly what: string;
  readonly value: number;
  /** Where the text says “around”, “more than”, “une cinquantaine”. */
  readonly about?: true;
}

/** So many words may stand between a number and what it counts. */
const mostBetween = 3;

/** Every count of a passage, in order; numbers of dates and sums are none. One pass with bounded look-ahead. */
export function findFigures(passage: Passage): readonly FigureMention[] {
  const pieces = piecesOf(passage);
  const taken = takenPieces(passage, pieces);
  const found: FigureMention[] = [];
  for (let index = 0; index < pieces.length;) {
    const figure = taken.has(index)
      ? undefined
      : (countAt(passage, pieces, index) ?? labelledAt(passage, pieces, index, taken));
    if (figure) found.push(figure.mention);
    index = Math.max(figure?.next ?? 0, index + 1);
  }
  return found;
}

interface Count {
  readonly mention: FigureMention;
  readonly next: number;
}

function takenPieces(passage: Passage, pieces: readonly Piece[]): ReadonlySet<number> {
  const spans = [...findDates(passage), ...findMoney(passage)].toSorted(
    (a, b) => a.start - b.start,
  );
  const taken = new Set<number>();
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    while (at < spans.length && (spans[at]?.end ?? 0) <= piece.start) at++;
    if ((spans[at]?.start ?? Infinity) < piece.end) taken.add(index);
  }
  return taken;
}

interface Total {
  readonly value: number;
  readonly next: number;
  readonly isWords: boolean;
}

/** `around fifty SSE experts`, `six pays méditerranéens`, `3 million people`. */
function countAt(passage: Passage, pieces: readonly Piece[], index: number): Count | undefined {
  const first = pieces[index];
  const number = numberAt(passage, pieces, index);
  if (!first || !number || !isCount(pieces, index, number)) return undefined;
  const { stops, of, rough } = figureWords();
  let at = number.next;
  for (let between = 0; between <= mostBetween; at++) {
    const piece = pieces[at];
    if (!piece || piece.sentence !== first.sentence || piece.digits) return undefined;
    if (!/^[\s'"“”-]{1,3}$/.test(piece.gap)) return undefined;
    const noun = figureNounAt(pieces, at);
    if (noun) return countOf(pieces, index, number, noun, rough.at(pieces, index) !== undefined);
    if (of.at(pieces, at)) {
      // “two of the region”, “3 de la liste”: once only.
      if (at > number.next + 1) return undefined;
      continue;
    }
    if (stops.at(pieces, at)) return undefined;
    between++;
  }
  return undefined;
}

function countOf(
  pieces: readonly Piece[],
  index: number,
  number: Total,
  noun: { readonly value: string; readonly next: number },
  isRough: boolean,
): Count {
  const hedge = [3, 2, 1].find(
    (back) => figureWords().about.at(pieces, index - back)?.next === index,
  );
  const from = index - (hedge ?? 0);
  const isAbout = isRough || hedge !== undefined;
  return {
    mention: {
      start: pieces[from]?.start ?? 0,
      end: pieces[noun.next - 1]?.end ?? 0,
      what: noun.value,
      value: number.value,
      ...(isAbout ? { about: true } : {}),
    },
    next: noun.next,
  };
}

/** `Partners: 12`, `Nombre de pays : 6`. */
function labelledAt(
  passage: Passage,
  pieces: readonly Piece[],
  index: number,
  taken: ReadonlySet<number>,
): Count | undefined {
  const noun = figureNounAt(pieces, index);
  const digits = noun && pieces[noun.next];
  if (!noun || !digits?.digits || taken.has(noun.next)) return undefined;
  if (!/^\s{0,2}[:=]\s{0,2}$/.test(digits.gap) || digits.sentence !== pieces[index]?.sentence)
    return undefined;
  const number = numberAt(passage, pieces, noun.next);
  const follower = number && pieces[number.next];
  if (!number || (follower && /^[%./:-]/.test(follower.gap) && follower.digits)) return undefined;
  const [start, end] = [pieces[index]?.start ?? 0, pieces[number.next - 1]?.end ?? 0];
  return { mention: { start, end, what: noun.value, value: number.value }, next: number.next };
}

function numberAt(passage: Passage, pieces: readonly Piece[], index: number): Total | undefined {
  const quantity = quantityAt(pieces, index, passage.text);
  if (!quantity) return undefined;
  const { scales, letters } = moneyWords();
  const isNear = pieces[quantity.next]?.gap === ' ';
  const scale =
    isNear && !letters.at(pieces, quantity.next) ? scales.at(pieces, quantity.next) : undefined;
  const value = quantity.value(scale !== undefined);
  if (value === undefined) return undefined;
  const total = Math.round(value * (scale ? Number(scale.value) : 1));
  return { value: total, next: scale?.next ?? quantity.next, isWords: quantity.isWords };
}

/** Whether a number counts, and names no place in a list, part of a code, ordinal or article. */
function isCount(pieces: readonly Piece[], index: number, number: Total): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  if (!piece || number.value <= 0 || (number.isWords && number.value === 1)) return false;
  if (!before || before.sentence !== piece.sentence) return true;
  if (piece.digits && piece.gap === '' && !/[\u0621-\u064a]$/.test(before.key)) return false;
  if (piece.digits && before.digits && /^[./:,-]$/.test(piece.gap)) return false;
  if (/[#°§]\s?$/.test(piece.gap)) return false;
  return !(
    piece.digits &&
    /^[\s.]{0,2}$/.test(piece.gap) &&
    figureWords().labels.at(pieces, index - 1)?.next === index
  );
}
