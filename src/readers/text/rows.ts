import type { Block, TextSpan } from '../../core/document.ts';
import { splitSpan } from './lines.ts';

/** How many of the lines from `from` on are rows of one table, and what parts their cells. */
interface Table {
  readonly length: number;
  readonly separator: string;
}

/** A table that begins at a line: lines with tabs or bars, or at least two lines with the same number of semicolons. */
export function tableAt(text: string, lines: readonly TextSpan[], from: number): Table | undefined {
  for (const separator of ['\t', '|']) {
    const length = runLength(lines, from, (line) => isRow(text, line, separator));
    if (length > 0) return { length, separator };
  }
  const count = semicolons(text, lines[from]);
  if (count < 2) return undefined;
  const length = runLength(lines, from, (line) => semicolons(text, line) === count);
  return length > 1 ? { length, separator: ';' } : undefined;
}

/** The row of a line, or nothing for a line that only rules the table off. */
export function rowOf(text: string, line: TextSpan, separator: string): Block[] {
  const isFramed = separator === '|';
  const start = line.start + (isFramed && text[line.start] === '|' ? 1 : 0);
  const end = line.end - (isFramed && text[line.end - 1] === '|' && line.end - 1 > start ? 1 : 0);
  if (isFramed && /^[|:+=\-\s]*$/.test(text.slice(line.start, line.end))) return [];
  const cells = [
    ...(separator === '\t' ? emptyBefore(text, line.start) : []),
    ...splitSpan(text, { start, end }, separator),
  ];
  return [{ kind: 'row', start: line.start, end: line.end, cells }];
}

/** The empty cells of a row that begins with tabs, “⇥Total⇥12”, so that its other cells stand in their columns. */
function emptyBefore(text: string, start: number): TextSpan[] {
  let tabs = 0;
  while (text[start - tabs - 1] === '\t') tabs += 1;
  return Array.from({ length: tabs }, () => ({ start, end: start }));
}

function runLength(
  lines: readonly TextSpan[],
  from: number,
  fits: (line: TextSpan) => boolean,
): number {
  let to = from;
  for (let line = lines[to]; line && fits(line); line = lines[to]) to += 1;
  return to - from;
}

/** Two cells with something in them; a bar needs a space beside it, for it also stands within words. */
function isRow(text: string, line: TextSpan, separator: string): boolean {
  const content = text.slice(line.start, line.end);
  if (separator === '|' && !/^\||\s\||\|\s/.test(content)) return false;
  return content.split(separator).filter((cell) => cell.trim() !== '').length > 1;
}

function semicolons(text: string, line: TextSpan | undefined): number {
  if (!line) return 0;
  return text.slice(line.start, line.end - 1).split(';').length - 1;
}
