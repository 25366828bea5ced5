import { expect, test } from 'vitest';
import apply from '../../src/commands/apply.ts';
import check from '../../src/commands/check.ts';
import review from '../../src/commands/review.ts';
import show from '../../src/commands/show.ts';
import { draftNamed } from '../../src/drafts/folder.ts';
import { call, run } from '../commands/run.ts';
import { baseWith, draftOf, entity, fact, read, saltpans } from './draft.ts';

const fair = entity('fair', { kind: 'event', title: 'Salt Fair' });
const venue = fact('fair', 'city', 'Faro', { status: 'proposed' });

function folderWithFair() {
  const draft = { ...draftOf([fair, entity('lcu'), saltpans], [venue]) };
  return baseWith(
    { ...draft, subject: { kind: 'project', entity: 'saltpans', confidence: 1 } } as typeof draft,
    { 'organisations/union.md': '---\ntitle: Lagoon Union\n---\n' },
  );
}

test('what was not found is added, read like any other value, and marked as set by a person', async () => {
  const folder = folderWithFair();
  const added = ['start=12 March 2024', 'Country=Portugal', 'organisers=LCU', 'hosts=Lagoon Union'];
  const { noted } = await run(review, folder, call([], { add: added, to: 'Salt Fair' }));
  expect(noted).toContain('4 facts accepted');
  const { written } = await run(review, folder, call([], { list: true }));
  expect(written).toMatch(/Start: 2024-03-12 .*set by a person/);
  expect((await run(apply, folder, call())).code).toBe(0);
  const record = read(folder, 'events/salt-fair.md');
  for (const line of ['start: 2024-03-12', 'organisers:', '[[lcu]]', '[[union]]', 'edited:'])
    expect(record).toContain(line);
  expect(record).not.toContain('supports');
  expect((await run(show, folder, call(['salt-fair']))).written).toContain(
    '2024-03-12 (set by a person)',
  );
  expect((await run(check, folder, call())).code).toBe(0);
});

test('without a name it is about the main subject, and the document is one too', async () => {
  const folder = folderWithFair();
  await run(review, folder, call([], { add: ['end=2023'] }));
  await run(review, folder, call([], { add: ['url=https://example.org/fair'], to: 'document' }));
  expect(draftNamed(folder, undefined).facts.slice(1)).toMatchObject([
    { subject: 'saltpans', field: 'end', value: '2023', status: 'accepted' },
    { subject: 'document', field: 'url' },
  ]);
});

test('what was found already is accepted as it was found', async () => {
  const folder = folderWithFair();
  await run(review, folder, call([], { add: ['city=Faro'], to: 'fair' }));
  expect(draftNamed(folder, undefined).facts).toEqual([{ ...venue, status: 'accepted' }]);
});

test.each([
  [['colour=blue'], 'A record of kind event has no field “colour”; it has acronym'],
  [['start=when it snows'], /Expected a date.*found “when it snows”/],
  [['hosts=Nobody'], 'No record is called “Nobody”'],
  [['constructor=x'], 'no field “constructor”'],
  [['start'], '--add expects two with “=” between'],
  [['start=2020', 'start=2021'], '“start” of “Salt Fair” was found already, as 2020'],
])('%o is refused, and nothing is decided', async (add, reason) => {
  const folder = folderWithFair();
  const before = draftNamed(folder, undefined);
  await expect(run(review, folder, call([], { add, to: 'fair' }))).rejects.toThrow(reason);
  expect(draftNamed(folder, undefined)).toEqual(before);
});

test('it needs a name that is worth a record', async () => {
  const folder = folderWithFair();
  await run(review, folder, call([], { none: ['fair'] }));
  await expect(run(review, folder, call([], { add: ['start=2024'], to: 'fair' }))).rejects.toThrow(
    '“Salt Fair” needs no record',
  );
  await expect(run(review, folder, call([], { to: 'fair' }))).rejects.toThrow('give --add');
  await expect(run(review, folder, call([], { add: ['start=2024'], to: 'other' }))).rejects.toThrow(
    'no name “other”',
  );
});
