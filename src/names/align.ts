import { editDistance } from './distance.ts';
import type { Name } from './name.ts';
import type { Word } from './word.ts';
import { wordLikeness } from './word-likeness.ts';

/** Two words, or runs of words, that stand for one another. */
interface Match {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** 0 to 1. */
  readonly likeness: number;
}

/** Which words of two names stand for one another; words are given by their place. */
export interface Alignment {
  readonly matches: readonly Match[];
  /** For each word, the likeness of its match, or 0. */
  readonly ofA: Float64Array;
  readonly ofB: Float64Array;
}

/** What two words must at least be alike to stand for one another. */
const least = 0.66;

/** One to one: words that are the same first, then runs written as one, acronyms of runs, then the most alike. */
export function align(a: Name, b: Name): Alignment {
  const ofA = new Float64Array(a.words.length);
  const ofB = new Float64Array(b.words.length);
  const matches: Match[] = [];
  const join = (left: readonly number[], right: readonly number[], likeness: number) => {
    for (const at of left) ofA[at] = likeness;
    for (const at of right) ofB[at] = likeness;
    matches.push({ a: left, b: right, likeness });
  };
  sameWords(a.words, b.words, ofB, join);
  if (isAnyLeft(ofA) && isAnyLeft(ofB)) {
    joinedWords(a.words, b.words, ofA, ofB, join);
    joinedWords(b.words, a.words, ofB, ofA, (right, left, likeness) => join(left, right, likeness));
    shortened(a, b, ofA, ofB, join);
    shortened(b, a, ofB, ofA, (right, left, likeness) => join(left, right, likeness));
    alikeWords(a.words, b.words, ofA, ofB, join);
  }
  repeated(a.words, ofA);
  repeated(b.words, ofB);
  return { matches, ofA, ofB };
}

/** Two names of which no words stand for one another. */
export function unaligned(a: Name, b: Name): Alignment {
  return {
    matches: [],
    ofA: new Float64Array(a.words.length),
    ofB: new Float64Array(b.words.length),
  };
}

/** What a name says twice need not be in the other twice. */
function repeated(words: readonly Word[], likeness: Float64Array): void {
  for (const [at, { sense }] of words.entries()) {
    if (likeness[at] !== 0) continue;
    const other = words.findIndex((word, n) => word.sense === sense && likeness[n] !== 0);
    likeness[at] = likeness[other] ?? 0;
  }
}

type Join = (left: readonly number[], right: readonly number[], likeness: number) => void;

function isAnyLeft(likeness: Float64Array): boolean {
  return likeness.includes(0);
}

function sameWords(a: readonly Word[], b: readonly Word[], ofB: Float64Array, join: Join): void {
  for (let i = 0; i < a.length; i++) {
    const word = a[i];
    let found = -1;
    if (!word) continue;
    for (let j = 0; j < b.length; j++) {
      const other = b[j];
      if (ofB[j] !== 0 || other?.sense !== word.sense) continue;
      if (found < 0 || other.id === word.id) found = j;
      if (other.id === word.id) break;
    }
    const other = b[found];
    if (other) join([i], [found], wordLikeness(word, other));
  }
}

/** `Good Will` and `Goodwill`. */
function joinedWords(
  a: readonly Word[],
  b: readonly Word[],
  ofA: Float64Array,
  ofB: Float64Array,
  join: Join,
): void {
  for (let i = 0; i + 1 < a.length; i++) {
    const [first, second] = [a[i], a[i + 1]];
    if (!first || !second || ofA[i] !== 0 || ofA[i + 1] !== 0) continue;
    const j = b.findIndex((word, at) => ofB[at] === 0 && isJoined(first, second, word));
    if (j >= 0) join([i, i + 1], [j], first.isArabic ? 0.85 : 0.97);
  }
}

/** Arabic is compared by consonants, and may have lost the article between the two: `abd al-aziz`. */
function isJoined(first: Word, second: Word, whole: Word): boolean {
  if (first.isArabic) {
    const bones = first.bones + second.bones;
    if (whole.isArabic || bones.length < 3) return false;
    return whole.bones === bones || whole.bones.replace('l', '') === bones;
  }
  const length = first.text.length + second.text.length;
  if (Math.abs(whole.text.length - length) > 1 || whole.text[0] !== first.text[0]) return false;
  const joined = first.text + second.text;
  return whole.text === joined || (length > 4 && editDistance(whole.text, joined, 1) <= 1);
}

/** An acronym within a name, and the run of words that it is made of: `IUT Rodez`. */
function shortened(a: Name, b: Name, ofA: Float64Array, ofB: Float64Array, join: Join): void {
  for (let i = 0; i < a.words.length; i++) {
    const letters = a.words[i]?.text ?? '';
    if (ofA[i] !== 0 || !a.capitals[i] || letters.length < 2 || letters.length > 8) continue;
    if (a.words.length === 1) continue;
    for (let j = 0; j + letters.length <= b.words.length; j++) {
      let length = 0;
      while (
        length < letters.length &&
        ofB[j + length] === 0 &&
        b.words[j + length]?.text[0] === letters[length]
      )
        length++;
      if (length < letters.length) continue;
      join(
        [i],
        Array.from({ length }, (_, at) => j + at),
        letters.length > 2 ? 0.9 : 0.75,
      );
      break;
    }
  }
}

function alikeWords(
  a: readonly Word[],
  b: readonly Word[],
  ofA: Float64Array,
  ofB: Float64Array,
  join: Join,
): void {
  for (;;) {
    let best = least;
    let left = -1;
    let right = -1;
    for (let i = 0; i < a.length; i++) {
      const word = a[i];
      if (ofA[i] !== 0 || !word) continue;
      for (let j = 0; j < b.length; j++) {
        const other = b[j];
        if (ofB[j] !== 0 || !other) continue;
        const likeness = wordLikeness(word, other);
        if (likeness > best) [best, left, right] = [likeness, i, j];
      }
    }
    if (left < 0) return;
    join([left], [right], best);
  }
}
