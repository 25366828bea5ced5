import type { TextSpan } from '../../core/document.ts';
import { textsOf } from '../../core/node.ts';
import { cueNode } from './cues.ts';
import { shadow } from './shadow.ts';

/** Longest part that is looked at before a dot for a short form. */
const longestShort = 12;

/** A line that is shorter and not ended by a mark stands for itself. */
const shortLine = 60;

/**
 * The sentences of a part of a text, without the white space around them; one pass. A dot ends none after a short form,
 * a single letter or before a small letter, and a line ends one where it is short, the next begins with a bullet, or both begin with a label.
 */
export function sentencesOf(text: string, span: TextSpan, language: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  let start = span.start;
  let line = span.start;
  const isWrapped = hasEvenLines(text.slice(span.start, span.end));
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && isSpace(text, from)) from++;
    while (to > from && isSpace(text, to - 1)) to--;
    if (from < to) found.push({ start: from, end: to });
    start = end;
  };
  for (let at = span.start; at < span.end; at++) {
    const mark = text[at] ?? '';
    if (mark === '\n') {
      if (endsWithLine(text, line, at, span.end, isWrapped)) close(at);
      line = at + 1;
    } else if (isEnd(mark, language)) {
      let after = at + 1;
      while (after < span.end && after < at + 5 && /[.!?…؟)\]"'’”»]/.test(text[after] ?? ''))
        after++;
      if (after >= span.end || isSpace(text, after)) {
        if (mark !== '.' || endsAtDot(text, start, at, after, span.end)) close(after);
        at = after - 1;
      }
    }
  }
  close(span.end);
  return found;
}

function isEnd(mark: string, language: string): boolean {
  return '.!?…؟'.includes(mark) || (mark === ';' && language === 'el');
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? '');
}

/** Lines that are broken at a width are so long at least, in code units, and the shortest but the last so much of the longest. */
const even = { lines: 3, least: 40, part: 0.75 } as const;

/** Whether lines end where a width lets them, and not where a person ended them. */
function hasEvenLines(text: string): boolean {
  const lengths = text.split('\n').map((line) => line.trim().length);
  const inner = lengths.slice(0, -1);
  const most = lengths.reduce((longest, each) => Math.max(longest, each), 0);
  return (
    lengths.length >= even.lines &&
    most >= even.least &&
    inner.every((length) => length >= most * even.part)
  );
}

function endsWithLine(
  text: string,
  line: number,
  at: number,
  end: number,
  isWrapped: boolean,
): boolean {
  let next = at + 1;
  while (next < end && next < at + 40 && isSpace(text, next)) {
    if (text[next] === '\n') return true;
    next++;
  }
  const begin = text.slice(next, next + 3);
  if (/^(?:[-•*▪–—·]\s|\d{1,2}[.)]\s?)/.test(begin)) return true;
  // “Present: A, B” above “Apologies: C”
  if (isLabelled(text, line, at) && isLabelled(text, next, end)) return true;
  const isGoingOn =
    isWrapped ||
    /^\p{Ll}/u.test(begin) ||
    /\s\p{Ll}{1,3}$/u.test(text.slice(Math.max(line, at - 5), at)) ||
    /,\s{0,3}$/.test(text.slice(Math.max(line, at - 4), at));
  return at - line < shortLine && !isGoingOn;
}

/** Whether a line begins with a label and its colon: “Lead partner: …”, and no address such as “https://…”. */
function isLabelled(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + longestLabel));
  return /^[ \t]*[\p{Lu}\p{Lo}][^\n.,;:!?،؛]*:(?:[ \t\u00a0]|$)/u.test(line);
}

/** A label with its colon is no longer, in code units. */
const longestLabel = 48;

function endsAtDot(text: string, start: number, at: number, after: number, end: number): boolean {
  let next = after;
  while (next < end && next < after + 40 && isSpace(text, next)) next++;
  if (next >= end) return true;
  if (/^\p{Ll}/u.test(text.slice(next, next + 2))) return false;
  const from = Math.max(start, at - longestShort);
  const word = /[\p{L}\p{M}\p{N}.°ª]*$/u.exec(text.slice(from, at))?.[0] ?? '';
  if (/^\p{L}$/u.test(word) || /^\p{L}{1,4}(?:\.\p{L}{1,4})+$/u.test(word)) return false;
  if (shortForms().has(shadow(word))) return false;
  // As in “Sept. 2019” and “No. 5”: few sentences begin with a number after so short a word.
  return !(/^\p{Nd}/u.test(text.slice(next, next + 1)) && /^\p{L}{1,4}$/u.test(word));
}

let forms: ReadonlySet<string> | undefined;

function shortForms(): ReadonlySet<string> {
  return (forms ??= new Set([
    ...textsOf(cueNode('sentences', 'abbreviations')).map(shadow),
    ...shortInNames(),
  ]));
}

let inNames: ReadonlySet<string> | undefined;

/** Short forms after whose dot a name goes on, as words are compared. */
export function shortInNames(): ReadonlySet<string> {
  return (inNames ??= new Set(textsOf(cueNode('sentences', 'in names')).map(shadow)));
}
