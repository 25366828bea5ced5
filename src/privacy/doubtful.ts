import type { TextSpan } from '../core/document.ts';
import { fold } from '../vocabulary/fold.ts';
import { apart } from './apart.ts';
import { joinedBefore, spellingOf, wordsOf } from './spelling.ts';
import type { Spelling, Word } from './spelling.ts';

/** Finds what may be a mention, and may be none: places in their order, none in another. */
export type DoubtfulFinder = (text: string) => readonly TextSpan[];

/**
 * Looks for spellings whatever stands between and within their words: markup, entities, `%20`, escapes, line ends, other words.
 * Takes time by the length of a text.
 */
export function doubtfulFinder(written: readonly string[]): DoubtfulFinder {
  const spellings = written.map(spellingOf);
  return (text) => {
    const plain = unescaped(text);
    const forms = new Set([text, plain, plain.replaceAll(tag, empty)]);
    return apart([...forms].flatMap((form) => placesIn(form, spellings)));
  };
}

function placesIn(text: string, spellings: readonly Spelling[]): readonly TextSpan[] {
  const folded = fold(text);
  const possible = spellings.filter(({ names }) => names.every((name) => folded.includes(name)));
  if (possible.length === 0) return [];
  let made: readonly Word[] | undefined;
  const words = () => (made ??= wordsOf(text));
  return possible.flatMap(({ names, places }) => {
    if (names.length === 0) return placesWithoutFiller(text, (each) => places(each, words));
    return [...places(text, words), ...(names.length > 1 ? near(words(), names) : [])];
  });
}

/** Addresses and numbers are compared sign by sign. */
function placesWithoutFiller(
  text: string,
  placesOf: (text: string) => readonly TextSpan[],
): readonly TextSpan[] {
  const found = placesOf(text.replaceAll(filler, ''));
  if (found.length === 0 || !text.includes(filler)) return found;
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) if (text[at] !== filler) origin.push(at);
  return found.map(({ start, end }) => ({
    start: origin[start] ?? 0,
    end: (origin[end - 1] ?? 0) + 1,
  }));
}

/** How many other words may stand among those of a name. */
const others = 8;

/** Where all words of a name stand near each other in any order, or joined to one. */
function near(words: readonly Word[], names: readonly string[]): readonly TextSpan[] {
  const found: TextSpan[] = [];
  const joined = names.join('');
  const last = new Map<string, number>();
  for (const [at, { folded, start, end }] of words.entries()) {
    if (folded.includes(joined)) found.push({ start, end });
    const name = names.find((each) => joinedBefore(folded, each) !== undefined);
    if (name === undefined) continue;
    last.set(name, at);
    const from = Math.min(...names.map((each) => last.get(each) ?? -1));
    if (from < 0 || at - from >= names.length + others) continue;
    found.push({ start: words[from]?.start ?? start, end });
    // What begins after it is another mention.
    last.clear();
  }
  return found;
}

/** Tags, comments of web pages, and all within them. */
const tag = /<[a-z/!][^<>]{0,2000}>/gi;

/** Entities, percent signs and escapes that stand for characters. */
const escape =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,12});?|(?:%[\da-f]{2})+|\\(?:u[\da-f]{4}|x[\da-f]{2}|[nrt])/gi;

/** The text with its characters as they are read, each at the place where it was: what is left over says nothing. */
function unescaped(text: string): string {
  return text.replaceAll(escape, (written) => {
    const meant = meaningOf(written);
    return meant.length > written.length ? written : meant + empty(written.slice(meant.length));
  });
}

/** Nothing within a word. */
const filler = '\u2060';

/** As long as what it stands for. */
function empty(written: string): string {
  return filler.repeat(written.length);
}

function meaningOf(written: string): string {
  if (written.startsWith('%')) return decoded(written);
  if (written.startsWith('\\'))
    return written.length > 2 ? character(Number.parseInt(written.slice(2), 16)) : ' ';
  const [, decimal, hexadecimal, letter] =
    /^&(?:#(\d+)|#x([\da-f]+)|([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash))/i.exec(
      written,
    ) ?? [];
  if (decimal !== undefined) return character(Number(decimal));
  if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
  // Letters are compared without their marks.
  return letter ?? named.get(written.replace(/[&;]/g, '')) ?? ' ';
}

/** Entities that are no blank and no sign, but a letter, the at of addresses, or nothing at all. */
const named = new Map(
  Object.entries({
    shy: '',
    zwj: '',
    zwnj: '',
    szlig: 'ss',
    oelig: 'oe',
    aelig: 'ae',
    commat: '@',
  }),
);

function character(code: number): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
}

/** Bytes that are no UTF-8 are those of Latin-1. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return Buffer.from(written.replaceAll('%', ''), 'hex').toString('latin1');
  }
}
