import type { Cell, Column, Format, FormatOptions } from '../core/table.ts';
import { type Palette, palette } from '../terminal/colour.ts';
import { fitColumns } from '../terminal/columns.ts';
import { cut, pad, toTerminal, width as widthOf, wrap } from '../terminal/text.ts';
import { inPieces, plainNumber } from './lines.ts';

const MEASURED_ROWS = 1_000;
const GAP = '  ';
const READABLE_COLUMNS = 10;

type Cells = readonly string[];

export default {
  summary: 'columns side by side, or one block a row in a narrow window',
  async *write({ columns, rows }, options) {
    const paint = await palette(options.colour ?? false);
    const isolate = options.width !== undefined;
    const held: Cells[] = [];
    let toText: ((cells: Cells) => string) | undefined;

    const begin = (): string => {
      const view =
        columnsView(columns, held, options, paint) ?? blocksView(columns, held, options, paint);
      toText = view.toText;
      return view.head + held.map(view.toText).join('');
    };
    yield* inPieces(rows, (row) => {
      const cells = columns.map((_, index) => shown(row[index], isolate, options));
      if (toText !== undefined) return toText(cells);
      held.push(cells);
      return held.length < MEASURED_ROWS ? '' : begin();
    });
    if (toText === undefined) yield begin();
  },
} satisfies Format;

interface View {
  readonly head: string;
  readonly toText: (cells: Cells) => string;
}

function columnsView(
  columns: readonly Column[],
  rows: readonly Cells[],
  { width: room = Infinity }: FormatOptions,
  paint: Palette,
): View | undefined {
  const names = columns.map(heading);
  const wanted = names.map((name, index) =>
    rows.reduce((most, cells) => Math.max(most, widthOf(cells[index] ?? '')), widthOf(name)),
  );
  const least = wanted.map((size, index) => {
    // A number cut short is another number.
    if (columns[index]?.type === 'number') return size;
    // The first column names the row, and is what users copy into the next command.
    const enough =
      index === 0 ? Math.max(READABLE_COLUMNS, Math.floor(room / 3)) : READABLE_COLUMNS;
    return Math.min(size, enough);
  });
  const widths = fitColumns(wanted, least, room - GAP.length * (columns.length - 1));
  if (widths === undefined) return undefined;

  const line = (cells: Cells): string =>
    widths
      .map((size, index) => {
        const isNumber = columns[index]?.type === 'number';
        const cell = cells[index] ?? '';
        const fitting = isNumber || room === Infinity ? cell : cut(cell, size);
        return pad(fitting, size, isNumber ? 'start' : 'end');
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join(GAP);
  return {
    head: `${paint.strong(line(names))}\n${paint.quiet(rule)}\n`,
    toText: (cells) => `${line(cells)}\n`,
  };
}

function blocksView(
  columns: readonly Column[],
  rows: readonly Cells[],
  { width: room = Infinity }: FormatOptions,
  paint: Palette,
): View {
  const names = columns.map(heading);
  let between = '';
  const entry = (name: string, value: string): string => {
    const [first = '', ...more] = wrap(`${name}: ${value}`.trimEnd(), room - GAP.length);
    const named = first.startsWith(`${name}:`)
      ? paint.strong(`${name}:`) + first.slice(name.length + 1)
      : first;
    return [named, ...more.map((line) => GAP + line)].join('\n') + '\n';
  };
  return {
    head: rows.length === 0 ? wrap(names.join(GAP), room).join('\n') + '\n' : '',
    toText(cells) {
      const filled = names.flatMap((name, index) => {
        const value = cells[index] ?? '';
        return value === '' && index > 0 ? [] : [entry(name, value)];
      });
      const block = between + filled.join('');
      between = '\n';
      return block;
    },
  };
}

function heading({ key, label }: Column): string {
  return toTerminal(label ?? key);
}

function shown(
  cell: Cell | undefined,
  isolate: boolean,
  { number = plainNumber, comma = ', ' }: FormatOptions,
): string {
  if (typeof cell === 'string') return toTerminal(cell, { isolate });
  if (typeof cell === 'number') return number(cell);
  return cell ? cell.map((item) => toTerminal(item, { isolate })).join(comma) : '';
}
