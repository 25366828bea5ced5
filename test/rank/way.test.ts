import { describe, expect, test } from 'vitest';
import type { GraphEdge } from '../../src/core/graph.ts';
import { waysFrom } from '../../src/core/rank/way.ts';

/** `1-partners-10` is a link from 1 to 10. */
function graph(links: string) {
  const edges = links.split(' ').map((link): GraphEdge => {
    const [from = '', relation = '', to = ''] = link.split('-');
    return { from: Number(from), to: Number(to), relation };
  });
  return async (keys: readonly number[]) =>
    edges.filter(({ from, to }) => keys.includes(from) || keys.includes(to));
}

async function way(
  links: string,
  from: number,
  to: number,
): Promise<readonly number[] | undefined> {
  const steps = await waysFrom(from, graph(links))(to);
  return steps?.map((step) => step.to);
}

describe('the way to a partner', () => {
  test.each([
    ['a shared project', '10-partners-1 10-lead-2', [10, 2]],
    [
      'two projects rather than one mention',
      '1-mentions-2 10-partners-1 10-partners-3 11-lead-3 11-lead-2',
      [2],
    ],
    ['a shared project rather than a mention', '1-mentions-2 10-partners-1 10-partners-2', [10, 2]],
    ['a network that both are in', '1-member_of-5 2-member_of-5', [5, 2]],
    [
      'a project rather than an event',
      '20-participants-1 20-participants-2 10-lead-1 10-partners-2',
      [10, 2],
    ],
    [
      'an event rather than a programme',
      '10-lead-1 10-programme-7 11-programme-7 11-lead-2 20-hosts-1 20-hosts-2',
      [20, 2],
    ],
    ['several steps', '10-lead-1 10-partners-3 11-lead-3 11-partners-2', [10, 3, 11, 2]],
    ['none', '10-lead-1 11-lead-2', undefined],
  ])('%s', async (_, links, expected) => {
    expect(await way(links, 1, 2)).toEqual(expected);
  });

  test('is the nearest whatever was asked before', async () => {
    const links = '10-lead-1 10-partners-3 11-lead-3 11-partners-2 3-mentions-4 11-partners-4';
    const wayTo = waysFrom(1, graph(links));
    for (const to of [4, 2, 3, 4, 2]) {
      const again = await wayTo(to);
      expect(again).toEqual(await waysFrom(1, graph(links))(to));
    }
  });
});
