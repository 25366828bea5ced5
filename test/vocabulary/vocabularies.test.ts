import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { concepts, vocabularyNames } from '../../src/vocabulary/load.ts';
import { fold } from '../../src/vocabulary/fold.ts';
import { languages } from '../../src/vocabulary/world.ts';

const folder = new URL('../../data/vocabularies/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const inEightLanguages = ['themes', 'forms', 'roles', 'statuses', 'levels', 'formats'];

describe.each(files)('data/vocabularies/%s', (file) => {
  const document = parseDocument(readFileSync(new URL(file, folder), 'utf8'), {
    schema: 'failsafe',
  });

  it('is well-formed YAML without repeated keys', () => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
  });
});

it('loads every file that can be loaded, and none by another name', () => {
  for (const name of vocabularyNames) expect(concepts(name).ids().length).toBeGreaterThan(1);
  expect(() => concepts('planets')).toThrow(RangeError);
});

describe.each(vocabularyNames.filter((name) => name !== 'languages'))('%s', (name) => {
  const vocabulary = concepts(name);
  const ids = vocabulary.ids();

  it('gives no id twice and knows every broader concept', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      for (const broader of vocabulary.concept(id)?.broader ?? [])
        expect(ids, `${id} lies in ${broader}`).toContain(broader);
    }
  });

  it('finds every concept by each of its codes, labels and aliases', () => {
    const lost: string[] = [];
    for (const id of ids) {
      const concept = vocabulary.concept(id);
      const names = [
        id,
        ...(concept?.codes ?? []),
        ...Object.values(concept?.labels ?? {}),
        ...Object.values(concept?.aliases ?? {}).flat(),
      ];
      for (const written of names) {
        for (const spelling of [written, written.toUpperCase(), written.normalize('NFD')]) {
          const found = vocabulary.find(spelling);
          if (found !== id) lost.push(`${spelling} of ${id} gives ${found}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it('has no folded name in two concepts', () => {
    const owners = new Map<string, Set<string>>();
    for (const id of ids) {
      for (const folded of vocabulary.namesOf(id))
        owners.set(folded, (owners.get(folded) ?? new Set()).add(id));
    }
    expect([...owners].filter(([, of]) => of.size > 1).map(([k, of]) => [k, ...of])).toEqual([]);
  });

  it('has no name that vanishes when it is folded', () => {
    for (const id of ids) expect(vocabulary.namesOf(id)).not.toContain('');
  });

  it('ends every chain of broader concepts', () => {
    for (const id of ids) expect(vocabulary.narrower(id)[0]).toBe(id);
    const above = (id: string, seen: readonly string[]): readonly string[] =>
      (vocabulary.concept(id)?.broader ?? []).flatMap((each) =>
        seen.includes(each) ? [`${id} lies in itself`] : above(each, [...seen, each]),
      );
    expect(ids.flatMap((id) => above(id, [id]))).toEqual([]);
  });
});

it.each(inEightLanguages)('%s have a label in each of the eight languages', (name) => {
  const vocabulary = concepts(name);
  for (const id of vocabulary.ids()) {
    expect(Object.keys(vocabulary.concept(id)?.labels ?? {}).toSorted(), id).toEqual(
      [...languages].toSorted(),
    );
  }
});

describe('countries', () => {
  const countries = concepts('countries');

  it('are those of ISO 3166-1, and Kosovo', () => {
    expect(countries.ids()).toHaveLength(250);
  });

  it.each(languages)('are all found by their names in %s', (language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const wrong = countries
      .ids()
      .flatMap((id) =>
        [names.of(id) ?? id, countries.label(id, language)].map((name) => [name, id]),
      )
      .filter(([name = '', id]) => countries.find(name) !== id);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['EL', 'GR'],
    ['el', 'GR'],
    ['GR', 'GR'],
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['NO', 'NO'],
    ['no', 'NO'],
    ['Palestine', 'PS'],
    ['Grèce', 'GR'],
    ['Ελλάδα', 'GR'],
    ['الاردن', 'JO'],
    ['الأردن', 'JO'],
    ['España', 'ES'],
    ['espagne', 'ES'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Frace', undefined],
    ['EU', undefined],
    ['XX', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%j is %s', (written, code) => {
    expect(countries.find(written)).toBe(code);
  });

  it('offers the names near a slip', () => {
    expect(countries.nearest('Frace')[0]).toBe('France');
  });
});

describe('languages', () => {
  it.each([
    ['fr', 'fr'],
    ['French', 'fr'],
    ['français', 'fr'],
    ['Ελληνικά', 'el'],
    ['العربية', 'ar'],
    ['català', 'ca'],
    ['Klingonese', undefined],
  ])('%j is %s', (written, code) => {
    expect(concepts('languages').find(written)).toBe(code);
  });
});

it('folds the same names on both sides', () => {
  expect(concepts('themes').namesOf('sse')).toContain(fold('Économie sociale et solidaire'));
});
