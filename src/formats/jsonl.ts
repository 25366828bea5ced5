import type { Cell, Column, Format } from '../core/table.ts';
import { inPieces } from './lines.ts';

/** Characters that JSON allows as they are but that a terminal acts upon or hides. */
const HIDDEN =
  /[[\x7f\p{Cf}\u0080-\u009f\u2028\u2029]--[\u200c-\u200d\u0600-\u0605\u06dd\u070f]]/gv;

export default {
  summary: 'one JSON object a row and line',
  write({ columns, rows }) {
    return inPieces(rows, (row) => visibleJson(rowObject(columns, row)) + '\n');
  },
} satisfies Format;

/** A row by the keys of its columns; a missing cell is null. */
export function rowObject(columns: readonly Column[], row: readonly Cell[]): object {
  return Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null]));
}

/** JSON in which every character that is no plain text is escaped, so that it may be shown on a terminal. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(HIDDEN, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
