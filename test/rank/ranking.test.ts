import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Work } from '../../src/core/rank/evidence.ts';
import { decay, effort } from '../../src/core/rank/evidence.ts';
import { foremost } from '../../src/core/rank/rank.ts';
import { reasonsOf, scoreOf } from '../../src/core/rank/reasons.ts';
import { halfLife, roleWeights, undatedAge } from '../../src/core/rank/weights.ts';

const work = fc.record<Work>({
  key: fc.nat(),
  role: fc.constantFrom(...Object.keys(roleWeights)),
  age: fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: undefined }),
});
const works = fc.array(work, { maxLength: 8 });
const codes = fc.uniqueArray(fc.constantFrom('TN', 'ES', 'IT', 'GR', 'MA', 'FR', 'PT'));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const told = fc.array(fc.record({ text: fc.string(), share }), { maxLength: 3 });
const evidence = fc.record<Evidence>(
  {
    themes: fc.array(fc.string(), { maxLength: 4 }),
    themeWork: works.map(effort),
    words: fc.constantFrom('name', 'fields', 'text'),
    wordsWork: works.map(effort),
    leads: works.map(effort),
    countries: codes,
    offers: told,
    partners: fc.nat(100),
    workCountries: codes,
  },
  { requiredKeys: [] },
);

describe('more evidence never ranks lower, all else equal', () => {
  test('another piece of work on the theme', () => {
    fc.assert(
      fc.property(evidence, works, work, (known, some, more) => {
        const before = scoreOf({ ...known, themeWork: effort(some) });
        expect(scoreOf({ ...known, themeWork: effort([...some, more]) })).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  test('evidence of a further sort', () => {
    fc.assert(
      fc.property(evidence, evidence, (known, further) => {
        expect(scoreOf({ ...further, ...known })).toBeGreaterThanOrEqual(scoreOf(known) - 1e-9);
      }),
    );
  });

  test('the same work, but later', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), share, (age, less) => {
        expect(decay(age * less)).toBeGreaterThanOrEqual(decay(age));
      }),
    );
  });
});

describe('reasons', () => {
  test('their weights, as shown, make up the score', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        const sum = reasonsOf(known).reduce((total, { weight }) => total + weight, 0);
        expect(Math.abs(sum - scoreOf(known))).toBeLessThan(0.1);
      }),
    );
  });

  test.each([
    ['a project that it led, still going on', { key: 1, role: 'lead', age: 0 }, 2.64],
    ['one that it was a partner of', { key: 1, role: 'partner', age: 0 }, 2],
    ['the same, a half-life ago', { key: 1, role: 'partner', age: halfLife }, 1.17],
    ['an event that it took part in', { key: 1, role: 'participant', age: 0 }, 0.64],
  ])('work on the theme: %s', (_, done, weight) => {
    expect(reasonsOf({ themeWork: effort([done]) })).toEqual([{ reason: 'themeWork', weight }]);
  });

  test('a theme of its own says more than being a partner in one project on it', () => {
    const one = scoreOf({ themeWork: effort([{ key: 1, role: 'partner', age: 0 }]) });
    expect(scoreOf({ themes: ['housing'] })).toBeGreaterThan(one);
  });

  test('work without a date counts as old', () => {
    expect(decay(undefined)).toBe(decay(undatedAge));
  });
});

test('the foremost do not depend on the order in which candidates are known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(evidence, { minLength: 1, maxLength: 40 }), async (all) => {
      const pairs = all.map((known, key) => [key, known] as const);
      const read = async (keys: readonly number[]) => new Map(keys.map((key) => [key, {}]));
      const there = await foremost(new Map(pairs), 5, () => 1, read);
      const back = await foremost(new Map(pairs.toReversed()), 5, () => 1, read);
      const sorted = (found: typeof there) => found.toSorted((a, b) => a.key - b.key);
      expect(sorted(back)).toEqual(sorted(there));
    }),
  );
});
