import type { Cell, Format, Table } from '../core/table.ts';
import { toTerminal } from '../terminal/text.ts';

const PIECE_CHARACTERS = 65_536;

export default {
  summary: 'one row a line, cells divided by tabs and no header, for grep and cut',
  write({ columns, rows }) {
    return inPieces(rows, (row) => columns.map((_, index) => plain(row[index])).join('\t') + '\n');
  },
} satisfies Format;

/** Rows as text, gathered into pieces that are worth writing: one write a row would cost more than the row. */
export async function* inPieces(
  rows: Table['rows'],
  toText: (row: readonly Cell[]) => string,
): AsyncGenerator<string, void, undefined> {
  let piece = '';
  // Awaiting each row of an ordinary iterable would double the time of a large export.
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      piece += toText(row);
      if (piece.length < PIECE_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
  } else {
    for await (const row of rows) {
      piece += toText(row);
      if (piece.length < PIECE_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/** A number with a point, never grouped and without an exponent; what is no number is empty. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 21 });
}

function plain(cell: Cell | undefined): string {
  if (typeof cell === 'string') return toTerminal(cell, { isolate: false });
  if (typeof cell === 'number') return plainNumber(cell);
  return cell ? cell.map(plain).join('|') : '';
}
