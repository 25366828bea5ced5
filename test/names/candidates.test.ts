import { describe, expect, test } from 'vitest';
import type { NamedActor } from '../../src/names/actor.ts';
import { candidates } from '../../src/names/candidates.ts';
import { clusters } from '../../src/names/cluster.ts';
import { editDistance } from '../../src/names/distance.ts';
import { actorKeys, keysOf } from '../../src/names/keys.ts';
import { parseName } from '../../src/names/name.ts';
import { pairsOf } from '../../src/names/pairs.ts';
import { memoryPostings } from '../../src/names/postings.ts';
import { rarityOf } from '../../src/names/rarity.ts';

const rarity = rarityOf();
const actors: readonly NamedActor[] = [
  {
    country: 'TN',
    names: ['Union générale tunisienne du travail', 'UGTT'].map((name) => parseName(name)),
  },
  { country: 'OM', names: [parseName('جامعة نزوى')] },
  {
    country: 'ES',
    names: [parseName('Asamblea de Cooperación por la Paz')],
    domains: ['acpp.example'],
  },
  { country: 'ES', names: [parseName('Fundación Horizontes')] },
  { country: 'TN', names: [parseName('الاتحاد العام التونسي للشغل')] },
  { country: 'ES', names: [parseName('Horizontes, Fundacion')], domains: ['acpp.example'] },
];

describe('keysOf', () => {
  test('names that are written in other ways share keys', () => {
    const shared = (a: string, b: string, country?: string) => {
      const keys = new Set(keysOf(parseName(a), rarity, country));
      return keysOf(parseName(b), rarity, country).filter((key) => keys.has(key));
    };
    expect(shared('Good Harvest', 'Goodharvest')).toContain('is:goodharvest');
    expect(shared('Fundación Horizontes', 'Horizontes Foundation')).toContain(
      'set:#foundation orikont',
    );
    expect(shared('UGTT', 'Union générale tunisienne du travail', 'TN')).toContain('abc:ugtt TN');
  });

  test('nothing has no keys', () => {
    expect(keysOf(parseName('…'), rarity)).toEqual([]);
  });
});

describe('candidates', () => {
  const postings = memoryPostings();
  for (const [number, actor] of actors.entries())
    for (const key of actorKeys(actor, rarity)) postings.post(key, number);

  test.each([
    ['General Tunisian Union of Labour', 'TN', [0, 4]],
    ['UGTT', 'TN', [0]],
    ['University of Nizwa', 'OM', [1]],
    ['Assemblée de coopération pour la paix', 'ES', [2]],
    ['Horizontes', 'ES', [3, 5]],
    ['Zzyzx', 'ES', []],
  ])('%s in %s', (name, country, expected) => {
    const found = candidates(parseName(name), postings, rarity, { country, limit: 2 });
    expect(found.map(({ record }) => record).sort((a, b) => a - b)).toEqual(expected);
  });

  test('a key may be posted twice', () => {
    const twice = memoryPostings();
    twice.post('one:a', 0);
    twice.post('one:a', 0);
    expect([twice.df('one:a'), twice.df('one:b'), twice.size]).toEqual([1, 0, 1]);
    expect([...twice.records(['one:a', 'one:b'])]).toEqual([['one:a', [0]]]);
  });
});

describe('pairsOf', () => {
  test('pairs those who share a rare key, each once', () => {
    const pairs = [...pairsOf(actors, rarity)];
    expect(pairs).toContainEqual([0, 4]);
    expect(pairs).toContainEqual([3, 5]);
    expect(pairs).toContainEqual([2, 5]);
    expect(new Set(pairs.map(String)).size).toBe(pairs.length);
    expect(pairs.every(([a, b]) => a < b)).toBe(true);
  });

  test('grows with the records, not with their square', () => {
    const many = Array.from({ length: 600 }, (_, at) => ({
      names: [parseName(`Cooperativa Número ${at} de Vilanova`)],
    }));
    expect([...pairsOf(many, rarity, 5)].length).toBeLessThanOrEqual(600 * 5);
  });
});

describe('clusters', () => {
  const edges = [
    { a: 0, b: 1, score: 0.9 },
    { a: 1, b: 2, score: 0.8 },
    { a: 3, b: 4, score: 0.7 },
  ];

  test('joins the best first', () => {
    expect(clusters(edges, () => false)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test('never joins two groups of which any two are forbidden', () => {
    const isForbidden = (a: number, b: number) => Math.abs(a - b) === 2;
    expect(clusters(edges, isForbidden)).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });
});

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['chevron', 'chevon', 1],
    ['apple', 'appel', 1],
    ['kitten', 'sitting', 3],
    ['abc', 'abcdefgh', 4],
  ])('%s, %s: %d, or one more than three', (a, b, expected) => {
    expect(editDistance(a, b, 3)).toBe(expected);
    expect(editDistance(b, a, 3)).toBe(expected);
  });
});
