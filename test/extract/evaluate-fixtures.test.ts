import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { annotated } from '../../src/extract/evaluate/annotated.ts';
import { conceptsOf } from '../../src/extract/evaluate/themes.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { languages } from '../../src/vocabulary/world.ts';
import { goldOf } from '../tools/annotate.ts';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const folder = join(fixtures, 'documents');

/** Annotated texts, those that rules are written by and those that are held out. */
const folders = readdirSync(fixtures)
  .map((name) => join(fixtures, name))
  .filter((each) => existsSync(join(each, 'annotations')));
const all = folders.flatMap((each) => annotated(join(each, 'gold')));

describe.each(all)('$gold.doc', ({ gold, file }) => {
  const text = readFileSync(file, 'utf8');

  test('is as its annotations say', () => {
    const name = gold.doc.replace(/\.txt$/, '');
    const written = readFileSync(join(dirname(file), 'gold', `${name}.json`), 'utf8');
    expect(written, 'run test/tools/annotate.ts').toBe(goldOf(dirname(file), name));
  });

  test('has every span where it is said to be', () => {
    const spans = spansIn(gold);
    expect(spans.length).toBeGreaterThan(30);
    for (const { start, end, text: quote } of spans) expect(text.slice(start, end)).toBe(quote);
  });

  test('names codes, concepts and things that there are', () => {
    const things = [gold.organisations, gold.projects, gold.events, gold.programmes].flat();
    const ids = new Set(['document', ...things.map(({ id }) => id)]);
    const others = [
      ...gold.organisations.flatMap(({ roles }) => (roles ?? []).map(({ of }) => of)),
      ...gold.dates.map(({ of }) => of),
    ].filter((id) => id !== undefined);
    expect(others.filter((id) => !ids.has(id))).toEqual([]);
    for (const { code } of gold.countries) expect(concepts('countries').find(code)).toBe(code);
    for (const { iso, nuts } of gold.regions)
      expect(concepts('regions').find(iso ?? nuts ?? '')).toBeDefined();
    for (const { id } of gold.themes) expect(conceptsOf(id, concepts('themes'))).toEqual([id]);
  });
});

test('each language has texts of several sorts', () => {
  for (const language of languages) {
    const sorts = all.filter(({ gold }) => gold.language.primary === language);
    expect(new Set(sorts.map(({ gold }) => gold.docType)).size, language).toBeGreaterThan(1);
  }
});

test('every text has its annotation', () => {
  const texts = folders.flatMap((each) =>
    readdirSync(each).filter((name) => name.endsWith('.txt')),
  );
  expect(all.map(({ gold }) => gold.doc).sort()).toEqual(texts.sort());
});

test('every listed word for a theme leads to concepts that there are', () => {
  const list = readFileSync(
    new URL('../../data/evaluation/theme-words.yaml', import.meta.url),
    'utf8',
  );
  const words = [...list.matchAll(/^ {2}([a-z-]+): \[/gm)].map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(10);
  for (const word of words) {
    const found = conceptsOf(word, concepts('themes'));
    expect(found.length, word).toBeGreaterThan(0);
    for (const id of found) expect(concepts('themes').concept(id), `${word}: ${id}`).toBeDefined();
  }
});

test('a folder without annotations, or without their texts, says so', () => {
  expect(() => annotated(join(folder, 'annotations'))).toThrow('holds no annotations');
  expect(() => annotated(join(folder, 'nowhere'))).toThrow('There is no folder');
  expect(() => annotated(join(folder, 'gold'), join(folder, 'gold'))).toThrow(
    /The text \S+ of \S+ is not in/,
  );
});

function spansIn(
  node: unknown,
): { readonly start: number; readonly end: number; readonly text: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(spansIn);
  const inside = Object.values(node).flatMap(spansIn);
  return 'start' in node && 'end' in node && 'text' in node
    ? [node as { start: number; end: number; text: string }, ...inside]
    : inside;
}
