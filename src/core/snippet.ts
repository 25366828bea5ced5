import { fold } from '../vocabulary/fold.ts';
import type { Words } from './query.ts';

/** A piece of text with the places that matched, as offsets in it. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The stretch of a text, about `length` characters long, that holds most of what was looked for. */
export function snippet(text: string, wanted: readonly Words[], length = 160): Snippet {
  const matches = matchesOf(text, wanted);
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const best = densest(matches, length);
  const middle = best
    ? Math.max(0, Math.min(best.start, Math.floor((best.start + best.end - length) / 2)))
    : 0;
  const [from, to] = [wordStart(text, middle), wordEnd(text, middle + length)];
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  // Spaces stay as they are: to replace each of them by itself took 2 ms of a search.
  const shown = text.slice(from, to).replaceAll(/[^\S ]/g, ' ');
  const marks = withoutOverlap(matches.filter(({ start, end }) => start >= from && end <= to)).map(
    ({ start, end }) => ({
      start: start - from + before.length,
      end: end - from + before.length,
    }),
  );
  return { text: before + shown + after, marks };
}

/** Of matches that share words the first one, and of those that begin alike the longest. */
function withoutOverlap(matches: readonly Match[]): readonly Match[] {
  let end = 0;
  return matches.filter((match) => {
    const free = match.start >= end;
    if (free) end = match.end;
    return free;
  });
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly of: Words;
}

/** Every place where wanted words stand; only what may begin one of them is read. */
function matchesOf(text: string, wanted: readonly Words[]): Match[] {
  const matches: Match[] = [];
  if (wanted.length === 0) return matches;
  const { places, letters } = beginnings(wanted);
  for (const { index: start } of text.matchAll(places)) {
    if (inWord(text, start - 1) || !inWord(text, start)) continue;
    const [letter] = fold(text[start] ?? '');
    if (letter !== undefined && !letters.has(letter)) continue;
    const tokenAt = reader(text, start);
    for (const words of wanted) {
      const last = runsFrom(words, tokenAt);
      if (last) matches.push({ start, end: last.end, of: words });
    }
  }
  return matches;
}

interface Token {
  readonly word: string;
  readonly end: number;
}

/** The words of a text from a place on, folded as they are asked for by their number. */
function reader(text: string, from: number): (number: number) => Token | undefined {
  const read: Token[] = [];
  return (number) => {
    while (read.length <= number) {
      let start = read.at(-1)?.end ?? from;
      while (start < text.length && !inWord(text, start)) start++;
      let end = start;
      while (inWord(text, end)) end++;
      if (start === end) return undefined;
      read.push({ word: fold(text.slice(start, end)), end });
    }
    return read[number];
  };
}

/** Whether a letter, a digit or a mark stands at a place. */
function inWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return isPlain(unit);
  if (isUsual(unit)) return true;
  const isSecond = unit >= 0xdc00 && unit < 0xe000;
  const point = text.codePointAt(isSecond && at > 0 ? at - 1 : at);
  if (point === undefined) return false;
  const known = wordly.get(point) ?? /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point));
  wordly.set(point, known);
  return known;
}

const wordly = new Map<number, boolean>();

function isPlain(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Letters and marks of Latin, Greek and Arabic script, since the classes of Unicode take 3 ms to be prepared. */
const usual = String.raw`\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0391-\u03a1\u03a3-\u03ce\u0620-\u0669`;

/** Whether it is one of these. */
function isUsual(unit: number): boolean {
  const isLatin = unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;
  const isGreek = unit >= 0x391 && unit <= 0x3ce && unit !== 0x3a2;
  return isLatin || isGreek || (unit >= 0x620 && unit <= 0x669);
}

/** The last token of a run of the wanted words. */
function runsFrom(
  wanted: Words,
  tokenAt: (number: number) => Token | undefined,
): Token | undefined {
  for (const [index, word] of wanted.words.entries()) {
    const token = tokenAt(index);
    const open = wanted.prefix && index === wanted.words.length - 1;
    if (!token || !(open ? token.word.startsWith(word) : token.word === word)) return undefined;
  }
  return tokenAt(wanted.words.length - 1);
}

interface Beginnings {
  readonly places: RegExp;
  readonly letters: ReadonlySet<string>;
}

const finders = new WeakMap<readonly Words[], Beginnings>();

/** Finds what begins with the first two letters of a wanted word, and every word whose first letter folding may change. */
function beginnings(wanted: readonly Words[]): Beginnings {
  const known = finders.get(wanted);
  if (known) return known;
  const other = String.raw`[^\0-\x7f]`;
  const either = (letter: string) => `[${letter}${letter.toUpperCase()}]`;
  const pairs = wanted.map(({ words: [first = ''] }) => {
    const [one, two] = /^[a-z\d]{1,2}/.exec(first)?.[0] ?? '';
    if (one === undefined) return other;
    return two === undefined ? either(one) : `${either(one)}(?:${either(two)}|${other})`;
  });
  // Told to ignore case, the engine would fold all of Unicode first.
  const any = [...new Set(pairs), `[${usual}]+`, other].join('|');
  const places = new RegExp(String.raw`(?<![a-zA-Z\d${usual}])(?:${any})`, 'g');
  const made = {
    places,
    letters: new Set(wanted.map(({ words: [[letter = ''] = ''] }) => letter)),
  };
  finders.set(wanted, made);
  return made;
}

/** The match from which a window of the length holds most different ones. */
function densest(
  matches: readonly Match[],
  length: number,
): { readonly start: number; readonly end: number } | undefined {
  let best: { readonly start: number; readonly end: number; readonly count: number } | undefined;
  for (let from = 0; from < matches.length && from < 200; from++) {
    const start = matches[from]?.start ?? 0;
    const inside = matches.slice(from, from + 50).filter(({ end }) => end <= start + length);
    const count = new Set(inside.map(({ of }) => of)).size;
    if (!best || count > best.count) best = { start, end: inside.at(-1)?.end ?? start, count };
  }
  return best;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const from = Math.max(0, at - 40);
  const space = text.slice(from, at).search(/\s\S*$/);
  return space < 0 ? at : from + space;
}
