import { bareArabic } from '../vocabulary/arabic.ts';
import { fold } from '../vocabulary/fold.ts';
import { readCapitals } from './capitals.ts';
import { latin } from './latin.ts';
import { legalForms } from './legal-forms.ts';
import type { LegalForm } from './lexicon.ts';
import { nameLexicon, phraseAt } from './lexicon.ts';
import { romanNumber } from './roman.ts';
import { splitAside } from './split-aside.ts';
import type { Word } from './word.ts';
import { numberWord, placeWord, wordOf } from './word.ts';

/** A name, read: what it is compared by. */
export interface Name {
  /** As it was written. */
  readonly text: string;
  readonly kind: NameKind;
  /** Its words in Latin letters, with those that join, without legal forms. */
  readonly fold: string;
  /** Its words without those that join; a place of several words is one. */
  readonly words: readonly Word[];
  /** How many of the words stand outside brackets; they come first. */
  readonly main: number;
  /** For each word, whether it is written like an acronym. */
  readonly capitals: readonly boolean[];
  readonly forms: readonly LegalForm[];
  /** First letters of the words outside brackets; `allInitials` with the words that join. */
  readonly initials: string;
  readonly allInitials: string;
  /** The name itself where it is an acronym or a code, folded and without spaces. */
  readonly acronym?: string;
}

/** What a name is to its actor. */
export type NameKind = 'title' | 'alias' | 'acronym' | 'translation';

/** What is known about a name from where it stands. */
export interface NameContext {
  /** A title, unless it is said. */
  readonly kind?: NameKind;
  /** The country (ISO 3166-1) whose legal forms come first. */
  readonly country?: string;
}

/** Words, and letters, beyond these say no more. */
const mostWords = 24;
const mostText = 400;

/** Reads a name; never fails, and looks at its first 400 characters only. */
export function parseName(text: string, context: NameContext = {}): Name {
  const { stop, places } = nameLexicon();
  const short = text.length > mostText ? text.slice(0, mostText) : text;
  const capitals = readCapitals(short);
  const words: Word[] = [];
  const flags: boolean[] = [];
  const forms: LegalForm[] = [];
  const folds: string[] = [];
  let main = 0;
  let initials = '';
  let allInitials = '';
  for (const part of splitAside(short)) {
    const spelled = part.text === '' ? [] : spelledWords(part.text);
    const latins = spelled.map(latin);
    const [from, to] = legalForms(latins, forms, context.country);
    for (let at = from; at < to && words.length < mostWords; at++) {
      const letters = latins[at] ?? '';
      const place = phraseAt(places, latins, at, to);
      const length = place?.words.length ?? 1;
      for (let each = at; each < at + length; each++) {
        folds.push(latins[each] ?? '');
        if (!part.isAside) allInitials += latins[each]?.[0] ?? '';
      }
      // What joins cannot be the last word: `Red Verde del Sur`.
      if (!place && stop.has(letters) && at + 1 < to) continue;
      const isCapital = !place && capitals.has(letters);
      const word = place
        ? placeWord(place.meaning)
        : read(spelled[at] ?? '', letters, isCapital, at);
      at += length - 1;
      if (!word) continue;
      const last = words.at(-1);
      if (last && isTens(last, word) && !/\d/.test(spelled[at - 1] ?? '0'))
        words[words.length - 1] = numberWord(String(Number(last.text) + Number(word.text)));
      else {
        words.push(word);
        flags.push(isCapital);
      }
      if (!part.isAside) initials += letters[0] ?? '';
    }
    if (!part.isAside) main = words.length;
  }
  const acronym = acronymOf(words, flags, main === 0 ? words.length : main);
  return {
    text,
    kind: context.kind ?? 'title',
    fold: folds.join(' '),
    words,
    main: main === 0 ? words.length : main,
    capitals: flags,
    forms,
    initials,
    allInitials,
    ...(acronym === undefined ? {} : { acronym }),
  };
}

function read(spelled: string, letters: string, isCapital: boolean, at: number): Word | undefined {
  if (isCapital && letters === 'us') return placeWord({ id: 'US', country: 'US' });
  const roman = romanNumber(letters, isCapital, at);
  return roman === undefined ? wordOf(spelled) : numberWord(roman);
}

/** `forty` before `four`. */
function isTens(tens: Word, ones: Word): boolean {
  if (tens.role !== 'number' || ones.role !== 'number') return false;
  return /^[2-9]0$/.test(tens.text) && /^[1-9]$/.test(ones.text);
}

/** Letters and digits that are written as one are two words: `UMR5215`. */
function spelledWords(text: string): string[] {
  const folded = bareArabic(fold(text));
  if (folded === '') return [];
  const words = folded.split(' ');
  if (!/[a-z]\d/.test(folded)) return words;
  return words.flatMap((word) => {
    const [, letters, digits] = /^([a-z]{1,8})(\d{2,8})$/.exec(word) ?? [];
    return letters === undefined || digits === undefined ? [word] : [letters, digits];
  });
}

/** One word in capitals, or a code such as `EA 4384`, or two acronyms. */
function acronymOf(
  words: readonly Word[],
  capitals: readonly boolean[],
  main: number,
): string | undefined {
  if (main === 0 || main > 3) return undefined;
  let letters = '';
  for (let at = 0; at < main; at++) {
    const word = words[at];
    if (!word || (word.role !== 'number' && !capitals[at]) || word.text.length > 9)
      return undefined;
    letters += word.text;
  }
  return letters.length <= 16 && /[a-z]/.test(letters) ? letters : undefined;
}
