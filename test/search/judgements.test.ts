import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

interface Judgement {
  readonly ask: string;
  readonly first: readonly string[];
  readonly among?: readonly string[];
  readonly never?: readonly string[];
  readonly known?: string;
  readonly why: string;
}

const judgements = parse(
  readFileSync(new URL('judgements.yaml', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly Judgement[]>>;

describe.each(Object.entries(judgements))('a colleague would answer in %s', async (_, list) => {
  const base = await asker(exampleCopy());
  afterAll(() => base[Symbol.asyncDispose]());

  test.each(list)('$ask', async ({ ask, first, among = [], never = [], known, why }) => {
    const ids = (await base.call(ask)).results.map(({ id }) => id);
    const right =
      first.includes(ids[0] ?? '') &&
      among.every((id) => ids.slice(0, 5).includes(id)) &&
      !never.some((id) => ids.includes(id));
    const told = known === undefined ? why : `right by now, take “known” away: ${known}`;
    expect(right, `${told} Found ${ids.slice(0, 5).join(', ') || 'nothing'}`).toBe(
      known === undefined,
    );
  });
});

test('there are eight languages with ten judgements each', () => {
  expect(Object.keys(judgements)).toHaveLength(8);
  for (const list of Object.values(judgements)) expect(list).toHaveLength(10);
});
