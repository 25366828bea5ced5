import { expect, test } from 'vitest';
import together from '../../torture/together.ts';

test('readers and writers at once: no error of a lock, no half of a change, no crash', async () => {
  const wish = { quick: true, random: 0, runs: 0, seconds: 5, seed: 1 };
  for await (const { what, failures } of together(wish))
    expect({ what, failures }).toEqual({ what, failures: [] });
});
