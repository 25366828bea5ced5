import { fold } from '../vocabulary/fold.ts';
import type { Words } from './query.ts';

/** A piece of text with the places that matched, as offsets in it. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a text, about `length` characters long, that holds most of what was looked for. */
export function snippet(text: string, wanted: readonly Words[], length = 160): Snippet {
  const tokens = tokensOf(text);
  const matches = wanted.flatMap((words) => matchesOf(words, tokens));
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const best = densest(matches, length);
  const middle = best
    ? Math.max(0, Math.min(best.start, Math.floor((best.start + best.end - length) / 2)))
    : 0;
  const [from, to] = [wordStart(text, middle), wordEnd(text, middle + length)];
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  const shown = text.slice(from, to).replaceAll(/\s/g, ' ');
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

function matchesOf(wanted: Words, tokens: readonly Token[]): Match[] {
  const matches: Match[] = [];
  const [first] = wanted.words;
  for (let at = 0; at < tokens.length; at++) {
    if (wanted.words.length === 1 && !wanted.prefix && tokens[at]?.word !== first) continue;
    const last = runsFrom(wanted, tokens, at);
    if (last) matches.push({ start: tokens[at]?.start ?? 0, end: last.end, of: wanted });
  }
  return matches;
}

/** The last token of a run of the wanted words that begins here. */
function runsFrom(wanted: Words, tokens: readonly Token[], at: number): Token | undefined {
  for (const [index, word] of wanted.words.entries()) {
    const token = tokens[at + index];
    const open = wanted.prefix && index === wanted.words.length - 1;
    if (!token || !(open ? token.word.startsWith(word) : token.word === word)) return undefined;
  }
  return tokens[at + wanted.words.length - 1];
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

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // Most words of a text are the same few.
  const folded = new Map<string, string>();
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [written] = match;
    const word = folded.get(written) ?? fold(written);
    folded.set(written, word);
    tokens.push({ word, start: match.index, end: match.index + written.length });
  }
  return tokens;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(0, at).search(/\s\S*$/);
  return space < at - 40 ? at : space;
}
