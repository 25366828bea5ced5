import type { NamedActor } from './actor.ts';
import { arabicCountries } from './arabic-countries.ts';
import type { Name } from './name.ts';
import type { Rarity } from './rarity.ts';
import type { Word } from './word.ts';

/**
 * The keys by which a name is found, each with its sort before a colon: `is` the whole name, `set` its words in any
 * order, `two` pairs of its rarest words, `one` single words, `in` single words within the country, `abc` acronyms and
 * initials, `from` and `to` its first and last letters, `con` consonants across scripts.
 */
export function keysOf(name: Name, rarity: Rarity, country?: string): readonly string[] {
  const keys = new Set<string>();
  const joined = name.fold.replaceAll(' ', '');
  if (joined === '') return [];
  keys.add(`is:${joined}`);
  if (name.acronym !== undefined) addLetters(keys, name.acronym, country);
  else {
    if (joined.length >= 9) keys.add(`from:${joined.slice(0, 7)}`).add(`to:${joined.slice(-8)}`);
    const { initials, allInitials } = name;
    if (initials.length >= 3 && initials.length <= 8) addLetters(keys, initials, country);
    if (allInitials.length >= 3 && allInitials.length <= 8 && country !== undefined)
      addLetters(keys, allInitials, country);
  }
  const words = rarest(name.words, rarity);
  if (words.length > 1)
    keys.add(
      `set:${words
        .map(({ key }) => key)
        .sort()
        .join(' ')}`,
    );
  const few = words.slice(0, mostWords);
  for (const [at, word] of few.entries()) {
    if (word.role !== 'ordinary') keys.add(`one:${word.key}`);
    if (country !== undefined && at < 4) keys.add(`in:${country} ${word.key}`);
    for (const other of few.slice(at + 1, mostPaired))
      if (at < mostPaired) keys.add(`two:${[word.key, other.key].sort().join(' ')}`);
    if (word.role === 'own' && word.bones.length >= 3 && crosses(word, country))
      keys.add(`con:${word.bones}`);
  }
  name.words.forEach((word, at) => {
    if (name.capitals[at] && word.text.length > 2 && name.words.length > 1)
      addLetters(keys, word.text, country);
  });
  return [...keys];
}

/** Keys of an actor: those of its names, its own domains and its identifiers. */
export function actorKeys(actor: NamedActor, rarity: Rarity): readonly string[] {
  const keys = new Set<string>();
  for (const name of actor.names)
    for (const key of keysOf(name, rarity, actor.country)) keys.add(key);
  for (const domain of actor.domains ?? []) keys.add(`site:${domain}`);
  for (const identifier of actor.identifiers ?? []) keys.add(`no:${identifier}`);
  return [...keys];
}

const mostWords = 6;
const mostPaired = 4;

function addLetters(keys: Set<string>, letters: string, country?: string): void {
  keys.add(`abc:${letters}`);
  if (country !== undefined) keys.add(`abc:${letters} ${country}`);
}

/** Words of one meaning once, the rarest first. */
function rarest(words: readonly Word[], rarity: Rarity): readonly Word[] {
  const once = new Map(words.map((word) => [word.key, word]));
  return [...once.values()].sort((a, b) => rarity.of(b) - rarity.of(a) || (a.key < b.key ? -1 : 1));
}

function crosses(word: Word, country?: string): boolean {
  return word.isArabic || (country !== undefined && arabicCountries.has(country));
}
