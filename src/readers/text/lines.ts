import type { TextSpan } from '../../core/document.ts';
import { limits, tooLarge } from '../limits.ts';

/** The lines of a text as places in it, without their ends (LF, CRLF or CR) and without spaces at either side. */
export function linesOf(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    if (lines.length >= limits.pieces)
      throw tooLarge(`The text has more than ${limits.pieces.toLocaleString('en')} lines`);
    lines.push(trimmed(text, { start, end }));
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** The part without spaces at its sides. */
export function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  let [first, last] = [start, end];
  while (first < last && isSpace(text[first])) first += 1;
  while (last > first && isSpace(text[last - 1])) last -= 1;
  return { start: first, end: last };
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && sign.trim() === '';
}

/** The parts between separators, trimmed. */
export function splitSpan(text: string, { start, end }: TextSpan, separator: string): TextSpan[] {
  let from = start;
  return text
    .slice(start, end)
    .split(separator)
    .map((part) => {
      const span = trimmed(text, { start: from, end: from + part.length });
      from += part.length + separator.length;
      return span;
    });
}
