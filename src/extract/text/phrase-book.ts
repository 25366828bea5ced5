import { shadow } from './shadow.ts';
import type { Word } from './word.ts';

/** A phrase found in a row of words: the places of its first and last word. */
export interface FoundPhrase<Meaning> {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
}

/** Finds phrases of words, the longest at each place; the time grows with the number of words only. */
export type PhraseBook<Meaning> = (
  words: readonly Word[],
  first: number,
  last: number,
) => FoundPhrase<Meaning>[];

/** Words that stand for each other in phrases: `{by}` for `da`, `dal`, `dalla`. */
export interface WordSets {
  readonly [name: string]: readonly string[];
}

interface Step {
  readonly exact: ReadonlySet<string>;
  readonly starts: readonly string[];
  /** Up to this many words that may be anything. */
  readonly any: number;
  /** A number, of up to three words: “90 000”. */
  readonly number: boolean;
  readonly optional: boolean;
}

interface Compiled<Meaning> {
  readonly steps: readonly Step[];
  readonly meaning: Meaning;
}

/**
 * Phrases in a small language: words as they are compared (no case, no marks), `coordinat*` for any ending, `run|led` for one
 * of several, `{by}` for one of a set, `(the)` for a word that may be absent, `#` for a number, also with its currency before it, `…` for up to four words of any kind.
 */
export function phraseBook<Meaning>(
  phrases: Iterable<readonly [string, Meaning]>,
  sets: WordSets = {},
): PhraseBook<Meaning> {
  const exact = new Map<string, Compiled<Meaning>[]>();
  const starts = new Map<string, Compiled<Meaning>[]>();
  for (const [written, meaning] of phrases) {
    const steps = compile(written, sets);
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at];
      if (!step) break;
      const compiled = { steps: steps.slice(at), meaning };
      for (const word of step.exact) push(exact, word, compiled);
      for (const word of step.starts) push(starts, word.slice(0, shortest), compiled);
      if (!step.optional) break;
    }
  }
  return (words, first, last) => {
    const found: FoundPhrase<Meaning>[] = [];
    for (let at = first; at < last; at++) {
      const best = longestAt(words, at, last, exact, starts);
      if (!best) continue;
      found.push(best);
      at = best.last;
    }
    return found;
  };
}

/** The number of letters that the beginning of a word must have to stand for all its endings. */
const shortest = 3;

/** What may stand before a number: “USD 1.2 million”. */
const currency = /^(?:eur|euros?|usd|us|gbp|chf|mad|tnd|dzd|egp|lbp|jod|try|dh|dt|sfr)$/;

/** The words of a number: `90 000`, `1 200 000`. */
const mostNumbers = 3;

function longestAt<Meaning>(
  words: readonly Word[],
  at: number,
  end: number,
  exact: ReadonlyMap<string, readonly Compiled<Meaning>[]>,
  starts: ReadonlyMap<string, readonly Compiled<Meaning>[]>,
): FoundPhrase<Meaning> | undefined {
  let best: FoundPhrase<Meaning> | undefined;
  for (const key of formsOf(words[at])) {
    for (const map of [exact.get(key), starts.get(key.slice(0, shortest))]) {
      for (const { steps, meaning } of map ?? []) {
        const last = match(words, at, end, steps, 0);
        if (last > (best?.last ?? -1)) best = { first: at, last, meaning };
      }
    }
  }
  return best;
}

/** The last word of a match, or -1. */
function match(
  words: readonly Word[],
  at: number,
  end: number,
  steps: readonly Step[],
  index: number,
): number {
  const step = steps[index];
  if (!step) return at - 1;
  if (step.any > 0) {
    for (let skipped = 0; skipped <= step.any && at + skipped < end; skipped++) {
      const last = match(words, at + skipped, end, steps, index + 1);
      if (last >= 0) return last;
    }
    return -1;
  }
  if (step.number) {
    const first = currency.test(words[at]?.key ?? '') ? at + 1 : at;
    let next = first;
    while (next < end && next < first + mostNumbers && /^\d/.test(words[next]?.key ?? '')) next++;
    if (next > first) {
      const last = match(words, next, end, steps, index + 1);
      if (last >= 0) return last;
    }
    return step.optional ? match(words, at, end, steps, index + 1) : -1;
  }
  if (at < end && fitsWord(words[at], step)) {
    const last = match(words, at + 1, end, steps, index + 1);
    if (last >= 0) return last;
  }
  return step.optional ? match(words, at, end, steps, index + 1) : -1;
}

function fitsWord(word: Word | undefined, step: Step): boolean {
  if (!word) return false;
  return fits(word.key, step) || formsOf(word).some((key) => key !== word.key && fits(key, step));
}

function fits(key: string, step: Step): boolean {
  return step.exact.has(key) || step.starts.some((start) => key.startsWith(start));
}

/** A word, and in Arabic also without an “and” that is joined to it. */
function formsOf(word: Word | undefined): readonly string[] {
  if (!word) return [];
  const { key } = word;
  // Most words are not Arabic: a look at the first letter is cheaper than the expression.
  const isJoined = (key[0] === 'و' || key[0] === 'ف') && /^.[\u0621-\u064a]{3}/.test(key);
  return isJoined ? [key, key.slice(1)] : [key];
}

function compile(written: string, sets: WordSets): Step[] {
  const parts = shadow(written).replaceAll(/['-]/g, ' ').replaceAll('·', '').trim().split(/ +/);
  return parts.map((part) => {
    if (part === '…')
      return { exact: new Set(), starts: [], any: 4, number: false, optional: false };
    const optional = part.startsWith('(') && part.endsWith(')');
    const inner = optional ? part.slice(1, -1) : part;
    if (inner === '#') return { exact: new Set(), starts: [], any: 0, number: true, optional };
    const words = inner
      .replaceAll(/[{}]/g, '')
      .split('|')
      .flatMap((each) =>
        inner.includes('{') && sets[each] ? (sets[each] ?? []).map(shadow) : [each],
      );
    return {
      exact: new Set(words.filter((word) => !word.endsWith('*'))),
      starts: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
      any: 0,
      number: false,
      optional,
    };
  });
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
