import type { TextSpan } from '../../core/document.ts';
import { textsOf } from '../../core/node.ts';
import { cueNode } from '../text/cues.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { sentenceAt } from '../text/sentence-at.ts';
import { shadow } from '../text/shadow.ts';
import type { Word } from '../text/word.ts';

/** A name has at most so many words. */
const longest = 8;

/** Words that name a programme. */
export interface Named extends TextSpan {
  readonly name: string;
}

interface Cues {
  readonly before: ReadonlySet<string>;
  /** Words for a call, before a name in quotes. */
  readonly calls: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly notBefore: ReadonlySet<string>;
  readonly connectors: ReadonlySet<string>;
}

let made: Cues | undefined;

function cues(): Cues {
  const words = (key: string) => new Set(textsOf(cueNode('programmes', key)).map(shadow));
  made ??= {
    before: words('before'),
    calls: words('calls'),
    after: words('after'),
    notAfter: words('not-after'),
    notBefore: words('not-before'),
    connectors: words('connectors'),
  };
  return made;
}

/** Programmes that no list knows, by their grammar: `programme X`, `πρόγραμμα X`, `برنامج “X”`, `X Programme 2014-2020`. */
export function namedProgramme(passage: Passage, block: PassageBlock): Named[] {
  const found: Named[] = [];
  for (let at = block.firstWord; at < block.lastWord; at++) {
    const word = passage.words[at];
    if (!word) break;
    const span =
      (cues().before.has(word.key) ? nameAfter(passage, block, at) : undefined) ??
      (cues().calls.has(word.key) ? inQuotes(passage, block, at) : undefined) ??
      (cues().after.has(word.key) && block.language === 'en'
        ? nameBefore(passage, block, at)
        : undefined);
    if (span) found.push(span);
  }
  return found;
}

/** A run of capitals after the word, or words in quotation marks. */
function nameAfter(passage: Passage, block: PassageBlock, at: number): Named | undefined {
  const quoted = inQuotes(passage, block, at);
  if (quoted) return quoted;
  const last = lastOfRun(passage, block, at);
  return last === at ? undefined : named(passage, at + 1, last + 1);
}

const ands = new Set(['and', 'et', 'y', 'e', 'i', 'και']);

/** The last word of the name that goes on after a word; that word itself where none does. */
export function lastOfRun({ text, words }: Passage, block: PassageBlock, at: number): number {
  let last = at;
  for (let next = at + 1; next < block.lastWord && next - at <= longest; next++) {
    const word = words[next];
    if (!word || !isSpaced(text.slice(words[next - 1]?.end, word.start))) break;
    if (isName(word) || (word.shape === 'number' && next > at + 1)) last = next;
    else if (!cues().connectors.has(word.key) || next === at + 1) break;
    // “… and the”, “… et de l'”: another thing begins.
    else if (ands.has(words[next - 1]?.key ?? '')) break;
  }
  return last;
}

/** A run of capitals before the word, with the years after it. */
function nameBefore(passage: Passage, block: PassageBlock, at: number): Named | undefined {
  const { words } = passage;
  const follower = words[at + 1];
  if (
    follower &&
    at + 1 < block.lastWord &&
    isSpaced(gapBefore(passage, at + 1)) &&
    cues().notBefore.has(follower.key)
  )
    return undefined;
  let first = at;
  for (let next = at - 1; next >= block.firstWord && at - next <= longest; next--) {
    const word = words[next];
    if (!word || !isSpaced(gapBefore(passage, next + 1))) break;
    if (isName(word) || (word.shape === 'number' && next < at - 1)) first = next;
    else if (!cues().connectors.has(word.key) || next === at - 1) break;
  }
  if (first === at || cues().notAfter.has(words[at - 1]?.key ?? '')) return undefined;
  const head = words[first]?.start ?? 0;
  const isInitial = head - (sentenceAt(block.sentences, head)?.start ?? head) < 3;
  // At the start of a sentence any word has a capital, and articles have one in headings.
  if (
    (isInitial && words[first]?.shape === 'capital') ||
    cues().connectors.has(words[first]?.key ?? '')
  )
    first++;
  return first >= at
    ? undefined
    : named(passage, first, at, periodEnd(passage, words[at]?.end ?? 0));
}

function named(passage: Passage, first: number, last: number, reach?: number): Named | undefined {
  const words = passage.words.slice(first, last);
  const head = words[0];
  const tail = words.at(-1);
  if (!head || !tail || cues().notBefore.has(head.key)) return undefined;
  const isMarked = words.some(({ shape }) => shape === 'upper' || shape === 'mixed');
  const capitals = words.filter(({ shape }) => shape === 'capital').length;
  if (!isMarked && capitals < 2) return undefined;
  const end = tail.end;
  return { start: head.start, end: reach ?? end, name: passage.text.slice(head.start, end) };
}

function periodEnd(passage: Passage, end: number): number {
  const years = /^ \(?(?:19|20)\d\d ?[\p{Pd}/] ?(?:19|20)?\d\d\)?/u.exec(
    passage.text.slice(end, end + 16),
  );
  return end + (years?.[0].length ?? 0);
}

function inQuotes(passage: Passage, block: PassageBlock, at: number): Named | undefined {
  const word = passage.words[at];
  if (!word) return undefined;
  const rest = passage.text.slice(word.end, Math.min(block.end, word.end + 120));
  const match = /^\s{0,2}[“«"„]\s?([^“”«»"„\n]{3,100}?)\s?[”»"]/u.exec(rest);
  const name = match?.[1];
  if (!match || name === undefined || !/[\p{Lu}\p{Lo}]/u.test(name)) return undefined;
  const start = word.end + match[0].indexOf(name);
  return { start, end: start + name.length, name };
}

function isName({ shape }: Word): boolean {
  return shape === 'capital' || shape === 'upper' || shape === 'mixed';
}

function gapBefore(passage: Passage, at: number): string {
  return passage.text.slice(passage.words[at - 1]?.end, passage.words[at]?.start);
}

function isSpaced(gap: string): boolean {
  return /^(?:[\s\p{Pd}'’+&]{1,3})$/u.test(gap);
}
