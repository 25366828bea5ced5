import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import importing from '../../src/commands/import.ts';
import review from '../../src/commands/review.ts';
import type { Draft } from '../../src/drafts/draft.ts';
import { sure } from '../../src/drafts/draft.ts';
import { openSession } from '../../src/session/session.ts';
import { base, call, run } from '../commands/run.ts';
import { heard } from '../surroundings.ts';

const report =
  'The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal.\nIt began in March 2020 and ends in February 2023.\n';

const [ENTER, DOWN, SPACE, INTERRUPT] = ['\r', '\u001b[B', ' ', '\u0003'];

/** A review in which somebody types these keys, each when a new question stands on the screen. */
async function typed(folder: string, keys: readonly string[]): Promise<Draft> {
  const surroundings = await heard(folder, { answering: true });
  const session = await openSession(surroundings, {
    base: undefined,
    language: undefined,
    quiet: false,
    refresh: true,
  });
  let shown = 0;
  const left = [...keys];
  const timer = setInterval(() => {
    const length = surroundings.screen.readableLength;
    if (length === shown) {
      const key = left.shift() ?? ENTER;
      surroundings.keyboard.write(key);
    }
    shown = surroundings.screen.readableLength;
  }, 30);
  try {
    expect(await review.run(call(), session)).toBe(0);
  } finally {
    clearInterval(timer);
    await session.end();
  }
  const { written } = await run(review, folder, call([], { json: true }));
  return JSON.parse(written) as Draft;
}

async function imported(): Promise<string> {
  const folder = base({});
  writeFileSync(join(folder, 'r.txt'), report);
  await run(importing, folder, call(['r.txt']));
  return folder;
}

test('who only presses enter accepts what is sure, and leaves open what is not', async () => {
  const draft = await typed(await imported(), []);
  expect(draft.facts.length).toBeGreaterThan(2);
  for (const { status, confidence } of draft.facts)
    expect(status).toBe(confidence >= sure ? 'accepted' : 'proposed');
  for (const { choice, status, confidence } of draft.entities)
    if (status === 'new' && choice !== undefined) expect(confidence).toBeGreaterThanOrEqual(sure);
}, 60_000);

test('a value that cannot be read is refused with what is expected', async () => {
  const folder = await imported();
  const { written } = await run(review, folder, call([], { json: true }));
  const begins = (JSON.parse(written) as Draft).facts.find(({ field }) => field === 'start');
  const edited = run(review, folder, call([], { edit: [`${begins?.id}=when it snows`] }));
  await expect(edited).rejects.toThrow(/Expected a date.*found “when it snows”/);
});

test('who leaves in the middle keeps what was answered', async () => {
  const draft = await typed(await imported(), [ENTER, SPACE, DOWN, INTERRUPT]);
  expect(draft.entities.some(({ choice }) => choice === 'new')).toBe(true);
  expect(draft.facts.some(({ status }) => status === 'proposed')).toBe(true);
}, 60_000);
