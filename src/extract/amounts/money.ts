import type { TextSpan } from '../../core/document.ts';
import { columnSums } from './column-sums.ts';
import type { Sum } from './shares.ts';
import { withShares } from './shares.ts';
import { kindOfMoney } from './money-kind.ts';
import { currencyAt, currencySymbols, moneyWords, sharedCurrency } from './money-words.ts';
import type { Passage } from '../text/passage.ts';
import type { Piece } from '../text/pieces.ts';
import { piecesOf } from '../text/pieces.ts';
import type { Quantity } from './quantity.ts';
import { quantityAt } from './quantity.ts';

/** A sum in a text, with its currency. */
export interface MoneyMention extends TextSpan {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** By the nearest cue in its sentence: a budget or cost, a grant, what somebody adds to a budget, a turnover. */
  readonly kind: 'total' | 'grant' | 'contribution' | 'turnover' | 'other';
}

/** Every sum of a passage, in order; of a range both ends, each with the currency. One pass with bounded look-ahead. */
export function findMoney(passage: Passage): readonly MoneyMention[] {
  const reader = readerOf(passage);
  const found: Sum[] = [];
  for (let index = 0; index < reader.pieces.length;) {
    const sums =
      rangeAt(reader, index) ?? [sumAt(reader, index)].filter((sum) => sum !== undefined);
    found.push(...sums);
    index = Math.max(sums.at(-1)?.next ?? 0, index + 1);
  }
  const all = withShares(reader.pieces, passage.text, found);
  const read = all.map(({ start, end, amount, currency, from, next }, at): MoneyMention => ({
    start,
    end,
    amount,
    currency,
    kind: kindOfMoney(
      reader.pieces,
      from,
      next,
      all[at - 1]?.next ?? 0,
      all[at + 1]?.from ?? Infinity,
    ),
  }));
  const columns = columnSums(passage).map((sum): MoneyMention => ({ ...sum, kind: 'other' }));
  return columns.length === 0 ? read : [...read, ...columns].toSorted((a, b) => a.start - b.start);
}

interface Reader {
  readonly passage: Passage;
  readonly pieces: readonly Piece[];
  readonly dinar: () => string | undefined;
}

interface Amount {
  readonly amount: number;
  readonly scale: number;
  readonly from: number;
  readonly next: number;
  readonly isPlainYear: boolean;
}

function readerOf(passage: Passage): Reader {
  let dinar: { readonly code: string | undefined } | undefined;
  return {
    passage,
    pieces: piecesOf(passage),
    dinar: () => (dinar ??= { code: sharedCurrency(passage) }).code,
  };
}

function sumAt(reader: Reader, index: number): Sum | undefined {
  return symbolFirst(reader, index) ?? nameFirst(reader, index) ?? amountFirst(reader, index);
}

/** `€2.45m`, `US$ 3 million`. */
function symbolFirst(reader: Reader, index: number): Sum | undefined {
  const piece = reader.pieces[index];
  const match = piece?.digits ? /([€£$₺₪])( ?)$/.exec(piece.gap) : null;
  if (!piece || !match) return undefined;
  const amount = amountAt(reader, index, true);
  return (
    amount &&
    sumOf(reader, amount, currencySymbols[match[1] ?? ''] ?? '', {
      start: piece.start - match[0].length,
    })
  );
}

/** `EUR 1 960 000`; after the word “euro” a year is the name of a cup. */
function nameFirst(reader: Reader, index: number): Sum | undefined {
  const { pieces } = reader;
  const currency = currencyAt(pieces, index);
  if (
    !currency ||
    !/^[ :.]{0,2}$/.test(pieces[currency.next]?.gap ?? '|') ||
    !pieces[currency.next]?.digits
  )
    return undefined;
  const amount = amountAt(reader, currency.next, true);
  if (!amount || amount.isPlainYear) return undefined;
  if (pieces[index]?.shape !== 'upper' && amount.amount < 100) return undefined;
  return sumOf(reader, amount, currency.value, { start: pieces[index]?.start ?? 0 });
}

/** `612.500,00 €`, `3,4 millions d'euros`, `250 k€`, `3 MEUR`, `مليوني يورو`. */
function amountFirst(reader: Reader, index: number): Sum | undefined {
  const amount = amountAt(reader, index, false);
  return amount && (withSymbol(reader, amount) ?? withName(reader, amount));
}

function withSymbol(reader: Reader, amount: Amount): Sum | undefined {
  const last = reader.pieces[amount.next - 1]?.end ?? 0;
  const match = /^\.?\s{0,2}([€£$₺₪])/.exec(reader.passage.shadow.slice(last, last + 4));
  return match
    ? sumOf(reader, amount, currencySymbols[match[1] ?? ''] ?? '', { end: last + match[0].length })
    : undefined;
}

