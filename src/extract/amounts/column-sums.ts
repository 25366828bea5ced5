import { parseNumber } from '../../values/number.ts';
import type { TextSpan } from '../../core/document.ts';
import { currencyAt, currencySymbols, moneyWords } from './money-words.ts';
import type { Passage } from '../text/passage.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';

/** A sum whose currency (ISO 4217) stands in the head of its column. */
export interface ColumnSum extends TextSpan {
  readonly amount: number;
  readonly currency: string;
}

interface Head {
  readonly currency: string;
  readonly scale: number;
}

/** The bare numbers of tables below a head such as “Budget (€)” or “Grant, thousand euros”, in order. One pass over the rows. */
export function columnSums(passage: Passage): readonly ColumnSum[] {
  const found: ColumnSum[] = [];
  let heads = new Map<number, Head>();
  let isFirst = true;
  for (const { kind, cells } of passage.blocks) {
    if (kind !== 'row') {
      heads = new Map();
      isFirst = true;
      continue;
    }
    const row = cells ?? [];
    const isHead = isHeadRow(passage, row, isFirst);
    isFirst = false;
    for (const [column, cell] of row.entries()) {
      const own = isHead ? headOf(passage, cell) : undefined;
      if (own) heads.set(column, own);
      const head = heads.get(column);
      const sum = head && sumIn(passage, cell, head);
      if (sum) found.push(sum);
    }
  }
  return found;
}

/** Two columns have their heads in the first row, if at all: “Currency | EUR” is a label with its value. */
function isHeadRow(passage: Passage, cells: readonly TextSpan[], isFirst: boolean): boolean {
  if (cells.length > 2) return true;
  const [label] = cells;
  return isFirst && label !== undefined && !isCurrencyLabel(passage, label);
}

function isCurrencyLabel(passage: Passage, { start, end }: TextSpan): boolean {
  const pieces = piecesOf(passage);
  for (let at = firstFrom(pieces, start); (pieces[at]?.start ?? Infinity) < end; at++)
    if (moneyWords().labels.at(pieces, at)) return true;
  return false;
}

/** No head of a column is longer, in code units. */
const longestHead = 80;

/** The currency that a cell names beside words, without any number but a year. */
function headOf(passage: Passage, { start, end }: TextSpan): Head | undefined {
  const text = passage.shadow.slice(start, end);
  if (end - start > longestHead || /\d/.test(text.replaceAll(/\b(?:19|20)\d\d\b/g, '')))
    return undefined;
  const sign = /([km]?)([€£$₺₪])/.exec(text);
  let currency = currencySymbols[sign?.[2] ?? ''];
  let scale = { k: 1e3, m: 1e6 }[sign?.[1] ?? ''] ?? 1;
  const pieces = piecesOf(passage);
  for (let at = firstFrom(pieces, start); (pieces[at]?.start ?? Infinity) < end; at++) {
    currency ??= currencyAt(pieces, at)?.value;
    // One letter is a scale only where it touches the sign.
    if ((pieces[at]?.key.length ?? 0) > 1)
      scale = Math.max(scale, Number(moneyWords().scales.at(pieces, at)?.value ?? 1));
  }
  return currency === undefined ? undefined : { currency, scale };
}

function sumIn({ text, shadow }: Passage, cell: TextSpan, head: Head): ColumnSum | undefined {
  const written = shadow.slice(cell.start, cell.end);
  const bare = written.trim();
  if (!/^\d{1,3}(?:(?:[., ']\d{3})+|\d{0,9})(?:[.,]\d{1,2})?$/.test(bare)) return undefined;
  const value = parseNumber(bare, head.scale > 1);
  const amount = Number(((value ?? 0) * head.scale).toFixed(2));
  if (amount <= 0 || amount > Number.MAX_SAFE_INTEGER) return undefined;
  const start = cell.start + text.slice(cell.start, cell.end).search(/\S/);
  return { start, end: start + bare.length, amount, currency: head.currency };
}
