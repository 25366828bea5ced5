import type { Cell, Format } from '../core/table.ts';
import { inPieces, plainNumber } from './lines.ts';

const PROFILES = {
  rfc4180: { mark: '', separator: ',', point: '.' },
  // Excel takes UTF-8 for granted only after this mark, and in most of Europe divides cells at semicolons and decimals at commas.
  excel: { mark: '\ufeff', separator: ';', point: ',' },
} as const;

/** A text that needs more than copying: separators, quotes, controls, what is not seen, and what NFC may change. */
const UNSURE =
  /[^ !#-+\--:<-~\u00a0-\u00ac\u00ae-\u02ff\u0388-\u0482\u048a-\u052f\u0621-\u063a\u0641-\u064a\u2010-\u2027\u20ac]/;

/** Whoever opens the file may have another separator: what stands behind it would be a cell of its own, which nothing guards. */
const QUOTED = /[",;\t\r\n]/;

const ROW_END = '\r\n';

// Spreadsheets keep none of these; a NUL before a formula even hides it from a guard, but not from LibreOffice.
const CONTROLS = /[\p{Cc}--[\t\n\r]]/gv;

/**
 * A text that a spreadsheet may run. Blanks and invisible characters before the sign are dropped by some of them.
 * Apostrophes count as blanks, so that taking one apostrophe from a guarded cell always gives the text back.
 */
const FORMULA = /^[\s\p{Cf}']*[=+\-@＝＋－＠]|^'*[\t\r]/u;

// No letters and no operators: hyphens or slashes between the digits would make a spreadsheet calculate.
const NUMBER_OR_PHONE = /^\s*[+-]?[\d(.,][\d\s.,()]*(?:e[+-]?\d+)?\s?%?$/i;

export default {
  summary: 'comma-separated values for spreadsheets and programs (RFC 4180)',
  async *write({ columns, rows }, { profile = 'rfc4180', raw = false }) {
    const { mark, separator, point } = PROFILES[profile];
    const single = columns.length === 1;

    const fromText = (text: string): string => {
      if (text === '' || (beginsWell(text) && !UNSURE.test(text))) return text;
      const value = spreadsheetText(text, raw);
      return QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    };
    const fromCell = (cell: Cell | undefined): string => {
      if (typeof cell === 'string') return fromText(cell);
      if (typeof cell === 'number') return plainNumber(cell).replace('.', point);
      return cell ? fromText(joined(cell)) : '';
    };
    const fromRow = (row: readonly Cell[]): string => {
      let line = fromCell(row[0]);
      // Readers skip an empty line, and with it a row of one empty cell.
      if (single && line === '') line = '""';
      for (let index = 1; index < columns.length; index += 1) {
        line += separator + fromCell(row[index]);
      }
      return line + ROW_END;
    };

    yield mark + fromRow(columns.map(({ key, label }) => label ?? key));
    yield* inPieces(rows, fromRow);
  },
} satisfies Format;

// A digit, a letter, or what stands after them: no sign of a formula, no blank, no apostrophe.
function beginsWell(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 0x40 && first !== 0xa0) || (first >= 0x30 && first <= 0x39);
}

function spreadsheetText(text: string, raw: boolean): string {
  const clean = text.toWellFormed().replace(CONTROLS, '').normalize('NFC');
  const guarded = !raw && FORMULA.test(clean) && !NUMBER_OR_PHONE.test(clean);
  const value = guarded ? `'${clean}` : clean;
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}

// A bar inside an item becomes the broken bar, so that the bars of a cell always divide items.
function joined(items: readonly string[]): string {
  let text = '';
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] ?? '';
    if (index > 0) text += '|';
    text += item.includes('|') ? item.replaceAll('|', '¦') : item;
  }
  return text;
}