function withName(reader: Reader, amount: Amount): Sum | undefined {
  const { pieces } = reader;
  if (!/^\.?[\s']{0,2}-?$/.test(pieces[amount.next]?.gap ?? '|')) return undefined;
  const joint = /^([km])(eur|usd|tnd|mad|dt|dh)s?$/.exec(pieces[amount.next]?.key ?? '');
  if (joint) {
    const scale = joint[1] === 'k' ? 1e3 : 1e6;
    const scaled = quantityAt(pieces, amount.from, reader.passage.text)?.value(true);
    const currency = { dt: 'TND', dh: 'MAD' }[joint[2] ?? ''] ?? (joint[2] ?? '').toUpperCase();
    if (scaled === undefined) return undefined;
    return sumOf(
      reader,
      { ...amount, amount: scaled * scale, scale, next: amount.next + 1 },
      currency,
      {},
    );
  }
  const of = moneyWords().of.at(pieces, amount.next);
  const at = of && /^['\s]{0,2}$/.test(pieces[of.next]?.gap ?? '|') ? of.next : amount.next;
  const currency = currencyAt(pieces, at) ?? currencyAt(pieces, amount.next) ?? dinarAt(reader, at);
  return currency && sumOf(reader, { ...amount, next: currency.next }, currency.value, {});
}

function dinarAt(
  reader: Reader,
  index: number,
): { readonly value: string; readonly next: number } | undefined {
  const word = moneyWords().shared.at(reader.pieces, index);
  const code = word && reader.dinar();
  return word && code !== undefined ? { value: code, next: word.next } : undefined;
}

/** A number with its scale; a letter for a scale only where a currency stands on one side. */
function amountAt(reader: Reader, index: number, hasCurrency: boolean): Amount | undefined {
  const { pieces, passage } = reader;
  const { scales, alone } = moneyWords();
  const single = alone.at(pieces, index);
  if (single) {
    // “مليوناً”, undefined, is one million; “مليونا دولار” without the mark are two.
    const written = passage.text.slice(pieces[index]?.start, pieces[single.next]?.start);
    const value = written.includes('\u064b') ? 1e6 : Number(single.value);
    const one = {
      amount: value,
      scale: value,
      from: index,
      next: single.next,
      isPlainYear: false,
    };
    return one.scale === 1e6 ? withThousands(reader, one) : one;
  }
  const quantity = quantityAt(pieces, index, passage.text);
  if (!quantity || (!hasCurrency && isTailOf(pieces, quantity))) return undefined;
  const gap = pieces[quantity.next]?.gap ?? '|';
  const scale = /^[ \n]?$/.test(gap) ? scales.at(pieces, quantity.next) : undefined;
  const factor = scale ? Number(scale.value) : 1;
  const value = quantity.value(scale !== undefined);
  if (value === undefined) return undefined;
  const isPlainYear = scale === undefined && quantity.isPlain && value >= 1900 && value <= 2100;
  const amount = {
    amount: value * factor,
    scale: factor,
    from: index,
    next: scale?.next ?? quantity.next,
    isPlainYear,
  };
  return factor === 1e6 ? withThousands(reader, amount) : amount;
}

/** “1 milione e 870 mila”, “un milió dos-cents mil”: millions with the thousands that are said after them. */
function withThousands({ pieces, passage }: Reader, millions: Amount): Amount {
  const joint = pieces[millions.next];
  if (!joint || joint.gap !== ' ' || joint.sentence !== pieces[millions.from]?.sentence)
    return millions;
  const { and, scales } = moneyWords();
  for (const start of [and.at(pieces, millions.next)?.next, millions.next]) {
    const rest = start === undefined ? undefined : quantityAt(pieces, start, passage.text);
    const value = rest?.value(true);
    const scale =
      rest && /^[ \n]?$/.test(pieces[rest.next]?.gap ?? '|')
        ? scales.at(pieces, rest.next)
        : undefined;
    if (value === undefined || value >= 1000 || Number(scale?.value) !== 1000) continue;
    // “between 1 million and 200 thousand” are two sums.
    if (isAfterBetween(pieces, millions.from)) return millions;
    return {
      ...millions,
      amount: millions.amount + value * 1000,
      next: scale?.next ?? millions.next,
    };
  }
  return millions;
}

/** The digits of `B2 000 euros` or of `1/200 €`. */
function isTailOf(pieces: readonly Piece[], { from, isWords }: Quantity): boolean {
  const [before, piece] = [pieces[from - 1], pieces[from]];
  if (!before || !piece || isWords) return false;
  return (
    (piece.gap === '' && !/[\u0621-\u064a]$/.test(before.key)) ||
    (before.digits && /^[./:,]$/.test(piece.gap))
  );
}

function sumOf(
  reader: Reader,
  amount: Amount,
  currency: string,
  span: Partial<TextSpan>,
): Sum | undefined {
  const { pieces } = reader;
  const value = Number(amount.amount.toFixed(2));
  if (value <= 0 || value > Number.MAX_SAFE_INTEGER) return undefined;
  return {
    start: span.start ?? pieces[amount.from]?.start ?? 0,
    end: span.end ?? pieces[amount.next - 1]?.end ?? 0,
    amount: value,
    currency,
    scale: amount.scale,
    from: amount.from,
    next: amount.next,
  };
}

/** `between 200 000 and 400 000 euros`, `1 to 2 million €`: the first end takes currency and scale from the second. */
function rangeAt(reader: Reader, index: number): readonly Sum[] | undefined {
  const { pieces, passage } = reader;
  const first = amountAt(reader, index, false);
  if (!first || first.isPlainYear || sumAt(reader, index)) return undefined;
  const joint = pieces[first.next];
  if (!joint) return undefined;
  const word = /^ $/.test(joint.gap) ? moneyWords().and.at(pieces, first.next) : undefined;
  const isDash = /^ ?- ?$/.test(joint.gap);
  if (!isDash && !(word && isAfterBetween(pieces, index))) return undefined;
  const second = sumAt(reader, word?.next ?? first.next);
  if (!second) return undefined;
  const bare = first.scale === 1 && second.scale > 1 && first.amount < 1000;
  const value = bare ? quantityAt(pieces, index, passage.text)?.value(true) : first.amount;
  const scaled = { ...first, amount: (value ?? first.amount) * (bare ? second.scale : 1) };
  const sum =
    scaled.amount < second.amount ? sumOf(reader, scaled, second.currency, {}) : undefined;
  return sum && [sum, second];
}

function isAfterBetween(pieces: readonly Piece[], index: number): boolean {
  return [1, 2].some((back) => moneyWords().between.at(pieces, index - back) !== undefined);
}
