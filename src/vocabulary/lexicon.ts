import type { Lexicon, Meaning } from '../core/lexicon.ts';
import { isList, isMap, isText } from '../core/node.ts';
import { shipped } from '../shipped.ts';
import { arabicForms, bareArabic } from './arabic.ts';
import type { Concept } from './concept.ts';
import { fold } from './fold.ts';
import type { Vocabularies } from './load.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The vocabularies in whose names somebody thinks who looks for words. */
const searched = ['themes', 'forms', 'countries', 'regions', 'sets', 'kinds'] as const;

/** A set of more countries says nothing about where: it is looked for by its names only. */
const widest = 12;

/**
 * A {@link Lexicon} as text, from which a search takes a few of ten thousand names without reading the others: each name in
 * a line with the numbers of what it means, then these, each as JSON in a line with its number.
 */
export function lexiconText(vocabularies: Vocabularies): string {
  const names = new Map<string, Set<number>>();
  const meanings: Meaning[] = [];
  for (const name of searched) {
    const vocabulary = vocabularies(name);
    const numbers = new Map<string, number>();
    for (const id of vocabulary.ids()) {
      const concept = vocabulary.concept(id);
      if (!concept) continue;
      numbers.set(id, meanings.length);
      meanings.push(meaningOf(concept, vocabulary, vocabularies));
    }
    for (const [written, ids] of vocabulary.names()) {
      const known = ids.flatMap((id) => numbers.get(id) ?? []);
      for (const key of new Set([written, bareArabic(written)]))
        if (key.length > 1 && known.length > 0)
          names.set(key, new Set([...(names.get(key) ?? []), ...known]));
    }
  }
  for (const cityNames of citiesInSeveral()) {
    for (const name of cityNames)
      names.set(name, new Set([...(names.get(name) ?? []), meanings.length]));
    meanings.push({ phrases: cityNames, facets: [] });
  }
  const named = [...names].map(([name, numbers]) => `${name}\t${[...numbers].join(' ')}\n`);
  const meant = meanings.map((meaning, number) => `#${number}\t${JSON.stringify(meaning)}\n`);
  return `\n${named.join('')}${meant.join('')}`;
}

/** The folded names of each city that is called differently in some language: records carry cities as text. */
function citiesInSeveral(): readonly (readonly string[])[] {
  const file = shipped('vocabularies/cities');
  const list = isMap(file) ? file['concepts'] : undefined;
  return (list !== undefined && isList(list) ? list : []).filter(isMap).flatMap((node) => {
    const { name, names } = node;
    const others = names !== undefined && isMap(names) ? Object.values(names).flat() : [];
    const written = [name, ...others].filter((each) => each !== undefined && isText(each));
    const folded = [...new Set(written.map(fold))].filter((each) => each.length > 2);
    return folded.length > 1 ? [folded] : [];
  });
}

/** The lexicon that a {@link lexiconText} holds. */
export function lexiconOf(text: Buffer): Lexicon {
  const asked = new Map<string, readonly Meaning[]>();
  const meanings = (name: string) => {
    const known = line(text, name) ?? line(text, bareArabic(name)) ?? line(text, singular(name));
    const numbers = known?.split(' ') ?? [];
    return numbers.map((number) => JSON.parse(line(text, `#${number}`) ?? '') as Meaning);
  };
  return {
    longest: 10,
    meanings: (name) => {
      const found = asked.get(name) ?? meanings(name);
      asked.set(name, found);
      return found;
    },
    words: function* () {
      const names = text.toString('utf8', 1, text.indexOf('\n#'));
      for (const named of names.split('\n')) yield* named.slice(0, named.indexOf('\t')).split(' ');
    },
  };
}

/** What stands after a key in its line; folded names hold neither `#` nor a tab. */
function line(text: Buffer, key: string): string | undefined {
  const start = `\n${key}\t`;
  const at = text.indexOf(start);
  if (at < 0) return undefined;
  return text.toString('utf8', at + Buffer.byteLength(start), text.indexOf('\n', at + 1));
}

/** A plural that is made by -s, as most are in half of the languages; names stand in the singular. */
function singular(name: string): string {
  return name.replaceAll(/(?<=[a-z]{3})s(?= |$)/g, '');
}

/** What a concept stands for. A kind is met by the records of it, a region by its name: `Andalusian` is said of much else. */
function meaningOf(concept: Concept, vocabulary: Vocabulary, vocabularies: Vocabularies): Meaning {
  const { id, labels, aliases = {}, demonyms = {}, members } = concept;
  if (vocabulary.name === 'kinds')
    return { phrases: [], facets: [{ facet: 'kind', values: [id] }] };
  const main = [...new Set(Object.values(labels).map(withoutCountry).map(fold))];
  const peoples = vocabulary.name === 'regions' ? [] : Object.values(demonyms).flat();
  const further = [...Object.values(aliases).flat(), ...peoples].map(fold);
  const many = vocabulary.name === 'forms' ? Object.entries(labels).flatMap(plural) : [];
  const phrases = [...main, ...many, ...main.flatMap(arabicPhrases), ...further];
  return {
    phrases: [...new Set(phrases)].filter((phrase) => phrase.length > 2),
    facets: members?.length ? setFacets(members, vocabularies) : [facetOf(vocabulary, id)],
  };
}

/** Texts speak of forms of organisations in the plural as often; only what takes a plain -s. */
function plural([language, label]: readonly [string, string]): readonly string[] {
  const regular: { readonly [language: string]: RegExp } = {
    en: /^[a-z]+[^ysxz]$/,
    fr: /^[a-z]+[^sxzu]$/,
    es: /^[a-z]+[aeo]$/,
    pt: /^[a-z]+[aeo]$/,
  };
  const folded = fold(label);
  return regular[language]?.test(folded) ? [`${folded}s`] : [];
}

function facetOf(vocabulary: Vocabulary, id: string): Meaning['facets'][number] {
  return { facet: vocabulary.name, values: vocabulary.narrower(id) };
}

function setFacets(members: readonly string[], vocabularies: Vocabularies): Meaning['facets'] {
  const countries = members.filter((id) => /^[A-Z]{2}$/.test(id));
  if (countries.length > widest) return [];
  const regions = members.filter((id) => !countries.includes(id));
  const inside = regions.flatMap((id) => vocabularies('regions').narrower(id));
  return [
    { facet: 'countries', values: countries },
    { facet: 'regions', values: inside },
  ].filter(({ values }) => values.length > 0);
}

/** The first word of an Arabic label with what else may be joined to it, and its “and” apart. */
function arabicPhrases(label: string): readonly string[] {
  const [first = '', ...rest] = label.split(' ');
  const forms = arabicForms(first).map((form) => [form, ...rest].join(' '));
  const apart = label.replaceAll(/ و(?=ال)/g, ' و ');
  return apart === label ? forms : [...forms, apart];
}

function withoutCountry(label: string): string {
  return label.replace(/ \([A-Z]{2}\)$/, '');
}
