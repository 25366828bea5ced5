import { expect, test } from 'vitest';
import type { EntityDraft } from '../../src/extract/names/draft-entity.ts';
import type { KnownSpan } from '../../src/extract/names/found-entity.ts';
import { mergeKnown } from '../../src/extract/names/merge-known.ts';
import { timeOf } from '../../torture/tools/growth.ts';

const union = { id: 'union', kind: 'organisation', title: 'Union of Dyers', names: [] };

function draft(start: number, end: number, more: Partial<EntityDraft> = {}): EntityDraft {
  return {
    kind: 'organisation',
    title: `Guild ${start}`,
    aliases: new Set(),
    spans: [{ start, end }],
    rule: 'head',
    confidence: 0.8,
    forms: new Set(),
    ...more,
  };
}

const hit = (start: number, end: number): KnownSpan => ({ start, end, records: [union] });

/** The titles of what is left, each with its record and how often it is named. */
const told = (drafts: readonly EntityDraft[]) =>
  drafts.map(({ title, record, spans }) => `${title} ${record ?? '-'} ${spans.length}`);

test('a known name is what was found in its place, else another one', () => {
  expect(
    told(mergeKnown([draft(0, 14), draft(100, 110)], [hit(2, 14)], 'the '.repeat(60))),
  ).toEqual(['Guild 0 union 2', 'Guild 100 - 1']);
  expect(told(mergeKnown([draft(0, 10)], [hit(40, 54), hit(140, 154)], 'the '.repeat(60)))).toEqual(
    ['Guild 0 - 1', 'Union of Dyers union 2'],
  );
});

test('a known name with another word before it is another one', () => {
  const union = (text: string) => {
    const start = text.indexOf('Union');
    return told(mergeKnown([draft(0, text.length)], [hit(start, text.length)], text))[0];
  };
  expect(union('The Union of Dyers')).toBe('Guild 0 union 2');
  expect(union("L'Union of Dyers")).toBe('Guild 0 union 2');
  expect(union('IMC Union of Dyers')).toBe('Guild 0 - 1');
});

test('what is named twice in two ways becomes one, and a part of a longer name is none', () => {
  expect(
    told(
      mergeKnown([draft(0, 14), draft(100, 114)], [hit(0, 14), hit(100, 114)], 'the '.repeat(60)),
    ),
  ).toEqual(['Guild 0 union 4']);
  expect(told(mergeKnown([draft(0, 90)], [hit(20, 34)], 'the '.repeat(60)))).toEqual([
    'Guild 0 - 1',
  ]);
  // What was found within a known name only is that.
  expect(told(mergeKnown([draft(3, 8), draft(200, 205)], [hit(0, 14)], 'the '.repeat(60)))).toEqual(
    ['Guild 200 - 1', 'Union of Dyers union 2'],
  );
});

test('many names cost by their number', async () => {
  const timed = (count: number, goes: number) =>
    timeOf(
      () => {
        const places = Array.from({ length: count }, (_, at) => at * 100);
        mergeKnown(
          places.map((at) => draft(at, at + 20)),
          places.map((at) => hit(at + 50, at + 64)),
          '',
        );
      },
      '',
      goes,
    );
  await timed(200, 3);
  // Sixteen times where time grows with their number, 256 times where it grows with its square.
  for (let goes = 2; ; goes += 2) {
    const [few, many] = [await timed(1_000, goes), await timed(16_000, 1)];
    if (many <= 50 * few || goes > 6) {
      expect(many / few).toBeLessThanOrEqual(50);
      return;
    }
  }
});
