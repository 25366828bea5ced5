import { shadow } from './shadow.ts';
import type { Word } from './word.ts';
import { wordsOf } from './word.ts';

/**
 * Whether words of a text may be a name as it is written: what has a capital keeps one (articles of two letters apart), an acronym keeps all of them,
 * and marks are left out at will but never added (`Malaga` is Málaga, `marché` is not Marche).
 */
export function isSpelledLike(name: string, text: string, words: readonly Word[]): boolean {
  const own = ownWords(name);
  return words.every((word, index) => {
    const wanted = own[index];
    if (wanted === undefined) return false;
    const written = text.slice(word.start, word.end);
    if (wanted.shape === 'upper') return written === wanted.text;
    const isCapital = wanted.shape === 'capital' || wanted.shape === 'mixed';
    if (isCapital && word.shape === 'lower' && (wanted.text.length > 2 || wanted.isDotted))
      return false;
    return hasNoOtherMarks(written, word.key, wanted.text);
  });
}

/** Whether a name is an acronym: one word of capitals, and digits at most. */
export function isAcronym(name: string): boolean {
  return (
    /^[\p{Lu}\p{N}.&+-]*\p{Lu}[\p{Lu}\p{N}.&+-]*$/u.test(name) &&
    /\p{Lu}.*[\p{Lu}\p{N}]|\p{N}.*\p{Lu}/u.test(name)
  );
}

interface OwnWord {
  readonly text: string;
  readonly shape: Word['shape'];
  /** A letter of an abbreviation, no article. */
  readonly isDotted: boolean;
}

const known = new Map<string, readonly OwnWord[]>();

function ownWords(name: string): readonly OwnWord[] {
  const before = known.get(name);
  if (before) return before;
  const made = wordsOf(name, shadow(name)).map(({ start, end, shape }) => ({
    text: name.slice(start, end),
    shape,
    isDotted: name[end] === '.',
  }));
  if (known.size > 65_536) known.clear();
  known.set(name, made);
  return made;
}

function hasNoOtherMarks(written: string, key: string, wanted: string): boolean {
  const lower = written.normalize('NFC').toLowerCase();
  if (lower === key || !/\p{Script=Latin}/u.test(key)) return true;
  return lower === wanted.normalize('NFC').toLowerCase();
}
