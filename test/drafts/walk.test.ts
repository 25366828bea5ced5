import { expect, test } from 'vitest';
import type { Draft, DraftEntity, DraftFact } from '../../src/drafts/draft.ts';
import { newDraft } from '../../src/drafts/draft.ts';
import type { Walk } from '../../src/drafts/walking.ts';
import { retold } from '../../src/actors/told.ts';
import { walk } from '../../src/drafts/walk.ts';
import type { Entity, Fact } from '../../src/extract/extraction.ts';
import { loadKinds } from '../../src/registry.ts';
import { catalogue } from '../../src/language/catalogue.ts';
import { palette } from '../../src/terminal/colour.ts';
import { concepts } from '../../src/vocabulary/load.ts';

const text = 'MedTOWN began in 2019, ended in 2023 and was led by ACPP. مشروع';

function quote(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, quote: words };
}

function fact(id: string, field: string, value: string, confidence: number, words: string): Fact {
  return {
    id,
    subject: 'medtown',
    field,
    value,
    evidence: [quote(words)],
    rule: 'test',
    confidence,
  };
}

function entity(id: string, more: Partial<Entity>): Entity {
  return {
    id,
    kind: 'organisation',
    title: id.toUpperCase(),
    aliases: [],
    status: 'new',
    confidence: 0.9,
    rule: 'test',
    mentions: [quote('ACPP')],
    roles: [],
    ...more,
  };
}

const draft: Draft = newDraft(
  'd',
  { file: 'd.txt' },
  'text',
  {
    document: { title: 'D', language: 'en', dates: [], sha256: '' },
    subject: { kind: 'project', entity: 'medtown' },
    facts: [
      fact('a', 'start', '2019', 0.95, '2019'),
      fact('b', 'end', '2023', 0.6, '2023'),
      fact('c', 'lead', 'acpp', 0.95, 'led by ACPP'),
    ],
    entities: [
      entity('medtown', { kind: 'project', title: 'MedTOWN', mentions: [quote('MedTOWN')] }),
      entity('acpp', {
        status: 'candidates',
        candidates: [{ record: 'acpp-es', score: 0.8, reason: 'same acronym' }],
        roles: [
          {
            role: 'lead',
            of: 'medtown',
            evidence: quote('led by ACPP'),
            rule: 'test',
            confidence: 0.9,
          },
        ],
      }),
    ],
    acronyms: [],
    countries: [],
    regions: [],
    money: [],
    themes: [],
    figures: [],
  },
  [],
);

type Answer = string | readonly string[];

/** Walks with these answers, one after the other; remembers what was asked, said and saved. */
async function walked(answers: readonly Answer[], from = draft) {
  const left = [...answers];
  const asked: string[] = [];
  const said: string[] = [];
  const saved: Draft[] = [];
  const next = (question: string, values: readonly string[]): Answer => {
    asked.push(question);
    const answer = left.shift() ?? 'quit';
    for (const each of [answer].flat()) if (values.length > 0) expect(values).toContain(each);
    return answer;
  };
  const walking: Walk = {
    questions: {
      text: async (question) => next(question, []) as string,
      choose: async (question, choices) =>
        next(
          question,
          choices.map(({ value }) => value),
        ) as never,
      tick: async (question, choices) => {
        const answer = next(question, []);
        return (
          answer === 'ticked'
            ? choices.filter(({ ticked }) => ticked).map(({ value }) => value)
            : answer
        ) as never;
      },
    },
    say: (line) => said.push(line),
    told: (message) => message,
    palette: await palette(false),
    showing: {
      kinds: await loadKinds(),
      language: 'en',
      colon: ': ',
      labels: catalogue('en'),
      concepts,
    },
    reason: (reason) => reason,
    text,
    find: async (word) => (word === 'x' ? { reason: 'none' } : { id: word }),
    readable: (_draft, _fact, value) => ({ value }),
    add: async (now, subject, written) => {
      const [field = '', value = ''] = written.split('=');
      const added = { ...fact('z', field, value, 1, 'MedTOWN'), subject, evidence: [] };
      return value === ''
        ? { reason: 'no' }
        : { draft: { ...now, facts: [...now.facts, { ...added, status: 'accepted' }] } };
    },
    save: async (now) => {
      saved.push(now);
    },
  };
  return { draft: await walk(from, walking), asked, said, saved, left };
}

function statuses({ facts }: Draft): string {
  return facts
    .map(({ id, status, edited }) => `${id} ${status}${edited === undefined ? '' : ` ${edited}`}`)
    .join(', ');
}

test('reasons are said again in the words of a person, and her texts stay', () => {
  const french: Record<string, string> = {
    'the same words': 'les mêmes mots',
    'the same country': 'le même pays',
  };
  const words = {
    told: (message: string) => french[message] ?? message,
    place: (code: string) => (code === 'ES' ? 'Espagne' : code),
    colon: ' : ',
  };
  expect(retold('“A” and “B”, the same words: solidarity, work, the same country: ES', words)).toBe(
    '“A” and “B”, les mêmes mots : solidarity, work, le même pays : Espagne',
  );
});

test('what is sure is ticked, and what is not is not', async () => {
  const { draft: made, said, left } = await walked(['new', 'ticked', 'on', 'is acpp-es']);
  expect(statuses(made)).toBe('a accepted, b proposed, c accepted');
  expect(made.entities.map(({ choice }) => choice)).toEqual(['new', { record: 'acpp-es' }]);
  expect(said.join('\n')).toContain('MedTOWN began in [2019], ended in 2023');
  expect(left).toEqual([]);
});

