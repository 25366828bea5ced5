import { describe, expect, it } from 'vitest';
import { findKnown } from '../../src/extract/names/known-names.ts';
import type { KnownRecord } from '../../src/core/known-record.ts';
import type { Passage } from '../../src/extract/text/passage.ts';
import { findPlaces } from '../../src/extract/places/places.ts';
import { findProgrammes } from '../../src/extract/names/programmes.ts';
import { findThemes } from '../../src/extract/facts/themes.ts';
import { linesAsPassage } from './lines-as-passage.ts';
import { cost } from '../cost.ts';

const records: readonly KnownRecord[] = [
  {
    id: 'a',
    kind: 'programme',
    title: 'Programme of the Programme',
    acronym: 'AA',
    names: ['Aa Aa Aa Aa Aa Aa Bb'],
  },
  { id: 'b', kind: 'organisation', title: 'Aa', names: ['Union of Union of Union of Seas'] },
];

const finders: readonly (readonly [string, (passage: Passage) => unknown])[] = [
  ['places', findPlaces],
  ['themes', findThemes],
  ['programmes', (passage) => findProgrammes(passage, records)],
  ['known names', (passage) => findKnown(passage, records)],
];

/** Fragments that make the most of what can be begun and never ends. */
const fragments = [
  'Valencia, ',
  'Castilla y ',
  'in French and ',
  'Georgia ',
  'de la ',
  'Programme ',
  'programme “',
  'ENI CBC ',
  'Union of ',
  'social and ',
  'Aa ',
  '(',
  'Ελλάδα ',
  'والاقتصاد ',
  'Nice. ',
];

describe.each(fragments)('in a text of “%s”', (fragment) => {
  const of = (size: number) => linesAsPassage(fragment.repeat(size / fragment.length), 'en');
  const [small, large] = [of(50_000), of(200_000)];

  it.each(finders)('%s take time in proportion to it', (_, find) => {
    find(small);
    expect(cost(() => find(large), 2)).toBeLessThan(12 * cost(() => find(small), 2) + 50);
  });
});
