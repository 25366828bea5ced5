import type { TextSpan } from '../../core/document.ts';
import { cueWords } from './cues.ts';
import { inOrder } from './mention.ts';
import type { Passage } from './passage.ts';
import type { Phrases } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { firstFrom, piecesOf } from './pieces.ts';
import { meets } from './spans.ts';

/** An older message that a message quotes. */
export interface OlderMessage extends TextSpan {
  /** Where its own words begin: what stands before says only who wrote it, and when. */
  readonly body: number;
}

/** In code units: a line such as “On … wrote:”, and the one with the sender of an older message up to that with its day. */
const longest = { wrote: 240, head: 400 } as const;

/** A message that says less than this itself, in letters, sends another one on. */
const fewestOwn = 40;

/** A sentence of it is longer, in code units. */
const shortest = 24;

/**
 * The older messages that an answer quotes, in the order of the text: lines that begin with “>” below “On … wrote:”, and all that stands
 * below “Original message” or below the labels of its sender and its day. What is sent on is the message itself, and none.
 */
export function olderMessages(passage: Passage): readonly OlderMessage[] {
  const { text } = passage;
  if (!/[>:_-]/.test(text) || isForwarded(passage)) return [];
  const lines = linesOf(passage);
  const found: OlderMessage[] = [];
  let isAnswer = isHead(passage, lines, 0);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const [from, sort] = startAt(passage, lines, at);
    if (sort === undefined && !(isAnswer && isQuoted(text, line))) continue;
    isAnswer = true;
    let next = at + (sort === undefined ? 0 : from);
    const body = lines[next]?.start ?? text.length;
    const first = lines[next];
    if (first && isQuoted(text, first)) {
      while (next < lines.length && isQuoted(text, lines[next] ?? line)) next++;
      found.push({ start: line.start, end: lines[next - 1]?.end ?? line.end, body });
      at = next - 1;
      continue;
    }
    if (at === 0) return [];
    found.push({ start: line.start, end: text.length, body });
    break;
  }
  const older = inOrder(found);
  return older.length > 0 && saysEnough(passage, older) ? older : [];
}

/** How many lines say whose the older message is that begins with a line, and how. */
function startAt(
  passage: Passage,
  lines: readonly TextSpan[],
  at: number,
): readonly [number, 'wrote' | 'original' | 'head' | undefined] {
  const line = lines[at];
  if (!line || isQuoted(passage.text, line)) return [0, undefined];
  const pieces = piecesOf(passage);
  const { wrote, original } = cues();
  const told = original.at(pieces, firstFrom(pieces, line.start));
  if (told && (pieces[told.next]?.start ?? Infinity) >= line.end) return [1, 'original'];
  for (const count of [1, 2]) {
    const last = lines[at + count - 1];
    if (!last || last.end - line.start > longest.wrote) break;
    // A line that a width broke goes on right below.
    if (last !== line && !/^[^\S\n]*\n[^\S\n]*$/.test(passage.text.slice(line.end, last.start)))
      break;
    const whole = { start: line.start, end: last.end };
    const written = passage.text.slice(whole.start, whole.end).trimEnd();
    if (written.endsWith(':') && /\d/.test(written) && has(pieces, whole, wrote))
      return [count, 'wrote'];
  }
  return at > 0 && isHead(passage, lines, at) ? [1, 'head'] : [0, undefined];
}

/** “From: X” above “Sent: 3 March”, with no more than two lines between. */
function isHead(passage: Passage, lines: readonly TextSpan[], at: number): boolean {
  const { sender, sent } = cues();
  const line = lines[at];
  if (!line || !isLabelled(passage, line, sender)) return false;
  return lines
    .slice(at + 1, at + 4)
    .some((next) => next.start - line.start < longest.head && isLabelled(passage, next, sent));
}

function isLabelled(passage: Passage, line: TextSpan, label: Phrases<true>): boolean {
  const pieces = piecesOf(passage);
  const found = label.at(pieces, firstFrom(pieces, line.start));
  if (!found) return false;
  return /^\**\s?:/.test(passage.text.slice(pieces[found.next - 1]?.end, line.end));
}

function has(pieces: readonly Piece[], { start, end }: TextSpan, words: Phrases<true>): boolean {
  for (let at = firstFrom(pieces, start); (pieces[at]?.start ?? Infinity) < end; at++)
    if (words.at(pieces, at)) return true;
  return false;
}

function isQuoted(text: string, { start }: TextSpan): boolean {
  return /^\s?>/.test(text.slice(start, start + 2));
}

/** Whether the subject of a message says that it is sent on: “Fwd: …”. */
function isForwarded(passage: Passage): boolean {
  const pieces = piecesOf(passage);
  const { forwarded } = cues();
  return passage.blocks.slice(0, 8).some(({ start, end }) => {
    const head = passage.text.slice(start, Math.min(end, start + 200));
    for (const colon of head.matchAll(/:/g)) {
      const at = firstFrom(pieces, start + colon.index) - 1;
      if (forwarded.at(pieces, at)) return true;
    }
    return false;
  });
}

/** Whether there is a message, with a sentence, without those that it quotes and the labels at its head. */
function saysEnough({ text }: Passage, older: readonly OlderMessage[]): boolean {
  let own = 0;
  let hasSentence = false;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const span = { start: line.index, end: line.index + line[0].length };
    if (meets(older, span) || /^\s*[\p{L} ]{1,20}\s?:\s/u.test(line[0])) continue;
    own += line[0].match(/\p{L}/gu)?.length ?? 0;
    hasSentence ||= /\p{L}{2}.*[.!?؟;]\s*$/u.test(line[0]) && line[0].length > shortest;
    if (hasSentence && own >= fewestOwn) return true;
  }
  return false;
}

/** The lines of a text that hold something. */
function linesOf({ text }: Passage): TextSpan[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

interface Cues {
  readonly wrote: Phrases<true>;
  readonly original: Phrases<true>;
  readonly sender: Phrases<true>;
  readonly sent: Phrases<true>;
  readonly forwarded: Phrases<true>;
}

let made: Cues | undefined;

function cues(): Cues {
  const of = (key: string) => cueWords('letters', key);
  return (made ??= {
    wrote: of('wrote'),
    original: of('original'),
    sender: of('sender'),
    sent: of('sent'),
    forwarded: of('forwarded'),
  });
}
