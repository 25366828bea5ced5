import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeOf } from '../../src/core/consortium/verdict.ts';
import { tryAll } from './brute.ts';
import { aCondition, aConsortium, aCounting, world } from './worlds.ts';

test('a condition is open if and only if missing facts can turn out both ways', () => {
  fc.assert(
    fc.property(aCondition, aCounting, aConsortium, (condition, counting, consortium) => {
      const { holds, fails } = tryAll(condition, counting, consortium);
      if (!holds && !fails) return;
      const expected = holds && fails ? 'unknown' : holds ? 'holds' : 'fails';
      expect(judgeOf(condition, counting, world)(consortium).verdict).toBe(expected);
    }),
    { numRuns: 8000 },
  );
});
