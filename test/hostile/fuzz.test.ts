import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundTrips } from '../../torture/edits.ts';
import { properties } from '../../torture/tools/properties.ts';

// KOINON_SEED tries other texts, KOINON_RUNS more of them; “npm run torture fuzz” a million.
const seed = Number(process.env['KOINON_SEED'] ?? 1);
const runs = Number(process.env['KOINON_RUNS'] ?? 50_000);

describe(`made-up texts (seed ${seed})`, () => {
  test('are 50,000 in all', () => {
    expect(properties.reduce((sum, { share }) => sum + share, 0)).toBe(1_000);
  });

  test.each(properties)('$name', async ({ share, property }) => {
    await fc.assert(property, { numRuns: (runs * share) / 1_000, seed });
  });
});

test('what is renamed there and back, merged or linked can be taken back to the same bytes', async () => {
  expect((await roundTrips(8, seed)).failures).toEqual([]);
});
