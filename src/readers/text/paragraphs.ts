import type { TextSpan } from '../../core/document.ts';
import { isParted } from './breaks.ts';

/** Widths at which mail programs and editors break lines; longer lines are paragraphs. */
const widths = { least: 50, most: 140 };

/** Joins the lines that an editor broke at its width; every other line is a paragraph of its own. */
export function joinWrapped(text: string, lines: readonly TextSpan[]): TextSpan[] {
  const width = lines.reduce((most, line) => Math.max(most, lengthOf(line)), 0);
  const isWrapped = hasWrap(text, lines, width);
  const paragraphs: TextSpan[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const joins =
      before &&
      (isParted(text, before, line) ||
        (isWrapped ? isFull(text, before, line, width) : runsOn(text, before, line)));
    const last = paragraphs.at(-1);
    if (joins && last) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** Of at least three lines most are as full as the next word lets them be, and not all end a sentence. */
function hasWrap(text: string, lines: readonly TextSpan[], width: number): boolean {
  if (lines.length < 3 || width < widths.least || width > widths.most) return false;
  const inner = lines.slice(0, -1);
  const full = inner.filter((line, index) => isFull(text, line, lines[index + 1], width));
  const ended = full.filter((line) => endsSentence(text, line));
  return full.length >= inner.length * 0.6 && ended.length <= full.length * 0.6;
}

function isFull(text: string, line: TextSpan, next: TextSpan | undefined, width: number): boolean {
  if (!next) return false;
  const word =
    text.slice(next.start, Math.min(next.end, next.start + width)).split(/\s/, 1)[0] ?? '';
  return lengthOf(line) + 1 + word.length > width;
}

/** Two lines alone: the first stops in the middle of a sentence, at a short word or before small letters. */
function runsOn(text: string, line: TextSpan, next: TextSpan): boolean {
  const length = lengthOf(line);
  if (length < widths.least || length > widths.most || endsSentence(text, line)) return false;
  if (/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) return true;
  return /\s\p{Ll}{1,3}$/u.test(text.slice(Math.max(line.start, line.end - 5), line.end));
}

/** Whether a line ends as a sentence, a question or an enumeration does, in any of the eight languages. */
export function endsSentence(text: string, { start, end }: TextSpan): boolean {
  return /[.!?:;,…؟؛،·]["'”’»)\]]{0,2}$/.test(text.slice(Math.max(start, end - 3), end));
}

function lengthOf({ start, end }: TextSpan): number {
  return end - start;
}
