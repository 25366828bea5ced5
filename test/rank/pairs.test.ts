import { describe, expect, test } from 'vitest';
import { accords } from '../../src/core/rank/pairs.ts';
import { stems } from '../../src/core/rank/stems.ts';

describe('beginnings of words', () => {
  test.each([
    ['Access to financial services', 'accès aux services financiers', ['servi', 'finan']],
    ['building of consortia', 'we seek a consortium', ['conso']],
    ['coopératives et mutuelles', 'cooperativas y mutuas', ['coope', 'mutu']],
    ['الاقتصاد الاجتماعي', 'اقتصاد اجتماعي', ['اقتصا', 'اجتما']],
    ['the and for with', 'les des une pour', []],
  ])('%s · %s', (one, other, shared) => {
    const both = [...stems(one)].filter((stem) => stems(other).has(stem));
    for (const stem of shared.filter((each) => each.length === 5)) expect(both).toContain(stem);
    if (shared.length === 0) expect(both).toEqual([]);
  });
});

describe('offers and what is sought', () => {
  const offers = [
    { key: 1, text: 'Ethical banking for young cooperatives' },
    { key: 2, text: 'Rooms for meetings' },
    { key: 3, text: 'Translation of contracts into Arabic' },
  ];
  const seeks = [
    { key: 4, text: 'A bank with ethics for our cooperative' },
    { key: 3, text: 'Ethical banks that lend to cooperatives' },
    { key: 5, text: 'Someone who translates a contract' },
  ];

  test('pair by the rare words that they share', () => {
    const pairs = accords(offers, seeks).map(({ from, to }) => `${from.key} ${to.key}`);
    expect(pairs.toSorted()).toEqual(['1 3', '1 4', '3 5']);
  });

  test('never pair a record with itself', () => {
    expect(accords(offers, [{ key: 1, text: 'Ethical banking for young cooperatives' }])).toEqual(
      [],
    );
  });

  test('do not depend on the order of the texts', () => {
    const turned = accords(offers.toReversed(), seeks.toReversed());
    expect(turned.map(({ from, to }) => [from.key, to.key])).toEqual(
      accords(offers, seeks).map(({ from, to }) => [from.key, to.key]),
    );
  });
});
