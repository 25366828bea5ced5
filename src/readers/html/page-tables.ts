import { limits, tooLarge } from '../limits.ts';

interface Row {
  cells: string[];
  letters: number;
  linked: number;
  /** Below a cell that is several rows high, a row has an empty cell in its place. */
  cell: string[] | undefined;
  span: number;
}

interface Table {
  readonly row: Row;
  /** By column: in how many rows to come it is taken. */
  readonly taken: Map<number, number>;
  /** A table that arranges the page: its cells are read as the paragraphs they hold. */
  layout: boolean;
}

type Keep = (piece: {
  readonly kind: 'row';
  readonly cells: readonly string[];
  readonly letters: number;
  readonly linked: number;
}) => void;

/** Makes rows of tables and of lists of terms (`dt` is the first cell, `dd` the second). */
export function pageTables(keep: Keep) {
  const tables: Table[] = [];
  let cells = 0;
  const endCell = (table: Table | undefined) => {
    const row = table?.row;
    if (!row?.cell) return;
    row.cells.push(row.cell.join('\n'));
    for (let column = 1; column < row.span; column += 1) row.cells.push('');
    row.cell = undefined;
  };
  const skipTaken = ({ row, taken }: Table) => {
    for (let left = taken.get(row.cells.length); left; left = taken.get(row.cells.length)) {
      taken.set(row.cells.length, left - 1);
      row.cells.push('');
    }
  };
  const endRow = (table: Table | undefined) => {
    if (!table) return;
    endCell(table);
    const { row } = table;
    if (row.letters > 0)
      keep({ kind: 'row', cells: row.cells, letters: row.letters, linked: row.linked });
    Object.assign(row, emptyRow());
  };
  const startCell = (table: Table, attributes: Readonly<{ [name: string]: string }>) => {
    endCell(table);
    cells += 1;
    if (cells > limits.pieces)
      throw tooLarge(
        `The page has more than ${limits.pieces.toLocaleString('en')} cells of tables`,
      );
    skipTaken(table);
    const { row, taken } = table;
    row.cell = [];
    row.span = Math.min(64, Math.max(1, Number(attributes['colspan'] ?? 1) || 1));
    const high = Math.min(1000, Number(attributes['rowspan'] ?? 1) || 1);
    if (high > 1)
      for (let column = 0; column < row.span; column += 1)
        taken.set(row.cells.length + column, high - 1);
  };
  return {
    open: (name: string, attributes: Readonly<{ [name: string]: string }>) => {
      const table = tables.at(-1);
      if (name === 'table' || name === 'dl') {
        if (table) table.layout = true;
        endRow(table);
        tables.push({ row: emptyRow(), taken: new Map(), layout: false });
      } else if (!table) return;
      else if (name === 'td' || name === 'th') startCell(table, attributes);
      else if (name === 'tr' || name === 'dt') endRow(table);
      if (name === 'dt' && table) startCell(table, {});
      if (name === 'dd' && table) {
        if (table.row.cells.length > 1) endRow(table);
        endCell(table);
        if (table.row.cells.length === 0) table.row.cells.push('');
        startCell(table, {});
      }
    },
    close: (name: string) => {
      if (name === 'td' || name === 'th' || name === 'dt' || name === 'dd') endCell(tables.at(-1));
      if (name === 'tr') endRow(tables.at(-1));
      if (name === 'table' || name === 'dl') {
        endRow(tables.at(-1));
        tables.pop();
      }
    },
    /** Whether the text belongs to a cell and was put there. A heading in a cell shows that the table arranges the page. */
    take: (text: string, letters: number, linked: number, isHeading: boolean): boolean => {
      const table = tables.at(-1);
      if (!table?.row.cell || table.layout) return false;
      if (isHeading && table.row.cells.length + table.row.cell.length === 0) {
        table.layout = true;
        return false;
      }
      table.row.cell.push(text);
      table.row.letters += letters;
      table.row.linked += linked;
      return true;
    },
  };
}

function emptyRow(): Row {
  return { cells: [], letters: 0, linked: 0, cell: undefined, span: 1 };
}
