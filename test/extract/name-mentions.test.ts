import { expect, test } from 'vitest';
import type { EntityDraft } from '../../src/extract/names/draft-entity.ts';
import { findMentions } from '../../src/extract/names/name-mentions.ts';
import { timeOf } from '../../torture/tools/growth.ts';
import { passageOf } from './passage-of.ts';

/** Finds the mentions of so many names that all begin with the same word. */
function unions(count: number): () => readonly EntityDraft[] {
  const names = Array.from({ length: count }, (_, at) => `Union Alpha${at}`);
  const passage = passageOf(`${names.join('. ')}. ${names.join('. ')}.`, 'en');
  return () => {
    let start = 0;
    const drafts = names.map((title): EntityDraft => {
      const span = { start, end: start + title.length };
      start = span.end + 2;
      const spans = [span];
      const forms = new Set(spans);
      return {
        kind: 'organisation',
        title,
        aliases: new Set(),
        spans,
        rule: '',
        confidence: 1,
        forms,
      };
    });
    findMentions(passage, drafts, new Set());
    return drafts;
  };
}

test('a name is found wherever it is written, and not where another one is', () => {
  for (const { spans, title } of unions(20)()) expect([title, spans.length]).toEqual([title, 2]);
});

test('many names that begin with the same word cost by their number', async () => {
  const [few, many] = [unions(2_500), unions(10_000)];
  await timeOf(few, '', 3);
  // Below 30 milliseconds a time says nothing.
  const isLinear = async (goes: number) =>
    (await timeOf(many, '', goes)) <= 8 * (await timeOf(few, '', goes)) + 30;
  expect((await isLinear(1)) || (await isLinear(4))).toBe(true);
});
