import type { Palette } from '../terminal/colour.ts';
import { isolated, toTerminal } from '../terminal/text.ts';
import type { Quote } from '../extract/extraction.ts';

/** A quote between what stands before and after it in its text, on one line. */
export interface Quoted {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Characters of context on each side. */
const around = 60;

/** Characters of a quote that are shown; all of it is kept. */
const longest = 160;

/** A quote in its surroundings, cut at words; undefined where the text at its place says something else. */
export function quoted(text: string, { start, end, quote }: Quote): Quoted | undefined {
  if (text.slice(start, end) !== quote) return undefined;
  const left = text.slice(Math.max(0, start - around), start);
  const right = text.slice(end, end + around);
  const paragraph = left.split(/\n[ \t\r]*\n|\n---\r?\n/).at(-1) ?? left;
  const rest = right.split(/\n[ \t\r]*\n/)[0] ?? right;
  const isCutLeft = paragraph === left && start > around;
  const isCutRight = rest === right && end + around < text.length;
  const cutLeft = isCutLeft ? `…${left.replace(/^\S{0,30}\s/, '')}` : paragraph;
  const cutRight = isCutRight ? `${right.replace(/\s\S{0,30}$/, '')}…` : rest;
  return {
    before: oneLine(cutLeft).trimStart(),
    quote: shortened(oneLine(quote)),
    after: oneLine(cutRight).trimEnd(),
  };
}

/** A quote with its surroundings for a terminal: the quote in brackets, and all of it isolated where it runs from right to left. */
export function quotedLine({ before, quote, after }: Quoted, palette: Palette): string {
  const safe = (text: string) => toTerminal(text, { isolate: false });
  return isolated(
    `${palette.quiet(safe(before))}${palette.match(safe(`[${quote}]`))}${palette.quiet(safe(after))}`,
  );
}

/** A long quote by its beginning and its end. */
function shortened(quote: string): string {
  if (quote.length <= longest) return quote;
  const start = quote.slice(0, longest - 50).replace(/\s\S{0,30}$/, '');
  const end = quote.slice(-40).replace(/^\S{0,30}\s/, '');
  return `${start} … ${end}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
