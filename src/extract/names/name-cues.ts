import { languages } from '../../vocabulary/world.ts';
import type { Node } from '../../core/node.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { HeadKind, LabelKind, NameKind } from './name-kinds.ts';
import { shadow } from '../text/shadow.ts';
import { soughtForms, storedForms } from '../text/word-forms.ts';
import type { Word } from '../text/word.ts';
import { wordsOf } from '../text/word.ts';

/** Phrases of one to five words, each with what it stands for. */
export interface Cues<Value> {
  /** The longest phrase that begins at a word and ends before `end`; `length` in words. */
  at(
    words: readonly Word[],
    index: number,
    end: number,
  ): { readonly value: Value; readonly length: number } | undefined;
}

/** What marks names in one language, from `data/cues/names`. */
export interface NameCues {
  readonly language: string;
  readonly articles: ReadonlySet<string>;
  readonly connectors: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly tail: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  readonly heads: Cues<HeadKind>;
  readonly qualifiers: Cues<true>;
  /** Those of the qualifiers that speak of what is still to come. */
  readonly next: ReadonlySet<string>;
  /** What says that an event takes place again and again. */
  readonly recurring: Cues<true>;
  /** What stands before a place that is named after an event: “presso la Fiera”. */
  readonly venues: Cues<true>;
  readonly roles: Cues<true>;
  readonly named: Cues<true>;
  readonly legal: Cues<true>;
  /** Parts of a body, such as faculties. */
  readonly units: Cues<true>;
  readonly labels: Cues<LabelKind>;
  /** Verbs by the kind of their subjects. */
  readonly verbs: Cues<NameKind>;
  /** What stands after the name of something that somebody leads. */
  readonly led: Cues<true>;
  /** What stands before a name, by its kind. */
  readonly before: Cues<NameKind>;
}

const loaded = new Map<string, NameCues>();

/** The cues of a language; those of English where there are none of its own. */
export function nameCues(language: string): NameCues {
  const code = languages.find((each) => each === language) ?? 'en';
  const cues = loaded.get(code) ?? read(code);
  loaded.set(code, cues);
  return cues;
}

/** Whether a word is an article in any of the languages. */
export function isArticle(word: string): boolean {
  return languages.some((code) => nameCues(code).articles.has(keyOf(word)));
}

function read(language: string): NameCues {
  const file = shipped(`cues/names/${language}`);
  const node = (key: string): Node => (isMap(file) ? (file[key] ?? []) : []);
  const single = (key: string) => new Set(textsOf(node(key)).map(keyOf));
  return {
    language,
    articles: single('articles'),
    connectors: single('connectors'),
    and: single('and'),
    tail: single('tail'),
    ends: single('ends'),
    plain: new Set(textsOf(node('plain')).flatMap((word) => storedForms(keyOf(word)))),
    honorifics: single('honorifics'),
    given: single('given'),
    acronyms: single('acronyms'),
    copulas: single('copulas'),
    heads: cues(byKey<HeadKind>(node('heads')), storedForms),
    qualifiers: cues(all(node('qualifiers'))),
    next: single('next'),
    recurring: cues(all(node('recurring'))),
    venues: cues(all(node('venues'))),
    roles: cues(all(node('roles')), storedForms),
    named: cues(all(node('named'))),
    legal: cues(all(node('legal'))),
    units: cues(all(node('units')), storedForms),
    labels: cues(byKey<LabelKind>(node('labels'))),
    led: cues(all(node('led'))),
    verbs: cues([
      ...textsOf(node('verbs')).map((text) => [text, 'organisation'] as const),
      ...textsOf(node('project verbs')).map((text) => [text, 'project'] as const),
    ]),
    before: cues(byKey<NameKind>(node('before'))),
  };
}

function all(node: Node): (readonly [string, true])[] {
  return textsOf(node).map((text) => [text, true] as const);
}

function byKey<Key extends string>(node: Node): (readonly [string, Key])[] {
  return Object.entries(isMap(node) ? node : {}).flatMap(([key, value]) =>
    textsOf(value).map((text) => [text, key as Key] as const),
  );
}

function keyOf(text: string): string {
  return shadow(text).replaceAll(/[\p{M}·.]/gu, '');
}

/** A book of phrases; `formsOf` gives the other forms of a word in them. */
export function cues<Value>(
  entries: readonly (readonly [string, Value])[],
  formsOf: (key: string) => readonly string[] = (key) => [key],
): Cues<Value> {
  const byFirst = new Map<string, { rest: readonly ReadonlySet<string>[]; value: Value }[]>();
  for (const [text, value] of entries) {
    const keys = wordsOf(text, shadow(text)).map((word) => word.key);
    const [first, ...rest] = keys.map((key) => new Set(formsOf(key)));
    for (const form of first ?? []) {
      const list = byFirst.get(form) ?? [];
      list.push({ rest, value });
      byFirst.set(form, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return {
    at: (words, index, end) => {
      const key = words[index]?.key ?? '';
      for (const form of isArabic(key) ? soughtForms(key) : [key]) {
        for (const { rest, value } of byFirst.get(form) ?? none) {
          if (index + rest.length >= end) continue;
          if (rest.every((keys, at) => fits(keys, words[index + 1 + at], words[index + at])))
            return { value, length: rest.length + 1 };
        }
      }
      return undefined;
    },
  };
}

const none: readonly never[] = [];

/** Only Arabic words have particles joined to them. */
function isArabic(key: string): boolean {
  const code = key.codePointAt(0) ?? 0;
  return code >= 0x621 && code <= 0x64a;
}

/** Words of a phrase stand close: a space, a hyphen, an apostrophe, a dot and a space. */
function fits(
  keys: ReadonlySet<string>,
  word: Word | undefined,
  before: Word | undefined,
): boolean {
  if (!word || !before || word.start - before.end > 2) return false;
  // “And” before a word begins another thing, not the rest of a phrase.
  if (/^و[\u0621-\u064a]{3}/.test(word.key)) return keys.has(word.key);
  return soughtForms(word.key).some((form) => keys.has(form));
}
