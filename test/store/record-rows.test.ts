import { expect, test } from 'vitest';
import { declaredKey } from '../../src/core/read-fields.ts';
import { readRecord } from '../../src/markdown/read-record.ts';
import { recordRows } from '../../src/store/record-rows.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Change } from '../../src/store/store.ts';
import { context, page, put } from './contract.ts';

const files: Readonly<{ [path: string]: string }> = {
  'organisations/dar.md': page(
    'title: Dar Ettadamon\nacronym: DAR\nnames: {fr: Maison Solidaire}\ncountry: TN\ntags: [Été, old]\nodd: kept',
    '# Dar\n\nWorks with [[nova]] and [a page](../projects/nova.md).\n',
  ),
  'projects/nova.md': page(
    'title: Nova\nstart: 2019-03\nend: 2021\npartners:\n  - organisation: "[[DAR]]"\n    country: TN\n    role: host',
    'Text.\n',
  ),
};

/** What a reading thread would hand over. */
function prepared(path: string, text: string): Change {
  const { record, ...change } = put(path, text) as Extract<Change, { put: string }>;
  return record
    ? { ...change, rows: structuredClone(recordRows(record, path, context.kinds)) }
    : change;
}

test('rows that another thread made are those that the store makes of the record', async () => {
  await using own = sqliteStore(undefined, context.kinds);
  await own.apply(Object.entries(files).map(([path, text]) => put(path, text)));
  await using given = sqliteStore(undefined, context.kinds);
  await given.apply(Object.entries(files).map(([path, text]) => prepared(path, text)));
  expect(await given.examine()).toEqual(await own.examine());
  expect((await given.search({})).total).toBe(2);
});

test('the rows of a record hold its names, facets and links as they are looked for', () => {
  const path = 'projects/nova.md';
  const { record } = readRecord(files[path] ?? '', path, context);
  if (!record) throw new Error('no record');
  const rows = recordRows(record, path, context.kinds);
  expect(rows.names.map(({ name }) => name)).toEqual(['/projects/nova', 'nova', 'nova']);
  expect(rows.facets).toContainEqual(['countries', 'TN']);
  expect(rows.links.map((link) => link.slice(0, 4))).toEqual([['partners', 'host', 'DAR', 'dar']]);
  expect([rows.since, rows.until]).toEqual(['2019-03', '2021']);
});

test('no declared key is so long that its other spellings would not be tried', () => {
  for (const kind of context.kinds.all())
    for (const key of [...Object.keys(kind.fields), ...Object.keys(kind.relations)])
      expect(declaredKey(`${key}s`, kind, context), `${key}s`).toBeDefined();
});
