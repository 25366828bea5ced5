import type { Passage } from './passage.ts';
import type { Word } from './word.ts';
import { wordsOf } from './word.ts';

/** A word, or one of its runs of digits and of letters: `11th` and `€2.45m` have two and three. */
export interface Piece extends Word {
  /** What stands between it and the piece before, from the shadow. */
  readonly gap: string;
  /** Of a run of digits. */
  readonly digits: boolean;
  /** The place of its sentence in the text; pieces of one sentence share the object. */
  readonly sentence: { readonly start: number; readonly end: number };
  /** ISO 639-1, that of its block. */
  readonly language: string;
}

const known = new WeakMap<Passage, readonly Piece[]>();

/** The pieces of a passage, in order; reckoned once. */
export function piecesOf(passage: Passage): readonly Piece[] {
  const before = known.get(passage);
  if (before) return before;
  const pieces: Piece[] = [];
  let last = 0;
  for (const block of passage.blocks) {
    let at = 0;
    for (const word of passage.words.slice(block.firstWord, block.lastWord)) {
      while (at < block.sentences.length - 1 && word.start >= (block.sentences[at]?.end ?? 0)) at++;
      const sentence = block.sentences[at] ?? block;
      for (const run of runsOf(word)) {
        const gap = passage.shadow.slice(last, run.start);
        pieces.push({ ...run, gap, sentence, language: block.language });
        last = run.end;
      }
    }
  }
  known.set(passage, pieces);
  return pieces;
}

/** The keys of a text, as its pieces would have them. */
export function keysOf(text: string, shadow: string): string[] {
  return wordsOf(text, shadow)
    .flatMap(runsOf)
    .map(({ key }) => key);
}

/** The first piece at or after a place. */
export function firstFrom(pieces: readonly Piece[], place: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Run = Pick<Piece, 'start' | 'end' | 'key' | 'shape' | 'digits'>;

function runsOf(word: Word): readonly Run[] {
  if (!/\d/.test(word.key)) return [{ ...word, digits: false }];
  if (/^\d+$/.test(word.key)) return [{ ...word, digits: true }];
  // Marks would put the key out of step with the places.
  if (word.key.length !== word.end - word.start) return [{ ...word, digits: false }];
  return [...word.key.matchAll(/\d+|\D+/g)].map((match) => ({
    start: word.start + match.index,
    end: word.start + match.index + match[0].length,
    key: match[0],
    shape: /^\d/.test(match[0]) ? 'number' : word.shape,
    digits: /^\d/.test(match[0]),
  }));
}
