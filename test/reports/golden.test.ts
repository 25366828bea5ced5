import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FormatOptions } from '../../src/core/table.ts';
import { catalogue } from '../../src/language/catalogue.ts';
import type { ReportRequest } from '../../src/report.ts';
import { exampleBase, indexed, indexedBackwards, tableOf, textOf } from './played.ts';

const golden = new URL('../golden/reports/', import.meta.url);
const store = await indexed(exampleBase);
const backwards = await indexedBackwards(exampleBase);

const calls: readonly (readonly [string, Partial<ReportRequest>])[] = [
  ['partners-by-country', {}],
  ['country-totals', {}],
  ['project-summary', {}],
  ['project-partners', {}],
  ['participants', { argument: 'imc-wg-montpellier' }],
  ['records', { argument: 'practices' }],
];

const profiles: readonly (readonly [string, FormatOptions])[] = [
  ['csv', {}],
  ['excel.csv', { profile: 'excel' }],
];

const files = calls.flatMap(([name, asked]) =>
  profiles.map(([ending, options]) => [`${name}.${ending}`, name, asked, options] as const),
);

test.each(files)('%s is written as it was', async (file, name, asked, options) => {
  const text = await textOf(await tableOf(name, store, asked), options);
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file, golden)));
});

test.each(['partners-by-country', 'country-totals'])(
  '%s speaks French and follows the French alphabet',
  async (name) => {
    const table = await tableOf(name, store, { language: 'fr' });
    const labels = catalogue('fr');
    const columns = table.columns.map((column) => ({
      ...column,
      label: labels.column(column.key),
    }));
    const text = await textOf({ ...table, columns }, { profile: 'excel' });
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.fr.csv`, golden)));
  },
);

test.each(calls)('%s has the same bytes for the same records', async (name, asked) => {
  const first = await textOf(await tableOf(name, store, asked));
  expect(await textOf(await tableOf(name, store, asked))).toBe(first);
  expect(await textOf(await tableOf(name, backwards, asked))).toBe(first);
});

test.each(calls)('%s has its header even where nothing is chosen', async (name, asked) => {
  const table = await tableOf(name, store, {
    ...asked,
    selection: { country: { any: ['IS'], none: [] } },
  });
  const text = await textOf(table);
  expect(text).toMatch(/^[a-z_,0-9]+\r\n/);
  expect(text.trim().split('\r\n')).toHaveLength(name === 'country-totals' ? 2 : 1);
});
