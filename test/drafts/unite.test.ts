import { expect, test } from 'vitest';
import { answered } from '../../src/drafts/answers.ts';
import type { Answers } from '../../src/drafts/answers.ts';
import type { Draft, DraftEntity, DraftFact } from '../../src/drafts/draft.ts';
import { newDraft } from '../../src/drafts/draft.ts';
import { unite } from '../../src/drafts/unite.ts';
import type { Entity, Fact } from '../../src/extract/extraction.ts';
import { loadKinds } from '../../src/registry.ts';

const entity = (id: string, title: string): Entity => ({
  id,
  kind: 'organisation',
  title,
  aliases: [],
  status: 'new',
  confidence: 0.9,
  rule: 'test',
  mentions: [],
  roles: [],
});

const fact = (id: string, subject: string, value: string): Fact => ({
  id,
  subject,
  field: 'country',
  value,
  evidence: [],
  rule: 'test',
  confidence: 0.9,
});

/** Two names of one body, each with the same country, the second with a city too. */
const draft: Draft = newDraft(
  'd',
  { file: 'd.txt' },
  'text',
  {
    document: { title: 'D', language: 'en', dates: [], sha256: '' },
    subject: { kind: 'organisation', entity: 'caritas' },
    facts: [
      fact('a', 'caritas', 'GR'),
      fact('b', 'karitas', 'GR'),
      { ...fact('c', 'karitas', 'Athens'), field: 'city' },
    ],
    entities: [entity('caritas', 'Caritas Hellas'), entity('karitas', 'Καρίτας Ελλάς')],
    acronyms: [],
    countries: [],
    regions: [],
    money: [],
    themes: [],
    figures: [],
  },
  [],
);

const decided = (
  choices: Readonly<Record<string, DraftEntity['choice']>>,
  statuses: Readonly<Record<string, DraftFact['status']>> = {},
): Draft => ({
  ...draft,
  entities: draft.entities.map((each) => {
    const choice = choices[each.id];
    return choice === undefined ? each : { ...each, choice };
  }),
  facts: draft.facts.map((each) => ({ ...each, status: statuses[each.id] ?? each.status })),
});

const kinds = await loadKinds();
const united = (from: Draft) => unite(from, 'caritas', 'karitas', kinds);
const statuses = ({ facts }: Draft) => facts.map(({ id, status }) => `${id} ${status}`).join(', ');

test('a name that needed no record of its own leaves the other as it was', () => {
  expect(united(decided({ karitas: 'none' })).entities[0]?.choice).toBeUndefined();
  expect(united(decided({ caritas: 'new', karitas: 'none' })).entities[0]?.choice).toBe('new');
  expect(united(decided({ caritas: 'none', karitas: 'none' })).entities[0]?.choice).toBe('none');
  expect(united(decided({ karitas: { record: 'caritas-gr' } })).entities[0]?.choice).toEqual({
    record: 'caritas-gr',
  });
});

test('a decision on one of two equal facts holds, and two that differ are to be made again', () => {
  expect(statuses(united(decided({}, { a: 'accepted' })))).toBe('a accepted, c proposed');
  expect(statuses(united(decided({}, { b: 'accepted' })))).toBe('a accepted, c proposed');
  expect(statuses(united(decided({}, { a: 'rejected', b: 'accepted' })))).toBe(
    'a proposed, c proposed',
  );
  expect(statuses(united(decided({}, { a: 'rejected', b: 'applied' })))).toBe(
    'a applied, c proposed',
  );
});

const given = (answers: Partial<Answers>): Answers => ({
  is: [],
  same: [],
  new: [],
  title: [],
  different: [],
  none: [],
  edit: [],
  add: [],
  ...answers,
});

test.each<[string, Partial<Answers>]>([
  ['of two names that are one', { same: ['caritas=karitas'], is: ['caritas=x', 'karitas=y'] }],
  ['two titles', { title: ['caritas=One', 'caritas=Two'] }],
  ['a fact of a name without a record', { none: ['caritas'], accept: 'a' }],
])('answers that contradict each other are refused: %s', async (_, answers) => {
  const base = {
    kinds,
    find: async (word: string) => word,
    field: (key: string) => key,
    value: (_draft: Draft, _fact: DraftFact, written: string) => written,
  };
  await expect(answered(draft, given(answers), base)).rejects.toThrow('has two answers');
});
