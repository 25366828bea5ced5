import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { locate } from '../../src/markdown/locate.ts';
import { findings, tally } from '../../src/base/findings.ts';
import type { IngestOptions } from '../../src/base/ingest.ts';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { context, page } from '../store/contract.ts';
import type { Files } from './folder.ts';
import { asNobody } from './as-nobody.ts';
import { folderWith, writeFiles } from './folder.ts';
import { cost, costOf } from '../cost.ts';
import { messageLine } from '../message-line.ts';

/** A base with an index in memory that notes which changes it was given. */
function base(files: Files) {
  const folder = folderWith(files);
  const store = sqliteStore(undefined, context.kinds);
  onTestFinished(() => store[Symbol.asyncDispose]());
  const seen: string[] = [];
  const noting: Store = {
    ...store,
    apply: (changes) =>
      store.apply(
        (async function* () {
          for await (const change of changes) {
            seen.push(shown(change));
            yield change;
          }
        })(),
      ),
  };
  return {
    folder,
    store,
    run: async (options?: IngestOptions) => {
      seen.length = 0;
      const counts = await ingest(folder, noting, context, options);
      return { ...counts, seen: [...seen] };
    },
    titles: async () => {
      const titles: { [path: string]: string } = {};
      for await (const { path, title } of store.records({})) titles[path] = title;
      return titles;
    },
    messages: async () => (await findings(store, context.kinds)).map(messageLine),
  };
}

function shown(change: Change): string {
  if ('put' in change) return `put ${change.put}`;
  if ('touch' in change) return `touch ${change.touch}`;
  return 'flag' in change ? `flag ${change.flag}` : `drop ${change.drop}`;
}

/** So that a file lies outside the time in which two writes can look the same. */
async function settle(run: () => Promise<unknown>): Promise<void> {
  await wait(2_050);
  await run();
}

