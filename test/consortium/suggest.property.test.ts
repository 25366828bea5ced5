import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Consortium } from '../../src/core/consortium/actor.ts';
import { aimsOf, reached } from '../../src/core/consortium/aims.ts';
import type { Aim } from '../../src/core/consortium/aims.ts';
import type { Call } from '../../src/core/consortium/call.ts';
import type { Candidate, Wish } from '../../src/core/consortium/fit.ts';
import { scoreFor } from '../../src/core/consortium/score.ts';
import { suggest } from '../../src/core/consortium/suggest.ts';
import { aCondition, aConsortium, aCounting, anActor, world } from './worlds.ts';

const ids = ['k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'];

const aCandidate = (id: string): fc.Arbitrary<Candidate> =>
  fc
    .record({
      actor: anActor(id),
      themes: fc.subarray(['sse', 'women', 'water']),
      projects: fc.integer({ min: 0, max: 2 }),
      leads: fc.integer({ min: 0, max: 1 }),
      colleagues: fc.subarray([...ids, 'a']),
    })
    .map(({ actor, colleagues, ...rest }) => ({
      ...actor,
      ...rest,
      role: 'partner',
      colleagues: new Set(colleagues.filter((other) => other !== id)),
    }));

const aCall: fc.Arbitrary<Call> = fc
  .record({ counting: aCounting, conditions: fc.array(aCondition, { minLength: 1, maxLength: 3 }) })
  .map((rules) => ({
    ...rules,
    id: 'x',
    title: 'x',
    titles: ['x'],
    source: 'x',
    valid: 'x',
    checked: true,
    sets: {},
  }));

const wish: Wish = { themes: [['sse'], ['women']], year: 2024 };

/** The points of the best sets of a size, from every set there is. */
function bruteForce(
  aims: readonly Aim[],
  consortium: Consortium,
  candidates: readonly Candidate[],
  size: number,
): readonly number[] {
  const score = scoreFor(consortium.actors, candidates, wish);
  const points: number[] = [];
  const grow = (chosen: readonly Candidate[], rest: readonly Candidate[]) => {
    if (chosen.length === size) {
      if (reached({ ...consortium, actors: [...consortium.actors, ...chosen] }, aims))
        points.push(score.total(chosen));
      return;
    }
    for (const [index, next] of rest.entries()) {
      const taken = [...consortium.actors, ...chosen].some(({ family }) => family === next.family);
      if (!taken) grow([...chosen, next], rest.slice(index + 1));
    }
  };
  grow([], candidates);
  return points.sort((a, b) => b - a);
}

/** The same organisations as rules see them that do not ask for parents. */
function unrelated<Each extends { readonly id: string }>(
  list: readonly Each[],
  { counting }: Call,
): readonly Each[] {
  return counting.distinct ? list : list.map((each) => ({ ...each, family: each.id }));
}

test.each([1, 3])('the best %i sets are those that trying everything finds', (sets) => {
  fc.assert(
    fc.property(
      aCall,
      aConsortium,
      fc.tuple(...ids.map(aCandidate)),
      fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      (call, given, all, joining) => {
        const consortium = { actors: unrelated(given.actors, call) };
        const candidates = unrelated(all, call);
        const order = { wish, sets, atMost: 4, expired: () => false };
        const result = suggest(
          given,
          call,
          world,
          all,
          joining === undefined ? order : { ...order, joining },
        );
        const aims = aimsOf(call, world).filter(
          ({ condition }) => !result.hopeless.includes(condition),
        );
        const own = aims.length + result.hopeless.length === aimsOf(call, world).length;
        expect(own).toBe(true);
        const reachable = aimsOf(call, world).filter(
          (_, index) => !result.hopeless.includes(call.conditions[index] as never),
        );
        const sizes = joining === undefined ? [0, 1, 2, 3, 4] : [joining];
        const size = sizes.find(
          (each) => bruteForce(reachable, consortium, candidates, each).length > 0,
        );
        const best =
          size === undefined
            ? []
            : bruteForce(reachable, consortium, candidates, size).slice(0, sets);
        expect(result.suggestions.map(({ points }) => points)).toEqual(best);
        if (size !== undefined) expect(result.size).toBe(size);
        expect(
          suggest(given, call, world, all.toReversed(), {
            ...order,
            ...(joining === undefined ? {} : { joining }),
          }),
        ).toEqual(result);
      },
    ),
    { numRuns: 1000 },
  );
});

test('says that it stopped early, and gives what it has', () => {
  const [call] = fc.sample(aCall, 1);
  const all = fc.sample(fc.tuple(...ids.map(aCandidate)), 1)[0] ?? [];
  if (!call) return;
  let asked = 0;
  const order = { wish, sets: 1, atMost: 4, joining: 4, expired: () => ++asked > 0 };
  const many = Array.from({ length: 40 }, (_, index) =>
    all.map((each) => ({ ...each, id: `${each.id}${index}`, family: `${each.id}${index}` })),
  ).flat();
  const free = { ...call, conditions: [] };
  const { early, suggestions } = suggest({ actors: [] }, free, world, many, order);
  expect(early).toBe(asked > 0);
  if (!early) expect(suggestions).toHaveLength(1);
});
