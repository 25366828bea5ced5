import type { TextSpan } from '../../core/document.ts';

/** Marks that are opened and closed; straight ones are both. */
const closers: Readonly<{ [open: string]: string }> = {
  '«': '»',
  '“': '”',
  '„': '“',
  '(': ')',
  '[': ']',
};

const closing = new Set(Object.values(closers));

/** The places of the marks in a text that nothing opens or closes. */
function lone(text: string): { readonly at: number; readonly opens: boolean }[] {
  const open: { mark: string; at: number }[] = [];
  const found: { at: number; opens: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const top = open.at(-1);
    if (top && (closers[top.mark] === mark || (mark === '"' && top.mark === '"'))) open.pop();
    else if (mark in closers || mark === '"') open.push({ mark, at });
    else if (closing.has(mark) && !isNumber(text, at)) found.push({ at, opens: false });
  }
  return [...found, ...open.map(({ at }) => ({ at, opens: true }))];
}

/** “2) ”: a bracket after a number that an entry begins with. */
function isNumber(text: string, at: number): boolean {
  return text[at] === ')' && at < 4 && /^[\p{L}\p{N}]{1,3}$/u.test(text.slice(0, at));
}

/** A place with the mark right after it that closes what was opened in it, or the one right before it that opens what it closes. */
export function closed(text: string, { start, end }: TextSpan): TextSpan {
  const [only, ...others] = lone(text.slice(start, end));
  if (!only || others.length > 0) return { start, end };
  const mark = text[start + only.at] ?? '';
  if (only.opens) {
    const after = /^\.?\s?(["”“»)\]])/u.exec(text.slice(end, end + 3));
    const isOwn = after?.[1] === (closers[mark] ?? mark);
    return { start, end: after && isOwn ? end + after[0].length : end };
  }
  const before = /["“„«([]\s?$/u.exec(text.slice(Math.max(0, start - 2), start));
  const isOwn = before !== null && closers[before[0][0] ?? ''] === mark;
  return { start: before && isOwn ? start - before[0].length : start, end };
}

/** A name on one line, without blanks around it and without marks that nothing opens or closes. */
export function tidy(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim();
  const marks = new Set(lone(line).map(({ at }) => at));
  return marks.size === 0
    ? line
    : Array.from({ length: line.length }, (_, at) => (marks.has(at) ? '' : line[at]))
        .join('')
        .replaceAll(/ {2,}/g, ' ')
        .trim();
}
