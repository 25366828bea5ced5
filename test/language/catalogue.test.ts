import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { catalogue, languageOf } from '../../src/language/catalogue.ts';
import { languages } from '../../src/vocabulary/world.ts';
import { namesIn } from '../../src/registry.ts';
import { indexedFiles, kinds, tableOf } from '../reports/played.ts';

type Texts = { readonly [key: string]: string | Texts };

const folder = new URL('../../data/languages/', import.meta.url);
const textsIn = (language: string): Texts =>
  load(readFileSync(new URL(`${language}.yaml`, folder), 'utf8'), {
    schema: FAILSAFE_SCHEMA,
  }) as Texts;

function pathsIn(texts: Texts): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [key] : pathsIn(text).map((path) => `${key}/${path}`),
  );
}

const english = pathsIn(textsIn('en'));

test.each(languages)('%s says all that English says, and no more', (language) => {
  expect(pathsIn(textsIn(language))).toEqual(english);
});

test.each(languages)('%s has no empty text and no blanks around one', (language) => {
  for (const text of JSON.stringify(textsIn(language)).match(/"[^"]*"/g) ?? [])
    expect(text).toMatch(/^"\S(?:.*\S)?"$/);
});

test('a header never begins with ID, which Excel takes for a file of another program', () => {
  for (const language of languages)
    expect(JSON.stringify(textsIn(language)['columns'])).not.toMatch(/:"ID/);
});

test('English names every field, relation and kind', () => {
  const { columns, relations, inverses, kinds: named } = textsIn('en') as { [part: string]: Texts };
  for (const kind of kinds.all()) {
    expect(named).toHaveProperty([kind.name, 'one']);
    expect({ ...columns, ...relations }).toMatchObject(
      Object.fromEntries(Object.keys(kind.fields).map((field) => [field, expect.any(String)])),
    );
    for (const [name, { inverse }] of Object.entries(kind.relations)) {
      expect(relations).toHaveProperty([name]);
      expect(inverses).toHaveProperty([inverse]);
    }
  }
});

test.each(namesIn('reports'))('English names every column of %s', async (name) => {
  const store = await indexedFiles({ 'events/fair.md': 'title: Fair' });
  const { columns, relations } = textsIn('en') as { [part: string]: Texts };
  const words = name === 'records' ? kinds.all().map((kind) => kind.name) : ['fair'];
  for (const argument of words) {
    const table = await tableOf(name, store, { argument, withPeople: true });
    for (const { key } of table.columns) expect({ ...columns, ...relations }).toHaveProperty([key]);
  }
});

test('a catalogue answers in its language, else in English, else with the key', () => {
  const french = catalogue('fr');
  expect(french.column('country')).toBe('Pays');
  expect(french.column('lead')).toBe('Chef de file');
  expect([french.kind('project'), french.kind('project', true)]).toEqual(['Projet', 'Projets']);
  expect(french.relation('lead')).toBe('Chef de file');
  expect(french.inverse('partner in')).toBe('Partenaire de');
  expect(french.phrase('total-distinct')).toBe('Total (sans doublons)');
  expect(catalogue('xx').column('country')).toBe('Country');
  expect(['constructor', 'my_own_key'].map((key) => french.column(key))).toEqual([
    'constructor',
    'my_own_key',
  ]);
});

test.each([
  ['fr', 'fr'],
  ['fr_FR.UTF-8', 'fr'],
  ['FR-fr', 'fr'],
  ['pt-BR', 'pt'],
  ['ar@latin', 'ar'],
  ['el', 'el'],
  ['de', undefined],
  ['C', undefined],
  ['POSIX', undefined],
  ['english', undefined],
  ['', undefined],
])('%s is read as %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('records are counted in words that need no form for few and many', () => {
  const told = (language: string, count: number) =>
    catalogue(language).counted('organisation', count);
  expect([told('fr', 1), told('fr', 18)]).toEqual(['1 organisation', '18 organisations']);
  expect([told('ar', 2), told('ar', 18)]).toEqual(['منظمات: 2', 'منظمات: 18']);
});
