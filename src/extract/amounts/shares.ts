import type { TextSpan } from '../../core/document.ts';
import type { Piece } from '../text/pieces.ts';
import { moneyWords } from './money-words.ts';
import { quantityAt } from './quantity.ts';

/** An amount with its currency, and the pieces that say it. */
export interface Sum extends TextSpan {
  readonly amount: number;
  readonly currency: string;
  readonly scale: number;
  readonly from: number;
  readonly next: number;
}

/** What a part of a sum is at least: smaller numbers count people and things. */
const least = 1000;

/** Sums with the numbers after them in their sentences that are parts of them: “185.000 euro, di cui 120.000 della …”. */
export function withShares(pieces: readonly Piece[], text: string, sums: readonly Sum[]): Sum[] {
  return sums.flatMap((sum, at) => {
    const found = [sum];
    const { sentence } = pieces[sum.from] ?? {};
    const end = Math.min(sums[at + 1]?.from ?? Infinity, pieces.length);
    for (let index = sum.next; index < end && pieces[index]?.sentence === sentence; index++) {
      const share = shareAt(pieces, text, index, sum) ?? wholeAt(pieces, text, index, sum);
      if (!share) continue;
      found.push(share);
      index = share.next - 1;
    }
    return found;
  });
}

/** Digits in groups of three, with a word before that gives a part and none after that they count. */
function shareAt(pieces: readonly Piece[], text: string, index: number, of: Sum): Sum | undefined {
  const quantity = pieces[index]?.digits ? quantityAt(pieces, index, text) : undefined;
  if (!quantity || quantity.isPlain || !isAfterPart(pieces, index)) return undefined;
  const [first, last] = [pieces[index], pieces[quantity.next - 1]];
  const amount = quantity.value(false);
  if (!first || !last || amount === undefined || amount < least || amount >= of.amount * most)
    return undefined;
  if (!/^\d{1,3}(?:[., ]\d{3})+$/.test(text.slice(first.start, last.end))) return undefined;
  const next = pieces[quantity.next];
  const isEnd = next === undefined || next.sentence !== first.sentence || /^[.,;)]/.test(next.gap);
  if (!isEnd && !(next.gap === ' ' || next.gap === '\n')) return undefined;
  if (!isEnd && !moneyWords().shareAfter.at(pieces, quantity.next)) return undefined;
  const { start } = first;
  return { ...of, start, end: last.end, amount, scale: 1, from: index, next: quantity.next };
}

/** “… euros of a budget of 1.4 million”: millions that nothing is counted in, shortly after the word for a budget or a grant. */
function wholeAt(pieces: readonly Piece[], text: string, index: number, of: Sum): Sum | undefined {
  const quantity = pieces[index]?.digits ? quantityAt(pieces, index, text) : undefined;
  const { scales, kinds } = moneyWords();
  const scale = quantity && scales.at(pieces, quantity.next);
  if (!quantity || !scale || Number(scale.value) < 1e6) return undefined;
  if (pieces[quantity.next]?.gap !== ' ') return undefined;
  const [first, last, next] = [pieces[index], pieces[scale.next - 1], pieces[scale.next]];
  const value = quantity.value(true);
  if (!first || !last || value === undefined) return undefined;
  const isEnd = next === undefined || next.sentence !== first.sentence || /^[.,;)]/.test(next.gap);
  const isSum = [1, 2, 3, 4].some(
    (back) => (kinds.at(pieces, index - back)?.next ?? Infinity) <= index,
  );
  if (!isEnd || !isSum) return undefined;
  const [amount, { start }] = [Number((value * Number(scale.value)).toFixed(2)), first];
  return { ...of, start, end: last.end, amount, scale: 1, from: index, next: scale.next };
}

/** What another gives may be more than the sum before, but not by much. */
const most = 5;

/** So many pieces back a phrase begins that gives a part. */
const longest = 3;

function isAfterPart(pieces: readonly Piece[], index: number): boolean {
  for (let back = 1; back <= longest; back++) {
    const found = moneyWords().shareBefore.at(pieces, index - back);
    if (found?.next === index) return /^[ \n]$/.test(pieces[index]?.gap ?? '');
  }
  return false;
}
