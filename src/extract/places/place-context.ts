import type { Passage, PassageBlock } from '../text/passage.ts';
import { placeMap, placeWords } from './place-cues.ts';
import { sentenceAt } from '../text/sentence-at.ts';
import { shadow } from '../text/shadow.ts';
import type { Word } from '../text/word.ts';

/** Words of a passage, from the first to before the last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const words = {
  particles: placeWords('particles'),
  titles: placeWords('titles'),
  given: placeWords('given'),
  givenPlaces: placeWords('given-places'),
  placeNouns: placeWords('place-nouns'),
  doubtful: placeWords('doubtful'),
  notInitial: placeWords('not-initial'),
  beforePlaces: placeWords('before-places'),
  streetsBefore: placeWords('streets-before'),
  streetsAfter: placeWords('streets-after'),
  regions: placeWords('region-words'),
  areas: placeWords('area-words'),
  provinces: placeWords('province-words'),
  stateBodies: placeWords('state-bodies'),
  languageBefore: placeWords('language-before'),
  languageAfter: placeWords('language-after'),
  masculine: placeWords('masculine-articles'),
  otherLanguages: placeWords('other-languages'),
};
const streetsByLanguage = placeMap('streets-by-language');
const notInLanguage = placeMap('not-in-language');

/** Whether a name stands inside that of a street, a lake, an hotel. */
export function isInStreet(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  const before = decisive(passage, block, at);
  if (before && isStreet(before, block.language)) return true;
  const after = beside(passage, block, at.last - 1, 1);
  return after !== undefined && after.shape !== 'lower' && words.streetsAfter.has(after.key);
}

function isStreet(word: Word, language: string): boolean {
  if (words.streetsBefore.has(word.key)) return true;
  const here = streetsByLanguage.get(language) ?? [];
  return (
    here.includes(word.key) || (word.key === 'via' && word.shape === 'capital' && language !== 'en')
  );
}

/** Whether a text holds a word for a street, as addresses do. */
export function hasStreet(text: string): boolean {
  return (shadow(text).match(/[\p{L}\p{M}]{1,30}/gu) ?? []).some(
    (word) => words.streetsBefore.has(word) || words.streetsAfter.has(word),
  );
}

/** Whether a name is that of a person: after a title or a given name, or itself a given name before a surname. */
export function isInPerson(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  const first = passage.words[at.first];
  if (first === undefined || at.last - at.first > 1) return false;
  const before = previous(passage, block, at.first);
  if (before && before.shape !== 'lower') {
    if (words.titles.has(before.key)) return true;
    if (words.given.has(before.key)) return true;
    if (
      before.end - before.start === 1 &&
      /^\. ?$/.test(passage.text.slice(before.end, first.start)) &&
      before.shape === 'capital'
    )
      return true;
  }
  if (first.shape === 'caseless' || !words.givenPlaces.has(first.key)) return false;
  const after = beside(passage, block, at.first, 1);
  if (!after || !/^(?:capital|mixed|upper)$/.test(after.shape) || first.shape === 'upper')
    return false;
  return (
    !words.placeNouns.has(after.key) && !words.regions.has(after.key) && after.end - after.start > 1
  );
}

/** The word before a name, over particles such as “de la” that belong to a surname. */
function previous(passage: Passage, block: PassageBlock, first: number): Word | undefined {
  for (let at = first, step = 0; step < 3; step++, at--) {
    const word = beside(passage, block, at, -1, true);
    if (!word || word.shape !== 'lower' || !words.particles.has(word.key)) return word;
  }
  return undefined;
}

