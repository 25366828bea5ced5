import { expect, test } from 'vitest';
import { unlinkedFinder } from '../../src/edits/unlinked.ts';
import { withLinks } from '../../src/edits/with-links.ts';
import { editFront } from '../../src/markdown/edit-front.ts';
import { editLinks } from '../../src/markdown/edit-links.ts';
import { proseOf } from '../../src/markdown/prose.ts';
import { loadKinds } from '../../src/registry.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { timeOf } from '../../torture/tools/growth.ts';

const context = { kinds: await loadKinds(), concepts };
const file = 'projects/p.md';
const finder = unlinkedFinder([
  { id: 'union', kind: 'organisation', title: 'Union of Saltworkers', names: [] },
]);
const page = (body: string) => `---\nkind: project\ntitle: A\n---\n${body}\n`;

function linked(text: string) {
  const mentions = finder.find(text, { without: new Set(), all: true });
  const wanted = mentions.map((mention) => ({ mention, name: 'union' }));
  return { mentions, ...withLinks(text, file, wanted, context) };
}

const relinked = (text: string) =>
  editLinks(text, file, () => ({ name: 'other', path: 'organisations/other.md' }), context);

test.each([
  ['a page of lines', 'The Union of Saltworkers met.\n', linked],
  ['one line', 'the Union of Saltworkers met, ', linked],
  ['one row of a table', '| Union of Saltworkers ', linked],
  ['mentions that cannot be links', 'x]] Union of Saltworkers [[ ', linked],
  ['links of which each is refused', '*Union of* Saltworkers and Union of Saltworkers\n', linked],
  ['links in lines', 'See [[union]] there.\n', relinked],
  ['links in one line', 'see [[union]] and [it](union.md) there, ', relinked],
  ['brackets that nothing closes', '[a](b ', proseOf],
])('%s cost by their number', async (_, unit, run) => {
  const make = (count: number) => page(unit.repeat(count));
  run(make(100));
  for (let goes = 1; ; goes += 2) {
    const [few, many] = [await timeOf(run, make(800), goes), await timeOf(run, make(3_200), goes)];
    if (many <= 8 * few || goes > 4) {
      expect(many / few).toBeLessThanOrEqual(8);
      return;
    }
  }
});

test('all mentions of a page become links at once', () => {
  const { text, mentions, refused } = linked(page('The Union of Saltworkers met.\n'.repeat(500)));
  expect(mentions.length).toBe(500);
  expect(refused).toEqual([]);
  expect(text).toBe(page('The [[union|Union of Saltworkers]] met.\n'.repeat(500)));
});

test('one that cannot be a link leaves the others theirs', () => {
  const good = 'The Union of Saltworkers met.\n\n'.repeat(20);
  const bad = 'partners:: [[x| Union of Saltworkers\n\n';
  const text = page(good + bad + good);
  const { text: made, refused, mentions } = linked(text);
  expect(mentions.length - refused.length).toBeGreaterThanOrEqual(40);
  expect(made.split('[[union|Union of Saltworkers]]').length - 1).toBe(
    mentions.length - refused.length,
  );
});

test('a mention over two lines moves those after it by a line', () => {
  const { text, refused } = linked(page('The Union of\nSaltworkers met.\n\nUnion of Saltworkers.'));
  expect(refused).toEqual([]);
  expect(text).toBe(
    page('The [[union|Union of Saltworkers]] met.\n\n[[union|Union of Saltworkers]].'),
  );
});

const list = (count: number, item: string) =>
  `---\nkind: project\ntitle: A\npartners:\n${`  - ${item}\n`.repeat(count)}---\nText.\n`;
const partners = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ remove: ['partners', count - 1 - at] }));

test.each([
  ['links of a list', (count: number) => relinked(list(count, '"[[union]]"'))],
  ['links of objects', (count: number) => relinked(list(count, '{organisation: union}'))],
  [
    'items that go',
    (count: number) => editFront(list(count, 'union'), partners(count).slice(0, -1)),
  ],
  ['all items of a list', (count: number) => editFront(list(count, 'union'), partners(count))],
])('%s in front matter cost by their number', async (_, run) => {
  const timed = (count: number, goes: number) => timeOf(() => run(count), '', goes);
  run(50);
  for (let goes = 1; ; goes += 2) {
    const [few, many] = [await timed(250, goes), await timed(1_000, goes)];
    if (many <= 8 * few || goes > 4) {
      expect(many / few).toBeLessThanOrEqual(8);
      return;
    }
  }
});
