import { cognateKey } from './cognate.ts';
import { isArabic, latin } from './latin.ts';
import type { Group, Place } from './lexicon.ts';
import { nameLexicon } from './lexicon.ts';
import { skeleton } from './skeleton.ts';

/** What a word of a name is: of a group of words, a place, a number, or a word of its own. */
export type Role = 'kind' | 'thing' | 'ordinary' | 'place' | 'number' | 'own';

/** One word of a name; there is one object a spelling, so that words are compared by number. */
export interface Word {
  /** A number of its own. */
  readonly id: number;
  /** In Latin letters. */
  readonly text: string;
  /** What words of one meaning share, for lookups: `#water`, `@ES`, `=3`, else its cognate key. */
  readonly key: string;
  /** The number of the key. */
  readonly sense: number;
  readonly role: Role;
  readonly place?: Place;
  readonly group?: Group;
  readonly isArabic: boolean;
  readonly bones: string;
}

const words = new Map<string, Word>();
const senses = new Map<string, number>();

/** A folded word, not yet in Latin letters and without its Arabic article; undefined where nothing is left of it. */
export function wordOf(folded: string): Word | undefined {
  const known = words.get(folded) ?? analyse(latin(folded), isArabic(folded));
  words.set(folded, known);
  return known.text === '' ? undefined : known;
}

/** The word that stands for a place, whatever its name. */
export function placeWord(place: Place): Word {
  const spelling = `@${place.id}`;
  const known =
    words.get(spelling) ?? make(place.id.toLowerCase(), spelling, 'place', false, { place });
  words.set(spelling, known);
  return known;
}

/** The word that stands for a number. */
export function numberWord(number: string): Word {
  const spelling = `=${number}`;
  const known = words.get(spelling) ?? make(number, spelling, 'number', false);
  words.set(spelling, known);
  return known;
}

/** How many words are known: ids are below it. */
export function wordCount(): number {
  return nextId;
}

let nextId = 0;

function analyse(text: string, arabic: boolean): Word {
  const { groups, groupKeys, numbers } = nameLexicon();
  const number = /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : numbers.get(text);
  if (number !== undefined) return numberWord(number);
  const key = cognateKey(text);
  const group = groups.get(text) ?? (arabic ? arabicGroup(text) : groupKeys.get(key));
  if (group) return make(text, `#${group.id}`, group.sort, arabic, { group });
  return make(text, key, 'own', arabic);
}

/** Adjectives of Arabic end in -y, -yh; plurals in -at, -yn: they are tried without. */
function arabicGroup(text: string): Group | undefined {
  const { groups } = nameLexicon();
  for (const ending of ['h', 'y', 'yh', 'at', 'yn', 'wn']) {
    if (!text.endsWith(ending) || text.length - ending.length < 3) continue;
    const stem = text.slice(0, -ending.length);
    const found = groups.get(stem) ?? groups.get(`${stem}h`);
    if (found) return found;
  }
  return /^[wbl]/.test(text) && text.length > 4 ? groups.get(text.slice(1)) : undefined;
}

function make(
  text: string,
  key: string,
  role: Role,
  arabic: boolean,
  more: { readonly place?: Place; readonly group?: Group } = {},
): Word {
  let sense = senses.get(key);
  if (sense === undefined) senses.set(key, (sense = senses.size));
  return {
    id: nextId++,
    text,
    key,
    sense,
    role,
    isArabic: arabic,
    bones: role === 'own' ? skeleton(text) : '',
    ...more,
  };
}
