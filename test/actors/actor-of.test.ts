import { expect, test } from 'vitest';
import { actorOf } from '../../src/actors/actor-of.ts';
import type { StoredRecord } from '../../src/store/store.ts';

function cityOf(city: string): string | undefined {
  const record = { id: 'a', kind: 'organisation', title: 'A', values: { city: [city] } };
  return actorOf(record as unknown as StoredRecord).city;
}

test.each([
  ['Marseille', 'Marsiglia'],
  ['Athens', 'Αθήνα'],
  ['Genoa', 'Gênes'],
  ['Sevilla', 'Seville'],
  ['Zaragoza', 'zaragoza'],
])('%s and %s are one city', (a, b) => {
  expect(cityOf(a)).toBe(cityOf(b));
});

test.each([
  ['Marseille', 'Montpellier'],
  ['Barcelona', 'Valencia'],
  ['Villanueva de Abajo', 'Villanueva de Arriba'],
])('%s and %s are two', (a, b) => {
  expect(cityOf(a)).not.toBe(cityOf(b));
});
