import { createRequire } from 'node:module';
import type stringWidth from 'string-width';

/** Finds a character that is not surely harmless and one column wide; letters of European scripts and common punctuation are. */
const UNSURE =
  /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2002-\u200a\u2010-\u2027\u202f-\u205e\u2070-\u209c\u20a0-\u20c0\u2100-\u22ff\u2500-\u25fc\u2713-\u2718]/;

/** Finds a character whose width these lines cannot tell: all but the above, their combining marks, Hebrew, Arabic and isolates. */
const UNMEASURED =
  /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u052f\u0590-\u0604\u0606-\u06dc\u06de-\u06ff\u0750-\u077f\u1e00-\u1fff\u2002-\u200a\u2010-\u2027\u202f-\u205e\u2068\u2069\u2070-\u209c\u20a0-\u20c0\u2100-\u22ff\u2500-\u25fc\u2713-\u2718]/;

const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\u061c\u2068\u2069]/gu;

/** Controls, formats, lone surrogates and separators, but for the joiners that Persian and emoji need and the visible Arabic signs. */
const UNSAFE =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200c-\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]]/gv;

/** Finds whatever UNSAFE may find and little else; unlike UNSAFE it is ready at once, for most text all that is needed. */
const DOUBTFUL =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\ufffb\u{10000}-\u{10ffff}]/u;

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const ISOLATE = '\u2068';
const ISOLATE_END = '\u2069';
const ELLIPSIS = '…';

/** Makes any text safe to show, once and last: what could move the cursor, reorder or hide text becomes `\u{1b}`, newlines and tabs spaces, and right-to-left text is isolated. */
export function toTerminal(
  text: string,
  options: { readonly lines?: boolean; readonly isolate?: boolean } = {},
): string {
  if (!UNSURE.test(text)) return text;
  const { lines = false, isolate = true } = options;
  const shown = DOUBTFUL.test(text) ? escaped(text, lines) : text;
  if (!isolate || !RIGHT_TO_LEFT.test(shown)) return shown;
  return shown.split('\n').map(isolated).join('\n');
}

/** A safe line, isolated where something in it runs from right to left, so that what stands beside it keeps its place. */
export function isolated(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? ISOLATE + line + ISOLATE_END : line;
}

function escaped(text: string, lines: boolean): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, (character) => {
    if (character === '\n') return lines ? '\n' : ' ';
    if (character === '\t') return ' ';
    // A soft hyphen only says where a word may be broken, and a mark of direction adds nothing to text that is isolated.
    if (/[\u00ad\u200e\u200f\u061c]/.test(character)) return '';
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

/** Columns that a safe, not yet coloured text takes on a terminal. */
export function width(text: string): number {
  if (!UNSURE.test(text)) return text.length;
  if (!UNMEASURED.test(text)) return text.replace(WITHOUT_WIDTH, '').length;
  return exactWidth()(text);
}

/** Shortens a safe text to a width, with an ellipsis and without breaking a character that is made of several. */
export function cut(text: string, limit: number): string {
  if (width(text) <= limit) return text;
  if (limit < 1) return '';
  const kept = start(text, limit - 1).trimEnd() + ELLIPSIS;
  return kept + ISOLATE_END.repeat(Math.max(0, openIsolates(kept)));
}

/** Breaks a safe text into lines of a width: at its newlines, at spaces that no sign follows, and inside words that are longer. */
export function wrap(text: string, limit: number): readonly string[] {
  const lines = text.split('\n').flatMap((line) => broken(line, Math.max(1, limit)));
  let open = 0;
  return lines.map((line) => {
    const again = ISOLATE.repeat(open);
    open = Math.max(0, open + openIsolates(line));
    return again + line + ISOLATE_END.repeat(open);
  });
}

/** Fills a safe text with spaces up to a width, at its end or (`start`) before it. */
export function pad(text: string, size: number, side: 'start' | 'end' = 'end'): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return side === 'start' ? space + text : text + space;
}

function broken(paragraph: string, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  // In French a sign stands after a space, and never at the beginning of a line.
  for (const word of paragraph.split(/ (?![:;!?»](?: |$))/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (width(longer) <= limit) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const piece of width(word) > limit ? pieces(word, limit) : [word]) {
      if (line !== '') lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
}

function start(text: string, limit: number): string {
  if (!UNSURE.test(text)) return text.slice(0, limit);
  let end = 0;
  let used = 0;
  for (const { segment } of characters().segment(text)) {
    used += width(segment);
    if (used > limit) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

function* pieces(word: string, limit: number): Generator<string> {
  let piece = '';
  let used = 0;
  for (const { segment } of characters().segment(word)) {
    const size = width(segment);
    if (piece !== '' && used + size > limit) {
      yield piece;
      piece = '';
      used = 0;
    }
    piece += segment;
    used += size;
  }
  yield piece;
}

function openIsolates(text: string): number {
  if (!text.includes(ISOLATE) && !text.includes(ISOLATE_END)) return 0;
  return text.split(ISOLATE).length - text.split(ISOLATE_END).length;
}

const characters = once(() => new Intl.Segmenter());

// Loading string-width takes longer than most searches, and only emoji and scripts far from here need it.
const exactWidth = once((): typeof stringWidth => {
  return createRequire(import.meta.url)('string-width').default;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
