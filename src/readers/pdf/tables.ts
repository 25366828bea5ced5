import { extentOf } from './extent.ts';
import type { Segment } from './fragment.ts';
import { isRightToLeft } from './fragment.ts';

/** What stands on one base line of a column. */
export interface Line {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly height: number;
}

interface Band {
  readonly x: number;
  readonly right: number;
}

/** Rows of cells, and how many lines they take; each cell is the lines it is written in. */
export interface Table {
  readonly rows: readonly (readonly (readonly string[])[])[];
  readonly length: number;
}

/** The table that begins at a line: at least two lines with gaps at the same places. */
export function tableAt(lines: readonly Line[], from: number): Table | undefined {
  let bands: readonly Band[] = [];
  let to = from;
  let parted = 0;
  for (let line = lines[to]; line; line = lines[to]) {
    const before = lines[to - 1];
    if (to > from && before && line.y - before.y > 4 * line.height) break;
    const isParted = line.segments.length > 1;
    if (to === from && !isParted) return undefined;
    const wider = merge(bands, line);
    const keeps = isParted
      ? wider.length >= Math.max(2, bands.length - 1)
      : wider.length === bands.length && !!before && line.y - before.y < 1.7 * line.height;
    if (!keeps) break;
    bands = wider;
    parted += isParted ? 1 : 0;
    to += 1;
  }
  if (parted < 2) return undefined;
  return { rows: rowsOf(lines.slice(from, to), bands), length: to - from };
}

/** The bands that segments stand in, one under the other; what overlaps is one band. */
function merge(bands: readonly Band[], line: Line): Band[] {
  const merged: Band[] = [];
  for (const band of [...bands, ...line.segments].toSorted((a, b) => a.x - b.x)) {
    const last = merged.at(-1);
    if (last && band.x < last.right + 0.3 * line.height)
      merged[merged.length - 1] = { x: last.x, right: Math.max(last.right, band.right) };
    else merged.push({ x: band.x, right: band.right });
  }
  return merged;
}

function rowsOf(lines: readonly Line[], bands: readonly Band[]): string[][][] {
  const text = lines.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' ');
  const ordered = isRightToLeft(text) ? bands.toReversed() : bands;
  const isNext = nextRows(lines, ordered[0]);
  const rows: string[][][] = [];
  for (const [index, line] of lines.entries()) {
    if (isNext(index)) rows.push(ordered.map(() => []));
    const row = rows.at(-1);
    for (const [column, band] of ordered.entries()) {
      const cell = line.segments.filter((segment) => isIn(segment, band)).map(({ text }) => text);
      if (cell.length > 0) row?.[column]?.push(cell.join(' '));
    }
  }
  return rows;
}

/** Where lines of one row stand closer than rows do, the distance tells; else a row begins with its first cell. */
function nextRows(lines: readonly Line[], first: Band | undefined): (index: number) => boolean {
  const steps = lines.map((line, index) => line.y - (lines[index - 1]?.y ?? 0));
  const inner = steps.slice(1);
  const { x: least, right: most } = extentOf(inner.map((step) => ({ x: step, right: step })));
  const areApart = inner.length > 1 && most > least * 1.35;
  return (index) => {
    if (index === 0) return true;
    if (areApart && lines.some(({ segments }) => segments.length === 1))
      return (steps[index] ?? 0) > least * 1.2;
    return !!first && lines[index]?.segments.some((segment) => isIn(segment, first)) === true;
  };
}

function isIn({ x, right }: Segment, band: Band): boolean {
  const middle = (x + right) / 2;
  return middle >= band.x - 1 && middle <= band.right + 1;
}
