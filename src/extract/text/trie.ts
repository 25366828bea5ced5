import { shadow } from './shadow.ts';
import type { Word } from './word.ts';
import { wordsOf } from './word.ts';

/** A name that was added to a trie, as it is written there. */
export interface Entry<Payload> {
  readonly name: string;
  readonly payload: Payload;
}

/** Words of a text that are a name: from the first to before the last, with all that bear the name. */
export interface TrieMatch<Payload> {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry<Payload>[];
}

/** How words are made alike: the keys under which a word of a name is stored, and those by which a word of a text is sought. */
export interface Likeness {
  readonly stored: (key: string) => readonly string[];
  readonly sought: (key: string) => readonly string[];
}

/** Names as paths of words; only whole words match. */
export interface Trie<Payload> {
  add(name: string, payload: Payload): void;
  /**
   * The longest names in a stretch of words, left to right and without overlaps, in time linear in the words.
   * `accept` keeps the entries that hold where they were found; where none does, shorter names are tried.
   */
  find(
    text: string,
    words: readonly Word[],
    from: number,
    to: number,
    accept?: (match: TrieMatch<Payload>) => readonly Entry<Payload>[],
  ): TrieMatch<Payload>[];
}

/** Most states are ends, so what they hold is made when it is needed. */
interface State<Payload> {
  /** The keys that lead here. */
  readonly keys: string;
  next?: Map<string, State<Payload>[]>;
  ends?: (Entry<Payload> & { readonly broken: boolean })[];
}

/** Names of more words than this are not taken; it bounds the work of every word of a text. */
const longest = 24;

/** An empty trie; without a likeness words match by their keys alone. */
export function trie<Payload>(likeness: Likeness = exact): Trie<Payload> {
  const root: State<Payload> = { keys: '' };

  const add = (name: string, payload: Payload) => {
    const words = wordsOf(name, shadow(name));
    if (words.length === 0 || words.length > longest) return;
    let at = root;
    for (const word of words) at = childFor(at, likeness.stored(word.key));
    const broken = words.some((word, index) => {
      const before = words[index - 1];
      return before !== undefined && isBreak(name.slice(before.end, word.start));
    });
    const ends = (at.ends ??= []);
    if (!ends.some((end) => end.name === name && end.payload === payload))
      ends.push({ name, payload, broken });
  };

  const find: Trie<Payload>['find'] = (
    text,
    words,
    from,
    to,
    accept = (match) => match.entries,
  ) => {
    const found: TrieMatch<Payload>[] = [];
    for (let first = from; first < to;) {
      const match = longestFrom(text, words, first, to, accept);
      if (match) found.push(match);
      first = match?.last ?? first + 1;
    }
    return found;
  };

  const longestFrom = (
    text: string,
    words: readonly Word[],
    first: number,
    to: number,
    accept: (match: TrieMatch<Payload>) => readonly Entry<Payload>[],
  ): TrieMatch<Payload> | undefined => {
    const possible: TrieMatch<Payload>[] = [];
    let states = [root];
    let isBroken = false;
    for (let at = first; at < to && at - first < longest; at++) {
      const word = words[at];
      const before = words[at - 1];
      if (word === undefined) break;
      if (at > first && before) {
        const gap = text.slice(before.end, word.start);
        if (gap.length > 4 || /\n\s?\n/.test(gap)) break;
        isBroken ||= isBreak(gap);
      }
      const keys = likeness.sought(word.key);
      states = [
        ...new Set(states.flatMap((each) => keys.flatMap((key) => each.next?.get(key) ?? []))),
      ];
      if (states.length === 0) break;
      const entries = states
        .flatMap((each) => each.ends ?? [])
        .filter((end) => end.broken || !isBroken);
      if (entries.length > 0) possible.push({ first, last: at + 1, entries });
    }
    for (const match of possible.toReversed()) {
      const entries = accept(match);
      if (entries.length > 0) return { ...match, entries };
    }
    return undefined;
  };

  return { add, find };
}

const exact: Likeness = { stored: (key) => [key], sought: (key) => [key] };

/** A child that exactly these keys lead to; words that share only some of their keys have children of their own. */
function childFor<Payload>(parent: State<Payload>, keys: readonly string[]): State<Payload> {
  const all = keys.length === 1 ? (keys[0] ?? '') : keys.join(' ');
  const next = (parent.next ??= new Map<string, State<Payload>[]>());
  const known = next.get(keys[0] ?? '')?.find(({ keys }) => keys === all);
  if (known) return known;
  const child: State<Payload> = { keys: all };
  for (const key of keys) {
    const others = next.get(key);
    if (others) others.push(child);
    else next.set(key, [child]);
  }
  return child;
}

/** What parts words: anything but spaces, hyphens, apostrophes, slashes, ampersands and the dots inside an abbreviation. */
function isBreak(gap: string): boolean {
  return !/^(?:[\s\p{Pd}'’ʼ´`/&\u00ad]{0,4}|\.[\p{Pd}]?)$/u.test(gap);
}
