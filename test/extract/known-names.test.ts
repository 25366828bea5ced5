import { expect, it } from 'vitest';
import { findKnown } from '../../src/extract/names/known-names.ts';
import type { KnownRecord } from '../../src/core/known-record.ts';
import { linesAsPassage } from './lines-as-passage.ts';

const records: readonly KnownRecord[] = [
  {
    id: 'rch',
    kind: 'organisation',
    title: 'Riverside Cooperative House',
    acronym: 'RCH',
    names: ['Maison coopérative des Rives'],
  },
  {
    id: 'rch-norte',
    kind: 'organisation',
    title: 'Red Cooperativa Huertana',
    acronym: 'RCH',
    names: [],
  },
  {
    id: 'eu',
    kind: 'organisation',
    title: 'European Union',
    acronym: 'EU',
    names: ['Union européenne', 'UE'],
  },
  { id: 'seamed', kind: 'organisation', title: 'seaMed', names: [] },
  { id: 'bridge', kind: 'project', title: 'Bridge', names: [] },
  { id: 'olivares', kind: 'organisation', title: 'OLIVARES', names: [] },
  { id: 'med', kind: 'programme', title: 'MED', names: [] },
  { id: 'kinisi', kind: 'organisation', title: 'Κοινωνική Κίνηση', names: [] },
  { id: 'ittihad', kind: 'organisation', title: 'الاتحاد التعاوني', names: [] },
  { id: 'sea', kind: 'organisation', title: 'Sea School', names: [] },
];

/** Mentions as `words of the text = records`. */
function known(text: string, language = 'en'): string[] {
  return findKnown(linesAsPassage(text, language), records).map(
    ({ start, end, records }) => `${text.slice(start, end)} = ${records.join(' or ')}`,
  );
}

it.each([
  [
    'title and acronym',
    'The Riverside Cooperative House (RCH) opened.',
    ['Riverside Cooperative House = rch', 'RCH = rch or rch-norte'],
  ],
  ['long names in any case of their small words', 'the Riverside cooperative House', []],
  [
    'names in other languages',
    'La Maison coopérative des Rives a ouvert.',
    ['Maison coopérative des Rives = rch'],
  ],
  ['acronyms in their case only', 'An rch and a Rch.', []],
  [
    'two letters beside the longer name',
    'The European Union (EU) paid.',
    ['European Union = eu', 'EU = eu'],
  ],
  ['two letters alone are left', 'The EU paid.', []],
  [
    'brands in every case but small',
    'With seaMed and SEAMED, not seamed.',
    ['seaMed = seamed', 'SEAMED = seamed'],
  ],
  ['a common word at the start of a sentence', 'Bridge after bridge was built.', []],
  [
    'a common word that is a name elsewhere',
    'Bridge is a project. We love Bridge.',
    ['Bridge = bridge', 'Bridge = bridge'],
  ],
  ['long words of capitals as names', 'In Olivares they met.', ['Olivares = olivares']],
  ['nothing inside a longer acronym or word', 'Euro-MED, ENI CBC MED and seamed olivares.', []],
  ['nothing in addresses', 'Write to info@olivares.coop or MED@example.org.', []],
  [
    'short names with their capitals only',
    'A sea school for the Sea School.',
    ['Sea School = sea'],
  ],
])('%s: %s', (_, text, expected) => {
  expect(known(text)).toEqual(expected);
});

it.each([
  ['el', 'Μέλη της Κοινωνικής Κίνησης', ['Κοινωνικής Κίνησης = kinisi']],
  ['ar', 'وقال والاتحاد التعاوني', ['والاتحاد التعاوني = ittihad']],
])('bends: %s', (language, text, expected) => {
  expect(known(text, language)).toEqual(expected);
});
