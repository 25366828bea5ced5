/** One value of a row: text, a number, a list of texts, or nothing. */
export type Cell = string | number | readonly string[] | null;

/** A column of a {@link Table}: its stable key, the header to show, and how its cells are to be read. */
export interface Column {
  readonly key: string;
  readonly label?: string;
  /** `number` cells stay numbers in a spreadsheet; `text` is the default. */
  readonly type?: 'text' | 'number';
}

/** Columns in a fixed order, known before the first row, and the rows that fill them. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** What a {@link Format} may be told by the command that uses it. */
export interface FormatOptions {
  /** Width of the window in columns; absent when the output is no terminal. */
  readonly width?: number;
  /** A number as people write it, for formats that people read; else it has a point. */
  readonly number?: (value: number) => string;
  /** What stands between the items of a cell, for formats that people read. */
  readonly comma?: string;
  /** Whether colours and emphasis may be written. */
  readonly colour?: boolean;
  /** CSV only: `rfc4180` (comma, no BOM) or `excel` (UTF-8 with BOM, semicolon). */
  readonly profile?: 'rfc4180' | 'excel';
  /** CSV only: cells are written as they are, without the guard against formulas. */
  readonly raw?: boolean;
}

/** A way to write a table as text, piece by piece. */
export interface Format {
  readonly summary: string;
  readonly write: (table: Table, options: FormatOptions) => AsyncIterable<string>;
}
