import type { TextSpan } from '../../core/document.ts';
import type { KnownRecord } from '../../core/known-record.ts';
import { bent } from '../text/likeness.ts';
import type { Passage } from '../text/passage.ts';
import { isAcronym, isSpelledLike } from '../text/spelling.ts';
import type { Entry, Trie, TrieMatch } from '../text/trie.ts';
import { trie } from '../text/trie.ts';
import type { Word } from '../text/word.ts';

/** Records of the base that a place of the text names; several where they share the name. */
export interface KnownMention extends TextSpan {
  /** Ids, sorted. */
  readonly records: readonly string[];
  /** The name as the record has it. */
  readonly name: string;
  readonly by: 'title' | 'acronym' | 'alias';
}

interface Bearer {
  readonly record: string;
  readonly by: KnownMention['by'];
}

/** Acronyms up to this length mean something only as they are written; longer ones are read as names (`Cepes`, `Cooperactivas`). */
const shortAcronym = 6;

/**
 * Mentions of records by title, acronym, alias or name in another language. Acronyms match in their exact case, those of two
 * letters only where a longer name of the record stands too; a name of one word needs a capital, and not only that of a sentence.
 */
export function findKnown(passage: Passage, records: readonly KnownRecord[]): KnownMention[] {
  return knownFinder(records)(passage);
}

/** {@link findKnown} for many passages and the same records. */
export type KnownFinder = (passage: Passage) => KnownMention[];

export function knownFinder(records: readonly KnownRecord[]): KnownFinder {
  const names = trie<Bearer>(bent);
  for (const record of records) {
    const bear = (name: string, by: Bearer['by']) => names.add(name, { record: record.id, by });
    bear(record.title, 'title');
    if (record.acronym !== undefined) bear(record.acronym, 'acronym');
    for (const name of record.names) bear(name, isAcronym(name) ? 'acronym' : 'alias');
  }
  return (passage) => mentionsIn(passage, names);
}

function mentionsIn(passage: Passage, names: Trie<Bearer>): KnownMention[] {
  const { text, words } = passage;
  const starts = sentenceStarts(passage);
  const found = passage.blocks.flatMap((block) =>
    names.find(text, words, block.firstWord, block.lastWord, (match) => accepted(passage, match)),
  );
  const sure = new Set(found.filter((match) => !isWeak(passage, match, starts)));
  const named = new Set([...sure].flatMap(({ entries }) => entries.map(({ name }) => name)));
  const spelledOut = new Set(
    [...sure].flatMap(({ entries }) =>
      entries.flatMap(({ name, payload }) => (isTwoLetters(name) ? [] : payload.record)),
    ),
  );
  return found.flatMap((match) => {
    const isSure = sure.has(match);
    const entries = match.entries.filter(({ name, payload }) => {
      if (isTwoLetters(name)) return spelledOut.has(payload.record);
      return isSure || named.has(name) || spelledOut.has(payload.record);
    });
    return entries.length > 0 ? [mentionOf(passage, match, entries)] : [];
  });
}

function mentionOf(
  { words }: Passage,
  { first, last }: TrieMatch<Bearer>,
  entries: readonly Entry<Bearer>[],
): KnownMention {
  const best = entries.toSorted((a, b) => order[a.payload.by] - order[b.payload.by])[0];
  return {
    start: words[first]?.start ?? 0,
    end: words[last - 1]?.end ?? 0,
    records: [...new Set(entries.map(({ payload }) => payload.record))].toSorted(),
    name: best?.name ?? '',
    by: best?.payload.by ?? 'alias',
  };
}

const order = { title: 0, acronym: 1, alias: 2 } as const;

function accepted(passage: Passage, match: TrieMatch<Bearer>): readonly Entry<Bearer>[] {
  const { text } = passage;
  const words = passage.words.slice(match.first, match.last);
  const length = words.length;
  if (length === 1 && isPartOfWord(passage, match.first)) return [];
  return match.entries.filter(({ name }) => {
    const [word] = words;
    if (!word) return false;
    if (isAcronym(name) && letters(name) <= shortAcronym)
      return isSpelledLike(name, text, words) && !isPartOfLonger(passage, match);
    if (length === 1) return isNameWord(name, text.slice(word.start, word.end), word);
    // Names of few words are easily words of prose.
    if (length < 4) return isSpelledLike(capitals(name), text, words) || isUpper(words);
    return words.some(({ shape }) => shape !== 'lower' && shape !== 'number');
  });
}

/** One word: with a capital, or exactly as the record has it. */
function isNameWord(name: string, written: string, word: Word): boolean {
  if (written === name && /\p{Lu}/u.test(name)) return true;
  if (word.shape === 'caseless') return true;
  return (
    (word.shape === 'capital' || word.shape === 'upper' || word.shape === 'mixed') &&
    word.key.length > 2
  );
}

/** A name in capitals only is a name, not a row of acronyms. */
function capitals(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}

function isUpper(words: readonly Word[]): boolean {
  return words.every(({ shape }) => shape === 'upper' || shape === 'number');
}

function letters(name: string): number {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

function isTwoLetters(name: string): boolean {
  return letters(name) < 3;
}

/** Joined to another word by a hyphen, as in `Euro-MED`. */
function isPartOfWord({ text, words }: Passage, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  return (
    /[\p{L}\p{N}][\p{Pd}_@.]$/u.test(text.slice(Math.max(0, word.start - 2), word.start)) ||
    /^[\p{Pd}_@.][\p{Lu}\p{N}]/u.test(text.slice(word.end, word.end + 2)) ||
    text[word.end] === '@'
  );
}

/** After another acronym that says more, as in `ENI CBC MED`. */
function isPartOfLonger({ text, words }: Passage, { first }: TrieMatch<Bearer>): boolean {
  const word = words[first];
  const before = words[first - 1];
  if (!word || !before || before.shape !== 'upper' || text.slice(before.end, word.start) !== ' ')
    return false;
  return /^(?:cbc|ctc|ctf|interreg|next|eni|enpi|ct)$/.test(before.key);
}

/** Words that begin a sentence, which have a capital whatever they are. */
function sentenceStarts({ blocks, words }: Passage): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const block of blocks) {
    let at = block.firstWord;
    for (const { start } of block.sentences) {
      while (at < block.lastWord && (words[at]?.start ?? 0) < start) at++;
      starts.add(at);
    }
  }
  return starts;
}

/** One plain word with a capital at the start of a sentence: it may be any word. */
function isWeak(
  { words }: Passage,
  { first, last, entries }: TrieMatch<Bearer>,
  starts: ReadonlySet<number>,
): boolean {
  const word = words[first];
  if (entries.every(({ name }) => isTwoLetters(name))) return true;
  return last - first === 1 && word?.shape === 'capital' && starts.has(first);
}
