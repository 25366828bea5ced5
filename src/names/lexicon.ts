import type { Node } from '../core/node.ts';
import { isMap, textsOf } from '../core/node.ts';
import { shipped } from '../shipped.ts';
import { bareArabic } from '../vocabulary/arabic.ts';
import { fold } from '../vocabulary/fold.ts';
import { concepts } from '../vocabulary/load.ts';
import { cognateKey } from './cognate.ts';
import { latin } from './latin.ts';

/** What sort of meaning a group of words has. */
type Sort = 'kind' | 'thing' | 'ordinary';

/** A group of words that mean the same. */
export interface Group {
  readonly id: string;
  readonly sort: Sort;
  /** First letters of its words in any language, in Latin script. */
  readonly initials: ReadonlySet<string>;
}

/** A legal form: its tag, and what the forms of all countries have in common. */
export interface LegalForm {
  readonly id: string;
  readonly class: string;
  readonly country: string;
}

/** A place and what it lies in; `wide` for an area of several countries. */
export interface Place {
  readonly id: string;
  readonly country?: string;
  readonly region?: string;
}

/** A sequence of words and what it means. */
export interface Phrase<Meaning> {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** Phrases by their first word, the longest first. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

/** The longest phrase that begins at a word and ends before `to`. */
export function phraseAt<Meaning>(
  phrases: Phrases<Meaning>,
  words: readonly string[],
  at: number,
  to: number,
): Phrase<Meaning> | undefined {
  return phrases
    .get(words[at] ?? '')
    ?.find(
      (each) =>
        at + each.words.length <= to && each.words.every((word, n) => words[at + n] === word),
    );
}

/** All that is known about words in names; words are folded and in Latin letters. */
export interface NameLexicon {
  readonly stop: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly groupKeys: ReadonlyMap<string, Group>;
  readonly forms: Phrases<LegalForm>;
  readonly places: Phrases<Place>;
}

let made: NameLexicon | undefined;

/** The lexicon from `data/names` and the shipped countries and regions, read when first asked for. */
export function nameLexicon(): NameLexicon {
  return (made ??= read());
}

function read(): NameLexicon {
  const groups = new Map<string, Group>();
  const groupKeys = new Map<string, Group>();
  for (const [sort, name] of sorts) {
    for (const [id, words] of entries(entriesOf('concepts').get(name))) {
      const known = textsOf(words)
        .flatMap((text) => text.split(' '))
        .map(wordOf);
      const group = { id, sort, initials: new Set(known.map((word) => word[0] ?? '')) };
      for (const word of known) if (!groups.has(word)) groups.set(word, group);
    }
  }
  for (const [word, group] of groups) {
    const key = cognateKey(word);
    if (key.length >= 5 && !groupKeys.has(key)) groupKeys.set(key, group);
  }
  return {
    stop: new Set([...entriesOf('stop-words').values()].flatMap(textsOf).map(wordOf)),
    numbers: new Map(
      [...entriesOf('numbers')].flatMap(([number, words]) =>
        textsOf(words).map((word) => [wordOf(word), number] as const),
      ),
    ),
    groups,
    groupKeys,
    forms: readForms(),
    places: readPlaces(groups),
  };
}

const sorts: readonly (readonly [Sort, string])[] = [
  ['kind', 'kinds'],
  ['thing', 'things'],
  ['ordinary', 'ordinary'],
];

function entriesOf(file: string): ReadonlyMap<string, Node> {
  return new Map(entries(shipped(`names/${file}`)));
}

function entries(node: Node | undefined): [string, Node][] {
  return Object.entries(isMap(node) ? node : {}).filter(
    (entry): entry is [string, Node] => entry[1] !== undefined,
  );
}

function wordOf(text: string): string {
  return wordsOf(text).join('');
}

/** Folded words in Latin letters, as names are split. */
function wordsOf(text: string): string[] {
  return fold(text).split(' ').map(bareArabic).map(latin);
}

function readForms(): Phrases<LegalForm> {
  const found: Phrase<LegalForm>[] = [];
  for (const [group, countries] of entriesOf('legal-forms')) {
    for (const [country, forms] of entries(countries)) {
      for (const [id, written] of entries(forms)) {
        const meaning = { id, class: group, country };
        for (const text of textsOf(written)) found.push({ words: wordsOf(text), meaning });
      }
    }
  }
  return byFirst(found, true);
}

function readPlaces(groups: ReadonlyMap<string, Group>): Phrases<Place> {
  const found: Phrase<Place>[] = [];
  const file = entriesOf('toponyms');
  const ordinary = new Set(
    textsOf(file.get('not-places') ?? []).map((text) => wordsOf(text).join(' ')),
  );
  const add = (texts: Iterable<string>, meaning: Place, least = 3) => {
    for (const text of texts) {
      const words = wordsOf(text.replace(/ \([A-Z]{2}\)$/, ''));
      const joined = words.join(' ');
      if (joined.length < least || ordinary.has(joined) || groups.has(joined)) continue;
      found.push({ words, meaning });
    }
  };
  for (const [id, names] of entries(file.get('wide'))) add(textsOf(names), { id });
  for (const [id, names] of entries(file.get('regions'))) add(textsOf(names), regionOf(id));
  const countries = concepts('countries');
  for (const id of countries.ids()) {
    const { labels = {}, aliases = {}, demonyms = {} } = countries.concept(id) ?? {};
    const names = [labels, aliases, demonyms].flatMap((each) => Object.values(each).flat());
    add(names, { id, country: id }, 2);
  }
  for (const [id, [country = '', region = '', ...names]] of entries(file.get('cities')).map(
    ([id, node]) => [id, textsOf(node)] as const,
  )) {
    add(names, {
      id,
      ...(country === 'XX' ? {} : { country }),
      ...(region === 'XX' ? {} : { region }),
    });
  }
  const regions = concepts('regions');
  for (const id of regions.ids()) {
    const { labels = {}, aliases = {}, country } = regions.concept(id) ?? {};
    const names = [labels, aliases].flatMap((each) => Object.values(each).flat());
    add(names, { id, region: id, ...(country === undefined ? {} : { country }) }, 4);
  }
  return byFirst(found);
}

function regionOf(id: string): Place {
  const country = id.startsWith('EL') ? 'GR' : id.slice(0, 2);
  return { id, region: id, country };
}

/** The first meaning of a phrase stays, or all do. */
function byFirst<Meaning>(phrases: readonly Phrase<Meaning>[], keepsAll = false): Phrases<Meaning> {
  const map = new Map<string, Phrase<Meaning>[]>();
  const seen = new Set<string>();
  for (const phrase of phrases) {
    const spelled = phrase.words.join(' ');
    if (!keepsAll && seen.has(spelled)) continue;
    seen.add(spelled);
    const first = phrase.words[0] ?? '';
    const known = map.get(first);
    if (known) known.push(phrase);
    else map.set(first, [phrase]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
