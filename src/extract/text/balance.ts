import type { TextSpan } from '../../core/document.ts';

/** Marks that open, with those that may close them; straight ones are both, and »these« are found where nothing is open. */
const closers: Readonly<{ [open: string]: string }> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '(': ')',
  '[': ']',
  '»': '«',
  '"': '"',
};

/** A mark that nothing opens or closes. */
interface Lone {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

/** The marks in a text that nothing opens or closes, from left to right. */
function lone(text: string): readonly Lone[] {
  const open: Lone[] = [];
  const found: Lone[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (!/[«»“”„()[\]"]/.test(mark)) continue;
    const top = open.at(-1);
    if (top && closers[top.mark]?.includes(mark)) open.pop();
    else if (isNumber(text, at)) continue;
    else if (mark in closers && (mark !== '»' || text.includes('«', at)))
      open.push({ at, mark, opens: true });
    else found.push({ at, mark, opens: false });
  }
  return [...found, ...open].sort((a, b) => a.at - b.at);
}

/** “2) ”, “b)”: a bracket after a number or letter that stands by itself; `12"`: inches. */
function isNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  if (text[at] === ')') return /(?:^|\s)(?:\p{L}|\p{N}{1,3}|[ivx]{1,4})$/u.test(before);
  return text[at] === '"' && /\d$/.test(before);
}

/** A place with the mark right after it that closes what was opened in it, or the one right before it that opens what it closes. */
export function closed(text: string, { start, end }: TextSpan): TextSpan {
  const [only, ...others] = lone(text.slice(start, end));
  if (!only || others.length > 0) return { start, end };
  const { mark } = only;
  if (only.opens) {
    const after = /^\.?\s?(["”“»)\]])/u.exec(text.slice(end, end + 3));
    const isOwn = after?.[1] !== undefined && closers[mark]?.includes(after[1]);
    return { start, end: after && isOwn ? end + after[0].length : end };
  }
  const before = /["“„«([]\s?$/u.exec(text.slice(Math.max(0, start - 2), start));
  const isOwn = before !== null && closers[before[0][0] ?? '']?.includes(mark);
  return { start: before && isOwn ? start - before[0].length : start, end };
}

/** A name on one line, without blanks around it and without marks that nothing opens or closes; it ends where a bracket around it ends. */
export function tidy(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim();
  const marks = lone(line);
  const end = marks.find(({ at, mark }) => at > 0 && (mark === ')' || mark === ']'))?.at;
  const taken = new Set(marks.map(({ at }) => at));
  return marks.length === 0
    ? line
    : Array.from({ length: end ?? line.length }, (_, at) => (taken.has(at) ? '' : line[at]))
        .join('')
        .replaceAll(/ {2,}/g, ' ')
        .trim();
}
