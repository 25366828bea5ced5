import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../src/command.ts';
import command from '../../src/commands/new.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { readFront } from '../../src/markdown/front.ts';
import { openSession } from '../../src/session/session.ts';
import type { Heard } from '../surroundings.ts';
import { exampleCopy, heard } from '../surroundings.ts';

const globals = { base: undefined, language: undefined, quiet: false, refresh: true };

function call(
  words: readonly string[],
  set: readonly string[],
  flags: readonly string[] = [],
  texts: Readonly<{ [option: string]: string }> = {},
): Call {
  return {
    words,
    text: (option) => texts[option],
    list: (option) => (option === 'set' ? set : []),
    flag: (option) => flags.includes(option),
  };
}

/** Waits until a question stands on the screen, then types the answer to it. */
async function answer(to: Heard, question: string, typed: string): Promise<void> {
  let shown = '';
  for await (const chunk of to.screen.iterator({ destroyOnReturn: false })) {
    shown += String(chunk);
    if (shown.includes(question)) break;
  }
  to.keyboard.write(`${typed}\r`);
}

test('asks for the fields of a kind, checks each answer, and writes a record that reads the same', async () => {
  const folder = exampleCopy();
  const surroundings = await heard(folder, { answering: true });
  const session = await openSession(surroundings, globals);
  const running = command.run(call(['organisation'], []), session);
  await answer(surroundings, 'Title', 'Coopérative "L\'Oasis": Sfax');
  await answer(surroundings, 'Acronym', 'OASIS');
  await answer(surroundings, 'a form of organisation', 'SCOP');
  await answer(surroundings, 'a country', 'Tunisa');
  await answer(surroundings, 'Expected a country', '\u007f'.repeat(6) + 'Tunisie');
  await answer(surroundings, 'City', 'Sfax');
  await answer(surroundings, 'a theme', 'femmes, économie circulaire');
  await answer(surroundings, 'a web address', '');
  await answer(surroundings, 'Summary', 'Women who recycle, in Sfax');
  expect(await running).toBe(0);
  const written = readFileSync(join(folder, 'organisations/oasis.md'), 'utf8');
  expect({ ...readFront(written).data }).toEqual({
    kind: 'organisation',
    title: 'Coopérative "L\'Oasis": Sfax',
    acronym: 'OASIS',
    form: 'worker-cooperative',
    country: 'TN',
    city: 'Sfax',
    themes: ['women', 'circular-economy'],
    summary: 'Women who recycle, in Sfax',
  });
  await session.end();
});

test('names become links by the ids of the records that they mean', async () => {
  const folder = exampleCopy();
  const session = await openSession(await heard(folder), globals);
  const set = [
    'title=New project',
    'partners=CEPES Andalucía',
    'partners=Nobody yet',
    'start=2025-02',
  ];
  expect(await command.run(call(['project'], set), session)).toBe(0);
  await session.end();
  expect(readFileSync(join(folder, 'projects/new-project.md'), 'utf8')).toBe(
    '---\nkind: project\ntitle: New project\nstart: 2025-02\npartners:\n  - "[[cepes-andalucia]]"\n  - "[[Nobody yet]]"\n---\n',
  );
});

test('nothing is written with --dry-run, for a taken id, a wrong value, or where nobody answers', async () => {
  const folder = exampleCopy();
  const session = await openSession(await heard(folder), globals);
  await command.run(call(['event'], ['title=Meeting'], ['dry-run']), session);
  expect(existsSync(join(folder, 'events/meeting.md'))).toBe(false);
  for (const [words, set] of [
    [['organisation'], ['title=ACPP']],
    [['organisation'], ['title=X', 'country=Frace']],
    [['organisation'], []],
    [['thing'], ['title=X']],
  ] as const) {
    await expect(command.run(call(words, set), session)).rejects.toThrow(UsageError);
  }
  await session.end();
});

test.each([
  [['title=A', 'id=b'], {}, /--id/],
  [['title=A', 'Kind=event'], {}, /first word.*koinon new organisation/],
  [['title=A', 'title=B'], {}, /one title/],
  [['title=A'], { id: 'a/b' }, /without “\/”.*\(a-b\?\)/],
  [['title=A'], { id: 'a'.repeat(100) }, /id would be read as/],
])('what would be read otherwise is not written: %j %j', async (set, texts, message) => {
  const folder = exampleCopy();
  const before = readdirSync(join(folder, 'organisations'));
  const session = await openSession(await heard(folder), globals);
  const running = command.run(call(['organisation'], set, [], texts), session);
  await expect(running).rejects.toThrow(message);
  await expect(running).rejects.toThrow(UsageError);
  await session.end();
  expect(readdirSync(join(folder, 'organisations'))).toEqual(before);
});

test.each([
  ['12 mars 2024', '2024-03-12'],
  ['12/03/2024', '2024-03-12'],
  ['12 March 2024', '2024-03-12'],
  ['2024-03', '2024-03'],
])('reads the day %s as review does', async (written, date) => {
  const folder = exampleCopy();
  const session = await openSession(await heard(folder), globals);
  const set = ['title=Salt fair', `start=${written}`];
  expect(await command.run(call(['event'], set), session)).toBe(0);
  await session.end();
  expect(readFileSync(join(folder, 'events/salt-fair.md'), 'utf8')).toContain(`start: ${date}\n`);
});

test.each([
  ['CEPES Andalucía; Legacoop', ['[[cepes-andalucia]]', '[[legacoop]]'], ''],
  ['CEPES Andalucía, Legacoop', ['[[cepes-andalucia]]', '[[legacoop]]'], ''],
  ['Legacoop, Faro', ['[[Legacoop, Faro]]'], 'is taken for one name'],
  ['Nobody; Legacoop', ['[[Nobody]]', '[[legacoop]]'], 'No record is called “Nobody” yet'],
])('several links in one text, as in “%s”, are told apart', async (written, links, noted) => {
  const folder = exampleCopy();
  const surroundings = await heard(folder);
  const session = await openSession(surroundings, globals);
  const set = ['title=Salt fair', `organisers=${written}`, 'aliases=Fair, the; Foire'];
  expect(await command.run(call(['event'], set), session)).toBe(0);
  await session.end();
  const { organisers, aliases } = readFront(
    readFileSync(join(folder, 'events/salt-fair.md'), 'utf8'),
  ).data;
  expect([organisers].flat()).toEqual(links);
  expect(aliases).toEqual(['Fair, the', 'Foire']);
  expect(surroundings.noted.join('\n')).toContain(noted);
});
