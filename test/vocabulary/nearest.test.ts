import { describe, expect, it } from 'vitest';
import { misspelt, nearest } from '../../src/vocabulary/nearest.ts';

describe('misspelt', () => {
  it.each([
    ['france', 'france', 0],
    ['frace', 'france', 1],
    ['farnce', 'france', 1],
    ['frnace', 'france', 1],
    ['frence', 'france', 1],
    ['organistaion', 'organisation', 1],
    ['abcdef', 'abcxyz', undefined],
    ['a', 'b', 1],
    ['a', 'abc', undefined],
    ['', 'a', 1],
    ['', '', 0],
    ['a'.repeat(200), 'a'.repeat(197), 3],
    ['a'.repeat(201), 'a'.repeat(201), undefined],
    ['a'.repeat(30_000), `${'a'.repeat(30_000)}b`, undefined],
    ['abcdefghijkl', 'badcfehgijkl', 4],
    ['bcdefghijklma', 'abcdefghijklm', 2],
    ['cooperative societies', 'cooperative society', 3],
  ])('%j and %j lie %s slips apart', (text, name, slips) => {
    expect(misspelt(text, name)).toBe(slips);
    expect(misspelt(name, text)).toBe(slips);
  });
});

describe('nearest', () => {
  const known = ['france', 'frances', 'french guiana', 'greece', 'new caledonia'];

  it.each([
    ['frace', 2, ['france', 'frances']],
    ['frace', 1, ['france']],
    ['cal', 3, ['new caledonia']],
    ['fr', 3, []],
    ['xyzzy', 3, []],
  ])('%j, at most %i: %j', (text, limit, expected) => {
    expect(nearest(text, known, limit)).toEqual(expected);
  });

  it('gives equals in alphabetical order, whatever the order of the list', () => {
    expect(nearest('aa', ['ac', 'ab'], 2)).toEqual(['ab', 'ac']);
    expect(nearest('aa', ['ab', 'ac'], 2)).toEqual(['ab', 'ac']);
  });
});
