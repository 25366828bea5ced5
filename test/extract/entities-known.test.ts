import { expect, test } from 'vitest';
import type { KnownSpan } from '../../src/extract/names/entities.ts';
import { findEntities } from '../../src/extract/names/entities.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';

const read = (text: string) =>
  makePassage({ format: 'text', text, blocks: textBlocks(text), metadata: {}, notes: [] });

function known(text: string, name: string, ...records: KnownSpan['records']): KnownSpan[] {
  return [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
    records,
  }));
}

const lega = { id: 'legabake', kind: 'organisation', title: 'Legabake' };

test('a known name takes the kind of its record, and its acronym and mentions those of the document', () => {
  const text = 'The Union of Island Bakers (UIB) met. UIB promotes bread.';
  const spans = known(text, 'Union of Island Bakers', {
    id: 'uib',
    kind: 'organisation',
    title: 'Union of Island Bakers',
  });
  const [union, ...others] = findEntities(read(text), { known: spans }).entities;
  expect(union).toMatchObject({ record: 'uib', acronym: 'UIB', rule: 'known' });
  expect(union?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Union of Island Bakers',
    'UIB',
    'UIB',
  ]);
  expect(others).toEqual([]);
});

test('a known name within the longer name of another is not that record', () => {
  const text = 'The meeting was hosted by Legabake Sicilia. Legabake announced a prize.';
  const places = [{ start: text.indexOf('Sicilia'), end: text.indexOf('Sicilia') + 7 }];
  const { entities } = findEntities(read(text), { known: known(text, 'Legabake', lega), places });
  expect(entities.map(({ title, record }) => [title, record])).toEqual([
    ['Legabake Sicilia', undefined],
    ['Legabake', 'legabake'],
  ]);
});

test('a region at the end of the names of others does nothing itself', () => {
  const text =
    'Con la experiencia de la Red de Panaderas de Campania, la asociación Solibread. El pan es caro en Campania.';
  const region = { id: 'region-campania', kind: 'organisation', title: 'Campania' };
  const spans = known(text, 'Campania', region);
  const { entities } = findEntities(read(text), { known: spans, places: spans });
  expect(entities.map(({ record }) => record)).not.toContain('region-campania');
  const acting = 'The forum was organised by Campania. Bread is dear in Campania.';
  const hits = known(acting, 'Campania', region);
  expect(findEntities(read(acting), { known: hits, places: hits }).entities).toMatchObject([
    { record: 'region-campania' },
  ]);
});

test('of two records that share a name, the one of the kind that the text speaks of is meant', () => {
  const text = 'The FORNO project has ended. The FORNO project had six partners.';
  const spans = known(
    text,
    'FORNO',
    { id: 'forno', kind: 'organisation', title: 'Forno' },
    { id: 'forno-project', kind: 'project', title: 'Forno' },
  );
  expect(findEntities(read(text), { known: spans }).entities).toMatchObject([
    { kind: 'project', record: 'forno-project' },
  ]);
});

test('where nothing says which, both are candidates', () => {
  const text = 'We saw it at Forno yesterday.';
  const spans = known(
    text,
    'Forno',
    { id: 'a', kind: 'organisation', title: 'Forno' },
    { id: 'b', kind: 'project', title: 'Forno' },
  );
  expect(findEntities(read(text), { known: spans }).entities).toMatchObject([
    { candidates: ['a', 'b'] },
  ]);
});

test('an acronym that the document spells out otherwise is not the record that bears it', () => {
  const text = 'The Institute of Coastal Studies (ICS) took part. ICS published a book.';
  const spans = known(text, 'ICS', { id: 'ics', kind: 'project', title: 'ICS' });
  const { entities } = findEntities(read(text), { known: spans });
  expect(entities).toMatchObject([
    { kind: 'organisation', title: 'Institute of Coastal Studies', acronym: 'ICS' },
  ]);
  expect(entities[0]?.record).toBeUndefined();
});

test('ids are slugs of the titles, and unique', () => {
  const text = 'Lead partner: Casa Verde\nProject title: Casa Verde';
  const ids = findEntities(read(text), {}).entities.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe('casa-verde');
});
