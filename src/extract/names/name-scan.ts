import type { TextSpan } from '../../core/document.ts';
import type { NameCues } from './name-cues.ts';
import { nameCues } from './name-cues.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { shortInNames } from '../text/sentences.ts';
import type { Word } from '../text/word.ts';

/** How two neighbouring words are joined; `break` ends every name. */
type Gap = 'space' | 'joined' | 'ampersand' | 'dot' | 'comma' | 'break';

/** A block as names are sought in it. */
export interface NameScan {
  readonly passage: Passage;
  readonly block: PassageBlock;
  readonly words: readonly Word[];
  /** The words of the block: from the first to before the last. */
  readonly first: number;
  readonly last: number;
  readonly cues: NameCues;
  /** What stands between a word and the next. */
  gap(index: number): Gap;
  /** Whether a word begins with a capital, or is written in capitals. */
  isCapital(index: number): boolean;
  /** Whether a word begins a sentence, where a capital says nothing. */
  isFirst(index: number): boolean;
  /** Whether a word is part of a place or of what has been read as something else. */
  isPlace(index: number): boolean;
  isTaken(index: number): boolean;
  key(index: number): string;
}

/** What has been found in the document before names are sought. */
export interface Surroundings {
  /** Places by their words. */
  readonly places: ReadonlySet<number>;
  /** Words of persons and programmes. */
  readonly taken: ReadonlySet<number>;
}

/** A block prepared for the search of names. */
export function nameScan(passage: Passage, block: PassageBlock, around: Surroundings): NameScan {
  const { words, shadow } = passage;
  const cues = nameCues(block.language);
  const starts = new Set(block.sentences.map((sentence) => sentence.start));
  return {
    passage,
    block,
    words,
    first: block.firstWord,
    last: block.lastWord,
    cues,
    gap: (index) => {
      const gap = gapOf(passage, words[index], words[index + 1]);
      return gap === 'dot' && isSentence(passage, words, index, cues) ? 'break' : gap;
    },
    isCapital: (index) => {
      const shape = words[index]?.shape;
      return shape === 'capital' || shape === 'upper' || shape === 'mixed';
    },
    isFirst: (index) => {
      if (index <= block.firstWord) return true;
      const word = words[index];
      if (!word) return true;
      const before = shadow.slice(words[index - 1]?.end ?? 0, word.start);
      return /[.!?;:•·|"(]/.test(before) || starts.has(word.start);
    },
    isPlace: (index) => around.places.has(index),
    isTaken: (index) => around.taken.has(index),
    key: (index) => words[index]?.key ?? '',
  };
}

/** “… by Sol.Co. The crew …”: after the dot and a blank, a capital on a small word or on a head of its own begins another sentence. */
function isSentence(
  { text }: Passage,
  words: readonly Word[],
  at: number,
  cues: NameCues,
): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || next?.shape !== 'capital' || text.slice(word.end, next.start) !== '. ') return false;
  // “Coop. Soc. L'Orto”
  if (/^['’]\p{Lu}/u.test(text.slice(next.end, next.end + 2))) return false;
  if (cues.articles.has(next.key) || cues.ends.has(next.key)) return true;
  const isShort = word.key.length === 1 || shortInNames().has(word.key);
  return !isShort && cues.heads.at(words, at + 1, words.length) !== undefined;
}

/** The words that overlap spans, by their numbers. */
export function wordsIn(passage: Passage, spans: readonly TextSpan[]): Set<number> {
  const found = new Set<number>();
  for (const span of spans) {
    let at = firstWordAt(passage.words, span.start);
    for (let word = passage.words[at]; word && word.start < span.end; word = passage.words[++at])
      found.add(at);
  }
  return found;
}

/** The number of the first word that ends after a place of the text. */
export function firstWordAt(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text between two words, as names read it. */
function gapOf(passage: Passage, word: Word | undefined, next: Word | undefined): Gap {
  if (!word || !next || next.start - word.end > 4) return 'break';
  // No name goes on into the next cell of a table.
  if (passage.text.slice(word.end, next.start).includes('\t')) return 'break';
  const between = passage.shadow.slice(word.end, next.start);
  if (/^(?: |\n|\r\n| \n)$/.test(between)) return 'space';
  // “Fishers' Cooperative”: an English plural that owns.
  if (between === "' " && /^[a-z]{3,}s$/.test(word.key) && next.shape === 'capital') return 'space';
  if (/^(?:['/-]|-\n)$/.test(between)) return 'joined';
  if (/^ ?& ?$/.test(between)) return 'ampersand';
  // “Κ.ΑΛ.Ο.”: an abbreviation goes on without a blank.
  if (between === '.' && isAbbreviated(word) && isAbbreviated(next)) return 'dot';
  if (/^\.[ ]?-?$/.test(between)) return goesOn(passage, word) ? 'dot' : 'break';
  return between === ', ' ? 'comma' : 'break';
}

/** Of words before a dot, only initials, short forms such as `Coop.` and the last of several with dots (`Sol.Co.`) go on. */
function goesOn({ text }: Passage, { start, end, key }: Word): boolean {
  if (end - start === 1 || shortInNames().has(key)) return true;
  return end - start <= 4 && /\p{L}\.$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** A part of an abbreviation with dots: up to three capitals, or a capital with a few letters. */
function isAbbreviated({ shape, key }: Word): boolean {
  return (shape === 'upper' && key.length <= 3) || (shape === 'capital' && key.length <= 4);
}
