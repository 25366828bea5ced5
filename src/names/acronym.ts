import type { Name } from './name.ts';
import type { Word } from './word.ts';

/** How an acronym fits a name, each 0 to 1. */
export interface Fit {
  /** The initials, with or without the words that join, in order. */
  readonly exact: number;
  /** Each letter begins a word of the name, or its translation, in any order. */
  readonly translated: number;
  /** The letters are found in order, the first of them beginning a word. */
  readonly aligned: number;
  /** The name holds the acronym in brackets. */
  readonly named: number;
}

const none: Fit = { exact: 0, translated: 0, aligned: 0, named: 0 };

/** How well letters may stand for a name, as Schwartz and Hearst (2003) align them, and by initials of translations. */
export function acronymFit(acronym: string, name: Name): Fit {
  const main = name.words.slice(0, name.main);
  if (acronym.length < 2 || name.words.length === 0) return none;
  const named = name.words.some((word) => word.text === acronym && word.role === 'own') ? 1 : 0;
  if (main.length < 2) return { ...none, named };
  const exact =
    acronym === name.initials || acronym === name.allInitials || acronym === initialsWithout(main)
      ? 1
      : 0;
  return {
    exact,
    named,
    translated: exact > 0 ? 1 : translated(acronym, main),
    aligned: aligned(acronym, main),
  };
}

/** Without the places and numbers, which acronyms leave out. */
function initialsWithout(words: readonly Word[]): string {
  return words
    .filter(({ role }) => role !== 'place' && role !== 'number')
    .map((word) => word.text[0])
    .join('');
}

/** The share of letters and words that can be paired so that each letter begins its word in some language. */
function translated(acronym: string, words: readonly Word[]): number {
  const taken = new Set<number>();
  let hits = 0;
  for (const letter of acronym) {
    const own = words.findIndex((word, at) => !taken.has(at) && word.text[0] === letter);
    const other =
      own >= 0
        ? own
        : words.findIndex(
            (word, at) => !taken.has(at) && word.group?.initials.has(letter) === true,
          );
    if (other < 0) continue;
    taken.add(other);
    hits += own >= 0 ? 1 : 0.8;
  }
  return hits / Math.max(acronym.length, words.length);
}

/** The share of words that begin with a letter of the acronym, if all of it can be read off in order. */
function aligned(acronym: string, words: readonly Word[]): number {
  let at = 0;
  let begun = 0;
  for (const word of words) {
    if (at < acronym.length && word.text[0] === acronym[at]) {
      begun++;
      at++;
      let inner = 1;
      while (at < acronym.length) {
        const next = words[words.indexOf(word) + 1];
        if (next?.text[0] === acronym[at]) break;
        const found = word.text.indexOf(acronym[at] ?? '', inner);
        if (found < 0) break;
        inner = found + 1;
        at++;
      }
    }
  }
  return at === acronym.length ? begun / words.length : 0;
}