test('the others can be looked at one by one, and edited', async () => {
  const { draft: made } = await walked([
    'new',
    ['a'],
    'each',
    'edit',
    '2024',
    'link',
    'acpp-it',
    'quit',
  ]);
  expect(statuses(made)).toBe('a accepted, b accepted 2024, c accepted acpp-it');
});

test('every answer is saved at once, and stopping loses none', async () => {
  const { saved } = await walked(['new', ['a'], 'quit']);
  expect(statuses(saved.at(-1) ?? draft)).toBe('a accepted, b proposed, c proposed');
});

test('the last answer can be taken back', async () => {
  const { draft: made, saved } = await walked([
    'new',
    ['a', 'b', 'c'],
    'on',
    'undo',
    // What was taken back is asked again.
    [],
    'undo',
    'quit',
  ]);
  expect(statuses(made)).toBe('a proposed, b proposed, c proposed');
  expect(made.entities[0]?.choice).toBeUndefined();
  expect(saved.at(-1)).toEqual(made);
});

test('back asks again what is settled, and goes on from there', async () => {
  const { asked } = await walked(['new', [], 'back', 'none', 'quit']);
  expect(asked.filter((question) => question === 'Which record is this?')).toHaveLength(3);
});

test('what needs no record takes its facts with it', async () => {
  const { draft: made } = await walked(['new', 'ticked', 'reject', 'none']);
  expect(statuses(made)).toBe('a accepted, b rejected, c rejected');
});

test('one undo takes back one answer, also that a record is not meant', async () => {
  const { draft: made, said } = await walked(['new', ['a'], 'on', 'not acpp-es', 'undo', 'quit']);
  expect(statuses(made)).toBe('a accepted, b proposed, c proposed');
  expect(made.entities[1]?.not ?? []).toEqual([]);
  expect(made.entities[1]?.candidates?.map(({ record }) => record)).toEqual(['acpp-es']);
  expect(said.join()).not.toContain('nothing to take back');
});

test('a record that it is not is no longer offered', async () => {
  const { draft: made } = await walked(['new', 'ticked', 'on', 'not acpp-es', 'new']);
  expect(made.entities[1]).toMatchObject({ choice: 'new', not: ['acpp-es'], candidates: [] });
});

test('one undo takes back one answer, and asks for it again', async () => {
  const { draft: made, asked } = await walked(['new', [], 'on', 'not acpp-es', 'undo', 'quit']);
  expect(made.entities[0]?.choice).toBe('new');
  expect(made.entities[1]).toEqual(draft.entities[1]);
  expect(asked.slice(3)).toEqual([...Array(3).keys()].map(() => 'Which record is this?'));
  const twice = await walked(['new', [], 'undo', 'none', 'quit']);
  expect(twice.asked[3]).toBe('Which record is this?');
});

test('a new record may get another title, and two names may be one', async () => {
  const second = { ...draft.entities[1], id: 'asamblea', title: 'Asamblea' } as DraftEntity;
  const facts = [
    ...draft.facts,
    { ...draft.facts[0], id: 'd', subject: 'asamblea', field: 'founded' } as DraftFact,
  ];
  const from = { ...draft, entities: [...draft.entities, second], facts };
  const { draft: made, left } = await walked(
    ['title', 'Med Town', 'ticked', 'on', 'same', 'acpp', 'ticked', 'on', 'is acpp-es'],
    from,
  );
  expect(left).toEqual([]);
  expect(made.entities).toMatchObject([
    { title: 'Med Town', choice: 'new' },
    { id: 'acpp', also: ['asamblea'], aliases: ['Asamblea'] },
  ]);
  expect(made.facts.find(({ id }) => id === 'd')).toMatchObject({
    subject: 'acpp',
    status: 'accepted',
  });
});

test('what is inferred is never ticked before somebody looks', async () => {
  const facts = draft.facts.map((each) => (each.id === 'a' ? { ...each, inferred: true } : each));
  const { draft: made } = await walked(['new', 'ticked', 'on'], { ...draft, facts } as Draft);
  expect(statuses(made)).toBe('a proposed, b proposed, c accepted');
});

test('what is missing can be added, and is ticked when the facts are asked about again', async () => {
  const { draft: after, asked } = await walked(
    ['new', ['a'], 'add', 'status=closed', ['a', 'z'], 'on', 'quit'],
    draft,
  );
  expect(asked).toContain('What is missing, as FIELD=VALUE (empty: nothing):');
  expect(statuses(after)).toBe('a accepted, b proposed, c proposed, z accepted');
});

test('a name that is known by likeness alone is a question, one that is known by its name is none', async () => {
  const as = (score: number | undefined): Draft => ({
    ...draft,
    entities: draft.entities.map((each) =>
      each.id === 'acpp'
        ? {
            ...each,
            status: 'known',
            record: 'acpp-es',
            candidates: score === undefined ? [] : [{ record: 'acpp-es', score, reason: 'alike' }],
          }
        : { ...each, choice: 'new', status: 'known' },
    ),
  });
  const answers = ['ticked', 'on'];
  expect((await walked([...answers, 'is acpp-es'], as(0.97))).asked).toContain(
    'Which record is this?',
  );
  for (const score of [1, undefined])
    expect((await walked(answers, as(score))).asked).not.toContain('Which record is this?');
});