const project = (title: string) => page(`kind: project\ntitle: ${title}`);
const many = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}.md`, project(`N${n}`)]));

describe('what is read', () => {
  it('is all of a new base, then only what is not certain to be the same, then nothing', async () => {
    const { folder, run, titles } = base({ 'a.md': project('A'), 'b.md': project('B') });
    expect(await run()).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      removed: 0,
      moved: 0,
      kept: 0,
      unsettled: 0,
      seen: ['put a.md', 'put b.md'],
    });
    // Written in the last two seconds: looked at again, and found to be the same.
    expect(await run()).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      seen: ['touch a.md', 'touch b.md'],
    });
    await settle(run);
    expect(await run()).toMatchObject({ unchanged: 2, seen: [] });
    expect(await run({ verify: true })).toMatchObject({
      unchanged: 2,
      changed: 0,
      seen: ['touch a.md', 'touch b.md'],
    });
    expect(await run({ force: true })).toMatchObject({
      changed: 2,
      seen: ['put a.md', 'put b.md'],
    });

    // Another text of the same size, with the old time given back: the time of the change tells.
    const { atime, mtime, size } = statSync(join(folder, 'a.md'));
    await run();
    writeFileSync(join(folder, 'a.md'), project('Z'));
    utimesSync(join(folder, 'a.md'), atime, mtime);
    expect(statSync(join(folder, 'a.md')).size).toBe(size);
    expect(await run()).toMatchObject({ changed: 1, unchanged: 1, seen: ['put a.md'] });

    // Touched, not changed.
    utimesSync(join(folder, 'b.md'), new Date(), new Date());
    expect(await run()).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await titles()).toEqual({ 'a.md': 'Z', 'b.md': 'B' });

    // A clock that is ahead: never taken for settled.
    utimesSync(join(folder, 'b.md'), new Date('2100-01-01'), new Date('2100-01-01'));
    await settle(run);
    expect((await run()).seen).toEqual(['touch b.md']);
  });

  it('sees two writes in one tick', async () => {
    const { folder, run, titles } = base({ 'a.md': project('0') });
    for (let turn = 1; turn < 10; turn++) {
      await run();
      writeFileSync(join(folder, 'a.md'), project(String(turn)));
      utimesSync(join(folder, 'a.md'), 1e9, 1e9);
    }
    await run();
    expect(await titles()).toEqual({ 'a.md': '9' });
  });

  it('does not open what looks as it did', async () => {
    const { folder, run, titles } = base({ 'a.md': project('A'), 'b.md': project('B') });
    await run();
    await settle(run);
    // A file that its reader may not open gives a message when it is opened.
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'a.md'), 0);
    expect(await asNobody(() => run())).toMatchObject({ seen: ['flag a.md'] });
    const { ino, size, mtimeMs, ctimeMs } = statSync(join(folder, 'a.md'));
    const state = { size, mtime: mtimeMs, ctime: ctimeMs, inode: ino, hash: 'h', racy: false };
    const forged = base({});
    await forged.store.apply([{ put: 'a.md', state, problems: [] }]);
    const counts = await asNobody(() => ingest(folder, forged.store, context));
    expect(counts).toMatchObject({ unchanged: 1, added: 1, changed: 0 });
    expect(await forged.messages()).toEqual([]);
    expect(await titles()).toEqual({ 'a.md': 'A', 'b.md': 'B' });
  });

  it('tells its progress', async () => {
    const { run } = base(many(3));
    const told: string[] = [];
    await run({ progress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('files that come and go', () => {
  it('a new name keeps the record, with or without other changes', async () => {
    const { folder, store, run, titles } = base({
      'p/a.md': page('kind: project\nrelated: b'),
      'p/b.md': project('B'),
      'p/c.md': project('C'),
    });
    await run();
    const key = async (path: string) => {
      for await (const record of store.records({})) if (record.path === path) return record.key;
      return undefined;
    };
    const before = await key('p/b.md');
    mkdirSync(join(folder, 'q'));
    renameSync(join(folder, 'p/b.md'), join(folder, 'q/z.md'));
    rmSync(join(folder, 'p/c.md'));
    writeFiles(folder, { 'p/new.md': project('New') });
    expect(await run()).toMatchObject({ moved: 1, removed: 1, added: 1, changed: 0, unchanged: 1 });
    expect(await key('q/z.md')).toBe(before);
    expect(await titles()).toEqual({ 'p/a.md': 'a', 'p/new.md': 'New', 'q/z.md': 'B' });
  });

  it('two that change places are two that changed', async () => {
    const { folder, run, titles } = base({ 'a.md': project('A'), 'b.md': project('B') });
    await run();
    renameSync(join(folder, 'a.md'), join(folder, 'x'));
    renameSync(join(folder, 'b.md'), join(folder, 'a.md'));
    renameSync(join(folder, 'x'), join(folder, 'b.md'));
    expect(await run()).toMatchObject({ changed: 2 });
    expect(await titles()).toEqual({ 'a.md': 'B', 'b.md': 'A' });
  });

  it('a mass removal waits for a word', async () => {
    const { folder, run, titles } = base(many(20));
    await run();
    for (let n = 0; n < 11; n++) rmSync(join(folder, `n${n}.md`));
    expect(await run()).toMatchObject({ removed: 0, kept: 11, unchanged: 9 });
    expect(Object.keys(await titles())).toHaveLength(20);
    expect(await run({ prune: true })).toMatchObject({ removed: 11, kept: 0 });
    expect(Object.keys(await titles())).toHaveLength(9);
    for (let n = 11; n < 20; n++) rmSync(join(folder, `n${n}.md`));
    expect(await run()).toMatchObject({ removed: 9, kept: 0 });
  });

  it('a folder that is gone takes its records along, one that cannot be read does not', async () => {
    const { folder, run, titles, messages } = base({
      'open/a.md': project('A'),
      'closed/b.md': project('B'),
    });
    await run();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    expect(await asNobody(() => run())).toMatchObject({ removed: 0 });
    chmodSync(join(folder, 'closed'), 0o755);
    expect(await titles()).toEqual({ 'open/a.md': 'A', 'closed/b.md': 'B' });
    expect(await messages()).toEqual([
      'closed:1:1  warning  file  This folder cannot be read; what the index knows of it is kept. Give yourself permission to read it',
    ]);
    await run();
    expect(await messages()).toEqual([]);
    rmSync(join(folder, 'closed'), { recursive: true });
    expect(await run()).toMatchObject({ removed: 1 });
    expect(await titles()).toEqual({ 'open/a.md': 'A' });
  });

  it('a base that is not mounted loses nothing', async () => {
    const { folder, run, titles } = base({ 'a.md': project('A') });
    await run();
    renameSync(folder, `${folder}-away`);
    expect(await run()).toMatchObject({ removed: 0 });
    renameSync(`${folder}-away`, folder);
    expect(await titles()).toEqual({ 'a.md': 'A' });
  });

  it('what becomes a link or a folder is no record any more, and says why', async () => {
    const { folder, run, titles, messages } = base({
      'a.md': project('A'),
      'b.md': project('B'),
      'c.md': project('C'),
    });
    await run();
    rmSync(join(folder, 'a.md'));
    symlinkSync('c.md', join(folder, 'a.md'));
    rmSync(join(folder, 'b.md'));
    mkdirSync(join(folder, 'b.md'));
    await run();
    expect(await titles()).toEqual({ 'c.md': 'C' });
    expect(await messages()).toEqual([
      'a.md:1:1  warning  file  A link to a file elsewhere is not read; put the file itself into the base',
    ]);
    rmSync(join(folder, 'a.md'));
    writeFiles(folder, { 'a.md': project('A') });
    await run();
    expect(await titles()).toEqual({ 'a.md': 'A', 'c.md': 'C' });
    expect(await messages()).toEqual([]);
  });
});

describe('files that cannot be used', () => {
  it.each([
    ['emptied', () => '', /The file is empty now; the record is kept/],
    ['filled with blanks', () => ' \n\n', /The file is empty now; the record is kept/],
    [
      'saved in Latin-1',
      () => Buffer.from(project('Économie'), 'latin1'),
      /found another encoding, perhaps Latin-1/,
    ],
    ['saved in UTF-16', () => Buffer.from(`\ufeff${project('A')}`, 'utf16le'), /found UTF-16/],
  ])('%s: the record stays until the file is good again', async (_, content, reason) => {
    const good = page('kind: project\ntitle: A\nstart: never');
    const { folder, run, titles, messages } = base({ 'a.md': good });
    await run();
    const before = await messages();
    expect(before).toHaveLength(1);
    writeFileSync(join(folder, 'a.md'), content());
    // Long enough ago that nobody is still writing it.
    utimesSync(join(folder, 'a.md'), 1e9, 1e9);
    await run();
    expect(await titles()).toEqual({ 'a.md': 'A' });
    const told = await messages();
    expect(told).toEqual([expect.stringMatching(reason)]);
    await run();
    expect(await messages()).toEqual(told);
    writeFileSync(join(folder, 'a.md'), good);
    await run();
    expect(await messages()).toEqual(before);
    rmSync(join(folder, 'a.md'));
    await run();
    expect(await titles()).toEqual({});
    expect(await messages()).toEqual([]);
  });

  it('an editor that empties a file before it writes it is waited for', async () => {
    const { folder, run, titles, messages } = base({ 'a.md': project('A') });
    await run();
    truncateSync(join(folder, 'a.md'), 0);
    setTimeout(() => writeFileSync(join(folder, 'a.md'), project('B')), 150);
    await run();
    expect(await titles()).toEqual({ 'a.md': 'B' });
    expect(await messages()).toEqual([]);
  });

  it('a new one in another encoding is named and no record', async () => {
    const { run, titles, messages } = base({
      'a.md': Buffer.from(project('É'), 'latin1'),
      'b.md': project('B'),
    });
    await run();
    expect(await titles()).toEqual({ 'b.md': 'B' });
    expect(await messages()).toEqual([
      expect.stringMatching(/^a\.md:1:1 {2}error {2}file {2}Expected a file in UTF-8/),
    ]);
  });

  it('decomposed names are the same to links and ids', async () => {
    const name = 'Économie'.normalize('NFD');
    const { run, store, messages } = base({
      [`projects/${name}.md`]: page('title: É'),
      'projects/s.md': page('title: S', '[[Économie]] [x](Économie.md) [y](%C3%89conomie.md)\n'),
    });
    await run();
    expect(await messages()).toEqual([]);
    expect((await store.find('economie')).map(({ id }) => id)).toEqual(['economie']);
    expect(Object.fromEntries((await store.counts()).links)).toEqual({ resolved: 3 });
  });
});

describe('messages', () => {
  const files: Files = {
    'organisations/a.md': page('title: A\ncountry: Frace\nid: same'),
    'organisations/b.md': page('title: B\nid: same\nmember_of: "[[Nowhere]]"'),
    'organisations/x.md': page('title: Twin'),
    'organisations/y.md': page('title: Twin'),
    'projects/p.md': page(
      'title: P\nlead: Twin\npartners: [e, a]\nassociates: [a]',
      'See [[Twn]].\n',
    ),
    'events/e.md': page('title: E: F'),
    'projects/e.md': page('title: G'),
    'nothing.md': 'No record\n',
    'latin.md': Buffer.from('é', 'latin1'),
    'odd.md': page('title: Odd\nkind: projct'),
  };

  it('have their place, and are the same when nothing is read', async () => {
    const { run, store, messages } = base(files);
    await run();
    const first = await messages();
    expect(first).toEqual([
      expect.stringMatching(
        /^events\/e\.md:1:1 {2}warning {2}id {2}The file shares its name with projects\/e\.md; its id is “events\/e”/,
      ),
      'events/e.md:2:8  error  yaml  A colon followed by a space inside a text; put the text in quotes (title: "E: F"?)',
      'latin.md:1:1  error  file  Expected a file in UTF-8, found another encoding, perhaps Latin-1 or Windows-1252; save it again as UTF-8',
      'nothing.md:1:1  info  kind  No front matter: not a record. Begin it with lines ---, title: … and --- to make it one',
      'odd.md:3:7  error  kind  Expected a kind of record, found “projct” (project?)',
      expect.stringMatching(/^organisations\/a\.md:3:10 {2}error {2}country/),
      'organisations/a.md:4:5  error  id  The id “same” is also that of organisations/b.md; give one of them another id',
      'organisations/b.md:3:5  error  id  The id “same” is also that of organisations/a.md; give one of them another id',
      'organisations/b.md:4:12  warning  unresolved  No record is called “Nowhere”',
      expect.stringMatching(/^projects\/e\.md:1:1 {2}warning {2}id/),
      'projects/p.md:3:7  error  ambiguous  “Twin” can mean 2 records; write the id of the one you mean (x, y?)',
      'projects/p.md:4:12  error  wrong-kind  Expected an organisation in “partners”, found the project projects/e',
      'projects/p.md:5:14  warning  doubled  A stands in “associates” and in “partners” too; keep one of the two',
      expect.stringMatching(
        /^projects\/p\.md:7:5 {2}warning {2}unresolved {2}No record is called “Twn” \(/,
      ),
    ]);
    const counts = await tally(store);
    for (const severity of ['error', 'warning', 'info'] as const)
      expect(counts[severity], severity).toBe(
        first.filter((line) => line.includes(`  ${severity}  `)).length,
      );
    await run();
    expect(await messages()).toEqual(first);
    await settle(run);
    expect((await run()).seen).toEqual([]);
    expect(await messages()).toEqual(first);
    await run({ force: true });
    expect(await messages()).toEqual(first);
  });
});

it('of many problems in one file the places are found in one reading', async () => {
  const partners = Array.from({ length: 1_500 }, (_, index) => `  - ${index}`).join('\n');
  const front = `title: P\npartners:\n${partners}`;
  const { run, messages } = base({ 'projects/p.md': page(front) });
  await run();
  const once = cost(() => locate(front, ['partners', 1_499]), 3);
  let found: readonly string[] = [];
  const all = await costOf(async () => (found = await messages()));
  expect(found).toHaveLength(1_500);
  expect(found.at(-1)).toMatch(/^projects\/p\.md:1503:5 /);
  expect(all).toBeLessThan(100 * once);
});

it('the files themselves are never written', async () => {
  const { folder, run } = base({ 'a.md': '\ufeff---\r\ntitle: A: b\r\n---\r\n' });
  const before = readFileSync(join(folder, 'a.md'));
  await run();
  await run({ force: true });
  expect(readFileSync(join(folder, 'a.md'))).toEqual(before);
});
