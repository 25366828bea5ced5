import type { TextSpan } from '../core/document.ts';
import { lastAt } from '../core/last-at.ts';
import { fold } from '../vocabulary/fold.ts';
import { apart } from './apart.ts';
import { spellingOf, wordsOf } from './spelling.ts';
import type { Word } from './spelling.ts';

/** A place of a text where somebody is mentioned. */
interface Place extends TextSpan {
  /** As it was asked for. */
  readonly spelling: string;
  /** The longer name of a record that the mention is a part of: it means the record, not the person. */
  readonly within?: string;
}

/** Finds the mentions of a person in texts. */
export interface Finder {
  /** Places in their order; none reaches into another. */
  readonly find: (text: string) => readonly Place[];
  /** False where there is surely none, also where the text writes some of its characters in another way. */
  readonly mayBeIn: (text: string) => boolean;
}

/** Looks for some spellings; mentions inside `names`, which are longer names of records, are told apart. */
export function finderOf(spellings: readonly string[], names: readonly string[]): Finder {
  const wanted = spellings.map(spellingOf);
  const signs = wanted.map(({ written }) => signOf(written));
  const longer = names
    .filter((name) => wanted.some(({ written }) => isWithin(written, name)))
    .map(spellingOf);
  const hasSign = (text: string) => {
    if (signs.includes(undefined)) return true;
    const folded = fold(text);
    return signs.some((sign) => sign !== undefined && folded.includes(sign));
  };
  return {
    mayBeIn: (text) => /\\[uUx]/.test(text) || hasSign(text),
    find: (text) => {
      if (text === '' || !hasSign(text)) return [];
      let made: readonly Word[] | undefined;
      const words = () => (made ??= wordsOf(text));
      const places = wanted.flatMap(({ written, places: find }) =>
        find(text, words).map((place) => ({ ...place, spelling: written })),
      );
      const own = apart(places);
      if (own.length === 0 || longer.length === 0) return own;
      const guards = longer.map(({ written, places: find }) => ({
        written,
        places: find(text, words),
      }));
      return own.map((place) => {
        const guard = guards.find(({ places: around }) => isWithinAny(place, around));
        return guard ? { ...place, within: guard.written } : place;
      });
    },
  };
}

/** Whether a place lies in one of the places of one spelling: of those that begin before it, the last one reaches furthest. */
function isWithinAny(place: TextSpan, around: readonly TextSpan[]): boolean {
  const last = lastAt(around, place.start, ({ start }) => start);
  return last !== undefined && last.end >= place.end;
}

/** Whether a name holds a spelling and more. */
function isWithin(written: string, name: string): boolean {
  const [short, long] = [` ${fold(written)} `, ` ${fold(name)} `];
  return short.length > 2 && long.length > short.length && long.includes(short);
}

/** The longest word of a spelling, which any text that holds it has when it is folded; none for numbers. */
function signOf(written: string): string | undefined {
  const longest = wordsOf(written)
    .map(({ folded }) => folded)
    .sort((a, b) => b.length - a.length)[0];
  return longest !== undefined && longest.length > 2 && /\p{L}/u.test(longest)
    ? longest
    : undefined;
}
