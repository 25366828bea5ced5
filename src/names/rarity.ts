import type { Role, Word } from './word.ts';
import { wordCount } from './word.ts';

/** In how many records of a base a key of a {@link Word} occurs, and how many records there are. */
export interface Frequencies {
  readonly size: number;
  of(key: string): number;
}

/** How much a word says, in natural units of information: about 1 for “centre”, 9 for a word of its own. */
export interface Rarity {
  of(word: Word): number;
}

/** What is expected of words where nothing was counted: the share of names that a word of each role is in. */
const expected: Readonly<Record<Role, number>> = {
  kind: 0.02,
  ordinary: 0.02,
  thing: 0.006,
  place: 0.004,
  number: 0.003,
  own: 0.000_15,
};

/** The expectation counts as much as so many records. */
const prior = 2000;

/** Rarity as a base counts it, leaning on general expectation where the base is small; without a base, on that alone. */
export function rarityOf(frequencies?: Frequencies): Rarity {
  let known = new Float32Array(4096);
  return {
    of: (word) => {
      const value = known[word.id];
      if (value !== undefined && value > 0) return value;
      if (word.id >= known.length) {
        const larger = new Float32Array(Math.max(known.length * 2, wordCount() + 1));
        larger.set(known);
        known = larger;
      }
      const counted = frequencies?.of(word.key) ?? 0;
      const share = (counted + prior * expected[word.role]) / ((frequencies?.size ?? 0) + prior);
      const fresh = Math.fround(Math.max(0.3, -Math.log(share)));
      known[word.id] = fresh;
      return fresh;
    },
  };
}
