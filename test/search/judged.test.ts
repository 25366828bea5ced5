import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

interface Judged {
  readonly q: string;
  readonly first: readonly string[];
  readonly total?: number;
  readonly literal?: true;
}

const judged = parse(
  readFileSync(new URL('judged.yaml', import.meta.url), 'utf8'),
) as readonly Judged[];

describe('the example base answers', async () => {
  const base = await asker(exampleCopy());
  afterAll(() => base[Symbol.asyncDispose]());

  test.each(judged)('$q', async ({ q, first, total, literal }) => {
    const answer = await base.ask(q, ...(literal ? ['literal'] : []));
    expect(answer.results.map(({ id }) => id).slice(0, first.length)).toEqual(first);
    if (total !== undefined) expect(answer.total).toBe(total);
  });

  test('with those that have the words themselves before those that mean the same', async () => {
    for (const { q } of judged) {
      const matched = (await base.ask(`${q} --limit 0`)).results.map((each) => each.matched);
      expect(matched, q).toEqual(matched.toSorted());
    }
  });
});

test('there are sixty questions and more', () => expect(judged.length).toBeGreaterThan(60));
