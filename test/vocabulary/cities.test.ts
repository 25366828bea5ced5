import { describe, expect, it } from 'vitest';
import { cities } from '../../src/extract/places/place-names.ts';
import { fold } from '../../src/vocabulary/fold.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const all = cities();

describe('data/vocabularies/cities', () => {
  it('holds some hundred cities, each with an id of its own', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('knows every country and region, and puts each city into a region of its country', () => {
    const regions = concepts('regions');
    const countries = new Set(concepts('countries').ids());
    const wrong = all.filter(
      ({ country, region }) =>
        !countries.has(country) || (region !== undefined && regions.country(region) !== country),
    );
    expect(wrong).toEqual([]);
  });

  it('gives no name to two cities of a country', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, country, names } of all) {
      for (const name of names) {
        const key = `${country} ${fold(name)}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    }
    expect(
      [...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => [key, ...ids]),
    ).toEqual([]);
  });

  it('has towns in every country around the Mediterranean', () => {
    const around = 'AL BA CY DZ EG ES FR GR HR IL IT JO LB LY MA ME MT PS PT SI SY TN TR'.split(
      ' ',
    );
    expect(
      around.filter((code) => all.filter(({ country }) => country === code).length < 5),
    ).toEqual([]);
  });
});
