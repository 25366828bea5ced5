import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownRecords } from '../../src/store/known-records.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { timeOf } from '../../torture/tools/growth.ts';
import { context, page, put } from './contract.ts';

const titles = [
  'Union',
  'Union of Work',
  'Union of Work and Bread',
  'Work and Bread',
  'Ünion d’Été',
  'التعاون',
  'التعاون المتوسطي',
  'B',
  Array.from({ length: 16 }, (_, at) => `n${at}`).join(' '),
  Array.from({ length: 17 }, (_, at) => `m${at}`).join(' '),
];

async function holding() {
  const store = sqliteStore(undefined, context.kinds);
  await store.apply(
    titles.map((title, at) => put(`organisations/o${at}.md`, page(`title: ${title}`))),
  );
  return store;
}

const word = fc.constantFrom(
  'union',
  'Union',
  'of',
  'work',
  'and',
  'bread',
  'Été',
  'd’Été',
  'المتوسطي',
  'والتعاون',
  'للتعاون',
  'b',
  ',',
  '!',
  '"',
  '%',
  titles.at(-2) ?? '',
  titles.at(-1) ?? '',
);

test('of each text the records are found that bear any run of its words', async () => {
  await using store = await holding();
  const found = async (text: string) =>
    (await knownRecords(store, text)).map(({ title }) => title).toSorted();
  expect(await found('The Union of Work, and Bread')).toEqual(
    ['Union', 'Union of Work', 'Union of Work and Bread', 'Work and Bread'].toSorted(),
  );
  expect(await found('والتعاون المتوسطي')).toEqual(['التعاون', 'التعاون المتوسطي'].toSorted());
  expect(await found(titles.slice(-2).join(' '))).toEqual([titles.at(-2)]);
  // Each word alone decides about the names of one word, each run about those of more.
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 8 }), fc.array(word), async (text, around) => {
      const own = await found(text.join(' '));
      expect(await found([...around, ...text, ...around].join(' '))).toEqual(
        expect.arrayContaining(own),
      );
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('words that no name begins with cost little', async () => {
  await using store = await holding();
  const text = (beginning: string) =>
    Array.from({ length: 20_000 }, (_, at) => `${beginning}${at}`).join(' ');
  const look = (each: string) => knownRecords(store, each);
  await look(text('w'));
  const [strange, alone] = [await timeOf(look, text('z'), 3), await timeOf(look, 'x', 3)];
  // Sixteen runs a word took thirty times as long as one.
  const single = await timeOf((each) => store.bearing(each.split(' ')), text('z'), 3);
  expect(strange - alone).toBeLessThan(12 * single + 50);
});
