import type { Cell, Format, FormatOptions } from '../core/table.ts';
import { toTerminal } from '../terminal/text.ts';
import { inPieces, plainNumber } from './lines.ts';

/** Characters that would begin markup or HTML; inside a word `_` is nothing but itself, and a lone `~` belongs to addresses. */
const MARKUP = /[\\`*[\]<>|]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\w]+;)/gu;

export default {
  summary: 'a Markdown table',
  async *write({ columns, rows }, options) {
    const rule = columns.map(({ type }) => (type === 'number' ? '---:' : '---'));
    yield line(columns.map(({ key, label }) => escaped(label ?? key))) + line(rule);
    yield* inPieces(rows, (row) => line(columns.map((_, index) => fromCell(row[index], options))));
  },
} satisfies Format;

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function fromCell(
  cell: Cell | undefined,
  { number = plainNumber, comma = ', ' }: FormatOptions,
): string {
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number') return number(cell);
  return cell ? cell.map(escaped).join(comma) : '';
}

function escaped(text: string): string {
  return toTerminal(text, { isolate: false }).replace(MARKUP, '\\$&');
}
