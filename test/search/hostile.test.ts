import { createRequire } from 'node:module';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { UsageError } from '../../src/core/usage-error.ts';
import { readQuery, widenedQuery } from '../../src/session/words.ts';
import { exampleCopy } from '../surroundings.ts';
import { asker } from './ask.ts';

const naughty: readonly string[] = createRequire(import.meta.url)('big-list-of-naughty-strings');
const base = await asker(exampleCopy());
afterAll(() => base[Symbol.asyncDispose]());

/** What a search may say to anything at all: an answer, or that it was asked wrongly. */
async function survives(words: string): Promise<void> {
  try {
    const typed = readQuery([words], base.session);
    const query = typed && (await widenedQuery(typed, base.session));
    const store = await base.session.store();
    const { total } = await store.search({ query, limit: 5, sort: [] });
    const sorted = await store.search({ query, sort: [{ by: words, descending: true }], limit: 1 });
    expect(sorted.total).toBe(total);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}

test('the naughty strings give answers, not errors of the database', async () => {
  for (const each of naughty) await survives(each);
});

const signs = '" * ( ) - : ^ NEAR AND OR NOT + { } \' § ¬ \0 title: country:'.split(' ');
const words = [
  'sse',
  'Tunisie',
  'اقتصاد',
  'و',
  'κοινωνική οικονομία',
  '\u{1f600}',
  '§themes§sse',
  'économie sociale',
  'ESS/SSE',
  'coop*',
];

test('nothing that is typed is syntax of the full text', async () => {
  const piece = fc.constantFrom(...signs, ...words);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }),
      (parts) => survives(parts.join(' ')),
    ),
    { numRuns: 300 },
  );
});

test('a concept is found by no word that stands for it inside the index', async () => {
  expect((await base.ask('§themes§sse', 'literal')).total).toBe(0);
});
