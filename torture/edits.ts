import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Files } from './tools/base-state.ts';
import { filesOf, sameFiles } from './tools/base-state.ts';
import type { Host } from './tools/hosted.ts';
import { host } from './tools/hosted.ts';
import { playground } from './tools/koinon.ts';
import { soundFront } from './tools/texts.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Made-up bases whose records are renamed there and back, merged, linked and what was done is taken back. */
export default async function* edits({ runs, seed }: Wish): AsyncIterable<Row> {
  yield await roundTrips(Math.max(5, Math.round(runs / 2_000)), seed);
}

const link = fc.constantFrom(
  '[[a]]',
  '[[a|The union]]',
  '[[b]]',
  '[[a#Seat]]',
  '![[a]]',
  '[the union](../organisations/a.md)',
  'Union of Saltworkers',
  '`[[a]]`',
  '| [[a\\|it]] |',
  '- lead [[a]]',
  'lead:: [[a]]',
  '<!-- [[a]] -->',
  '%% [[a]] %%',
  '[[nobody]]',
  '# [[a]]',
  'é العربية',
);
const body = fc
  .tuple(
    fc.array(fc.tuple(link, fc.constantFrom(' ', '\n', '\n\n', '. ')), { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([pieces, end]) =>
    pieces
      .map((each) => each.join(''))
      .join('')
      .replaceAll('\n', end),
  );
const field = fc.constantFrom(
  'lead: a',
  'lead: "[[a]]"',
  'partners: [a, b]',
  'partners:\n  - a # why\n  - organisation: b',
  'note: a',
);
const project = fc
  .tuple(fc.uniqueArray(field, { selector: (each) => each.split(':')[0], maxLength: 3 }), body)
  .map(
    ([fields, text]) => `---\ntitle: P\n${fields.map((each) => `${each}\n`).join('')}---\n${text}`,
  );
const base = fc.record({
  front: soundFront,
  // A way out of a folder and back into it would come back as the shorter one.
  own: body.filter((text) => !text.includes('](')),
  projects: fc.array(project, { minLength: 1, maxLength: 3 }),
});

export async function roundTrips(count: number, seed: number): Promise<Row> {
  const running = host();
  try {
    const property = fc.asyncProperty(base, async (made) => roundTrip(made, running));
    const report = await fc.check(property, { numRuns: count, seed, endOnFailure: count > 200 });
    const failure = `${String(report.errorInstance)}\n${fc.defaultReportMessage(report) ?? ''}`;
    return {
      what: 'there and back, and taken back',
      cases: report.numRuns,
      failures: report.failed ? [failure] : [],
      remark: `seed ${seed}`,
    };
  } finally {
    running.end();
  }
}

interface Made {
  readonly front: string;
  readonly own: string;
  readonly projects: readonly string[];
}

async function roundTrip({ front, own, projects }: Made, running: Host): Promise<void> {
  const folder = mkdtempSync(join(playground, 'edits-'));
  for (const each of ['organisations', 'projects']) mkdirSync(join(folder, each));
  writeFileSync(join(folder, 'koinon.yaml'), 'name: X\n');
  writeFileSync(join(folder, 'organisations', 'a.md'), `---\n${titled(front)}---\n${own}`);
  writeFileSync(join(folder, 'organisations', 'b.md'), '---\ntitle: Union of Saltworkers\n---\n');
  for (const [at, text] of projects.entries())
    writeFileSync(join(folder, 'projects', `p${at}.md`), text);
  const before = filesOf(folder);
  try {
    if (await done(['rename', 'a', 'zz'], folder, running)) {
      await done(['rename', 'zz', 'a'], folder, running);
      must(
        sameFiles(before, withoutFormerIds(filesOf(folder))),
        'there and back',
        before,
        filesOf(folder),
      );
      for (const _ of ['back', 'there']) await done(['undo'], folder, running);
      must(sameFiles(before, filesOf(folder)), 'two renames taken back', before, filesOf(folder));
    }
    for (const words of [
      ['link', 'suggest', '--write', '--all'],
      ['merge', 'a', 'b', '--by', 'me'],
    ]) {
      if (!(await done(words, folder, running))) continue;
      if (sameFiles(before, filesOf(folder))) continue;
      await done(['undo'], folder, running);
      must(
        sameFiles(before, filesOf(folder)),
        `${words.join(' ')} taken back`,
        before,
        filesOf(folder),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A record without a title would get that of its old file name. */
function titled(front: string): string {
  return /^title:/m.test(front) ? front : `title: Union A\n${front}`;
}

async function done(words: readonly string[], folder: string, running: Host): Promise<boolean> {
  const { code, error } = await running.call(folder, words);
  if (code !== 0 && code !== 1 && code !== 2)
    throw new Error(`koinon ${words.join(' ')}: ${error}`);
  return code !== 2;
}

function withoutFormerIds(files: Files): Files {
  return new Map(
    [...files].map(([path, text]) => [
      path,
      text.replace(/former_ids:(?: .*)?\r?\n(?: {2}- .*\r?\n)*/, ''),
    ]),
  );
}

function must(isSo: boolean, what: string, before: Files, after: Files): void {
  if (isSo) return;
  const odd = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const shown = odd.map(
    (path) => `${path}: ${JSON.stringify(before.get(path))} → ${JSON.stringify(after.get(path))}`,
  );
  throw new Error(`${what}: ${shown.join('; ')}`);
}