/** Whether a word that is seldom a place is one here: written as a name, and asked for by the word before. */
export function isDoubtful(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  const first = passage.words[at.first];
  if (first === undefined || at.last - at.first > 1) return false;
  if (notInLanguage.get(block.language)?.includes(first.key)) return true;
  if (words.notInitial.has(first.key))
    return isInitial(block, first) && !isCalledRegion(passage, block, at);
  if (isJoinedDoubtful(passage, block, at.first)) return true;
  if (!words.doubtful.has(first.key)) return false;
  if (first.shape === 'upper') return true;
  const before = beside(passage, block, at.first, -1);
  if (before && (words.beforePlaces.has(before.key) || words.regions.has(before.key))) return false;
  const decider = decisive(passage, block, at);
  if (
    decider &&
    before !== decider &&
    (words.beforePlaces.has(decider.key) || words.regions.has(decider.key))
  )
    return false;
  if (
    first.shape !== 'caseless' &&
    before &&
    words.particles.has(before.key) &&
    before.key.length > 1
  )
    return false;
  return !/^ ?(?:\(|, )[\p{Lu}\u0621-\u064a]/u.test(passage.text.slice(first.end, first.end + 4));
}

/** “وصور”, “and pictures”: after a particle, a word that seldom is a place is one only in a list that a word such as “in” begins. */
function isJoinedDoubtful(passage: Passage, block: PassageBlock, at: number): boolean {
  const key = passage.words[at]?.key ?? '';
  if (!/^[وفكل]/.test(key) || !words.doubtful.has(key.slice(1))) return false;
  const before = passage.words.slice(Math.max(block.firstWord, at - longestList), at);
  return !before.some((word) => words.beforePlaces.has(word.key) || words.regions.has(word.key));
}

/** So many words back the list of a place may begin. */
const longestList = 8;

function isInitial(block: PassageBlock, word: Word): boolean {
  const start = sentenceAt(block.sentences, word.start)?.start ?? block.start;
  return word.start - start < 3;
}

/** Whether a word such as “region” stands beside a name, or one such as “area” by which a town stands for what lies around it. */
export function isCalledRegion(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  return isBeside(passage, block, at, words.regions);
}

/** Whether a word such as “province” stands beside a name. */
export function isCalledProvince(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  return isBeside(passage, block, at, words.provinces);
}

/** Whether a nationality is that of an embassy or an agency, also one for something: `Agence française de …`, `وكالة التنمية الفرنسية`. */
export function isOfStateBody(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  const after = beside(passage, block, at.last - 1, 1);
  if (after && words.stateBodies.has(after.key)) return true;
  for (let back = 1, from = at.first; back <= 2; back++, from--) {
    const word = beside(passage, block, from, -1);
    if (!word) return false;
    if (words.stateBodies.has(word.key.replace(/^(?:و|ب|ل)?ال/, ''))) return true;
  }
  return false;
}

/** Whether a town is named for the area around it. */
export function isCalledArea(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  return isBeside(passage, block, at, words.areas);
}

function isBeside(
  passage: Passage,
  block: PassageBlock,
  at: Stretch,
  set: ReadonlySet<string>,
): boolean {
  const before = decisive(passage, block, at);
  if (before && set.has(before.key)) return true;
  const after = beside(passage, block, at.last - 1, 1);
  return after !== undefined && set.has(after.key);
}

/** Whether a nationality means a language: “in French”, “Spanish version”, “(espagnol)”, “arabe et français”. */
export function isLanguage(passage: Passage, block: PassageBlock, at: Stretch): boolean {
  const { text } = passage;
  const word = passage.words[at.first];
  if (word === undefined) return false;
  const before = beside(passage, block, at.first, -1);
  if (before && words.languageBefore.has(before.key)) {
    const after = beside(passage, block, at.last - 1, 1);
    // “in Spanish cooperatives” speaks of the country.
    if (before.key.length > 2 || !after || !isNoun(passage, word, after)) return true;
  }
  if (isAlone(passage, block, at, word, before)) return true;
  if (word.key.startsWith('ب') && word.key.endsWith('ه')) return true;
  const after = beside(passage, block, at.last - 1, 1);
  if (after && words.languageAfter.has(after.key)) return true;
  const end = passage.words[at.last - 1]?.end ?? word.end;
  if (
    /[([|]\s?$/.test(text.slice(Math.max(0, word.start - 2), word.start)) &&
    /^\s?[)\]|]/.test(text.slice(end, end + 2))
  )
    return true;
  return [-4, -3, -2, -1, 1, 2, 3, 4].some((step) => {
    const index = at.first + step;
    const near = passage.words[index];
    if (!near || index < block.firstWord || index >= block.lastWord) return false;
    if (!words.otherLanguages.has(near.key)) return false;
    return listed.test(step < 0 ? text.slice(near.end, word.start) : text.slice(end, near.start));
  });
}

/** “Original: French”; “del francés al italiano”: after a label, or after the article and before no noun. */
function isAlone(
  passage: Passage,
  block: PassageBlock,
  at: Stretch,
  word: Word,
  before: Word | undefined,
): boolean {
  const label = at.first > block.firstWord ? passage.words[at.first - 1] : undefined;
  if (label && words.languageBefore.has(label.key))
    if (/^\s?:\s$/.test(passage.text.slice(label.end, word.start))) return true;
  if (!before || !words.masculine.has(before.key)) return false;
  const after = beside(passage, block, at.last - 1, 1);
  return !after || !isNoun(passage, word, after);
}

/** Between two languages: a sign or a short word, and an article. */
const listed = /^(?:\s?[,/|&\p{Pd}]\s?|\s)(?:\p{L}{1,3}\s){0,3}(?:\p{L}{1,2}['’])?$/u;

/** After the nationality comes, without a sign between, what it describes. */
function isNoun(passage: Passage, word: Word, after: Word): boolean {
  return /^\s$/.test(passage.text.slice(word.end, after.start)) && after.key.length > 3;
}

/** The nearest word before a name that is no particle, up to four words back and not over a sign. */
function decisive(passage: Passage, block: PassageBlock, at: Stretch): Word | undefined {
  for (let from = at.first, step = 0; step < 4; step++, from--) {
    const word = beside(passage, block, from, -1, true);
    if (!word || !words.particles.has(word.key)) return word;
  }
  return undefined;
}

/** The word next to one, where only a space, a hyphen, an apostrophe or the dot of an abbreviation stands between. */
function beside(
  passage: Passage,
  block: PassageBlock,
  index: number,
  step: 1 | -1,
  dot = false,
): Word | undefined {
  const here = passage.words[index];
  const next = index + step;
  if (next < block.firstWord || next >= block.lastWord) return undefined;
  const other = passage.words[next];
  if (!here || !other) return undefined;
  const gap =
    step < 0
      ? passage.text.slice(other.end, here.start)
      : passage.text.slice(here.end, other.start);
  // The next cell of a row speaks of something else.
  if (gap.includes('\t')) return undefined;
  const isNear =
    /^[\s\p{Pd}'’“"«‘]{0,3}$/u.test(gap) ||
    (dot && /^\.\s?$/.test(gap) && other.end - other.start < 5);
  return isNear ? other : undefined;
}
