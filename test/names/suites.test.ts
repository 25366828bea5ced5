import { describe, expect, test } from 'vitest';
import { decide } from '../../src/names/decide.ts';
import { likeness } from '../../src/names/likeness.ts';
import { parseName } from '../../src/names/name.ts';
import { rarityOf } from '../../src/names/rarity.ts';
import { mustLink, neverMerge } from './suites.ts';

const rarity = rarityOf();

/** Two actors of whom nothing is known but a name and perhaps the country, with no rival near. */
function decisionOn(a: string, b: string, country: string | undefined) {
  const actor = (name: string) => ({
    names: [parseName(name)],
    ...(country === undefined ? {} : { country }),
  });
  const found = likeness(actor(a), actor(b), { rarity });
  return found && { ...found, decision: decide(found, 9) };
}

function paired([a, b, country]: (typeof mustLink)[number]) {
  return { a, b, country };
}

describe('names of one actor are never put aside', () => {
  test.each(mustLink.map(paired))('$a = $b', ({ a, b, country }) => {
    expect(decisionOn(a, b, country)).not.toMatchObject({ decision: 'no' });
    expect(decisionOn(b, a, country)?.score).toBe(decisionOn(a, b, country)?.score);
  });

  test('and most are decided', () => {
    const same = mustLink.filter(
      (pair) => decisionOn(pair[0], pair[1], pair[2])?.decision === 'same',
    );
    expect(same.length / mustLink.length).toBeGreaterThan(0.7);
  });
});

describe('names of two actors are never merged', () => {
  test.each(neverMerge.map(paired))('$a ≠ $b', ({ a, b, country }) => {
    expect(decisionOn(a, b, country)).not.toMatchObject({ decision: 'same' });
    expect(decisionOn(b, a, country)).not.toMatchObject({ decision: 'same' });
  });

  test('and most are not even shown', () => {
    const shown = neverMerge.filter(
      (pair) => decisionOn(pair[0], pair[1], pair[2])?.decision !== 'no',
    );
    expect(shown.length / neverMerge.length).toBeLessThan(0.3);
  });
});
