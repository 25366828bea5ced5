import { fold } from '../vocabulary/fold.ts';
import type { TextSpan } from '../core/document.ts';

/** Finds one spelling of a name, an e-mail address or a telephone number in texts. */
export interface Spelling {
  readonly written: string;
  /** The folded words of a name; none of an address or a number. */
  readonly names: readonly string[];
  /** Places in a text, in their order. */
  readonly places: (text: string, words: () => readonly Word[]) => readonly TextSpan[];
}

/** A word of a text with its place, folded as all text is compared. */
export interface Word extends TextSpan {
  readonly folded: string;
}

/** What was asked for, ready to be looked for: an address, a number, or words in their order. */
export function spellingOf(written: string): Spelling {
  const text = written.trim();
  if (/^[^\s@]{1,64}@[^\s@]{1,200}$/.test(text)) return addressSpelling(text);
  const digits = digitsOf(text);
  if (digits.length >= 6 && /^[\d\s+()./-]+$/.test(text)) return numberSpelling(text, digits);
  return nameSpelling(text);
}

/** The words of a text; an elided article is a word of its own here, since a name may begin with one. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const folded = fold(match[0]);
    const start = match.index;
    if (folded !== '') words.push({ start, end: start + match[0].length, folded });
  }
  return words;
}

/** Letters and digits with their marks, and what a fold leaves out inside a word. */
const word = /[\p{L}\p{N}\p{M}·\u0640\u00ad\u200b-\u200d\u2060]+/gu;

function addressSpelling(written: string): Spelling {
  const wanted = written.toLowerCase();
  return {
    written,
    names: [],
    places: (text) => {
      const found: TextSpan[] = [];
      const lower = text.toLowerCase();
      // Letters whose lower case is longer would shift every place behind them.
      const searched = lower.length === text.length ? lower : text;
      for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
        const end = at + wanted.length;
        const isPart =
          /[\p{L}\p{N}._%+-]$/u.test(text.slice(Math.max(0, at - 2), at)) ||
          /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 3));
        if (!isPart) found.push({ start: at, end });
      }
      return found;
    },
  };
}

const number = /\+?\(?\d(?:[ ()./\u00a0\u202f-]{0,3}\d){5,18}/g;

/** A number is the same with its country's code and without it. */
function numberSpelling(written: string, wanted: string): Spelling {
  return {
    written,
    names: [],
    places: (text) =>
      [...text.matchAll(number)].flatMap((match) => {
        const found = digitsOf(match[0]);
        const [short, long] = found.length < wanted.length ? [found, wanted] : [wanted, found];
        const isSame = short === long || (short.length >= 7 && long.endsWith(short));
        return isSame ? [{ start: match.index, end: match.index + match[0].length }] : [];
      }),
  };
}

/** Digits without the signs for a call abroad or within the country. */
function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0{1,2}/, '');
}

function nameSpelling(written: string): Spelling {
  const names = wordsOf(written).map(({ folded }) => folded);
  // Lists of people put the family name first.
  const reversed = names.length > 1 ? [[names.at(-1) ?? '', ...names.slice(0, -1)]] : [];
  const orders = [names, ...reversed];
  return {
    written,
    names,
    places: (text, words) => {
      if (names.length === 0) return [];
      const found = words();
      const places: TextSpan[] = [];
      for (let at = 0; at < found.length; at++) {
        const place = orders.map((order) => placeAt(text, found, at, order)).find(Boolean);
        if (!place) continue;
        places.push(place);
      }
      return places;
    },
  };
}

function placeAt(
  text: string,
  words: readonly Word[],
  at: number,
  names: readonly string[],
): TextSpan | undefined {
  const first = words[at];
  const joined = first ? joinedBefore(first.folded, names[0] ?? '') : undefined;
  if (!first || joined === undefined) return undefined;
  for (let next = 1; next < names.length; next++) {
    const [before, word] = [words[at + next - 1], words[at + next]];
    if (!before || !word || word.folded !== names[next]) return undefined;
    const between = text.slice(before.end, word.start);
    if (between.length > longestGap || /\n[ \t]*\r?\n/.test(between)) return undefined;
  }
  return { start: first.start + joined, end: words[at + names.length - 1]?.end ?? first.end };
}

/** Characters between two words of a name: a line that is broken and indented, marks of Markdown, commas. */
const longestGap = 24;

/** How many letters stand joined before a word, as in Arabic `و` and `ل` do; undefined where it is another word. */
export function joinedBefore(word: string, name: string): number | undefined {
  if (word === name) return 0;
  const isJoined = /^[\u0621-\u064a]/.test(name) && name.length > 1 && word.endsWith(name);
  return isJoined && /^[وفبكل]$/.test(word.slice(0, word.length - name.length)) ? 1 : undefined;
}
