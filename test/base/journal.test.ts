import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesIn as files } from './folder.ts';
import { historyFiles } from '../../src/base/history.ts';
import {
  forgetHistory,
  openOperation,
  operations,
  perform,
  recover,
  undo,
} from '../../src/base/journal.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import type { Lock } from '../../src/store/sqlite/lock.ts';
import { takeLock } from '../../src/store/sqlite/lock.ts';
import { temporaryFolder } from '../surroundings.ts';

const source = fileURLToPath(new URL('../../src/base/journal.ts', import.meta.url));

const changes = [
  { path: 'organisations/a.md', before: 'a', after: 'A' },
  { path: 'organisations/b.md', before: 'b', after: null },
  { path: 'projects/new/c.md', before: null, after: 'C' },
];
const before = { 'organisations/a.md': 'a', 'organisations/b.md': 'b' };
const after = { 'organisations/a.md': 'A', 'projects/new/c.md': 'C' };

function base(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'organisations'));
  for (const [path, text] of Object.entries(before)) writeFileSync(join(folder, path), text);
  return folder;
}

/** A run in a process of its own that ends at the step that is named. */
function interrupted(folder: string, failpoint: string): void {
  const script = `import { perform } from ${JSON.stringify(source)};
await perform(${JSON.stringify(folder)}, { label: 'test', changes: ${JSON.stringify(changes)} });`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, KOINON_FAILPOINT: failpoint },
  });
}

test('files change together, and are taken back together', async () => {
  const folder = base();
  await perform(folder, { label: 'test', changes });
  expect(files(folder)).toEqual(after);
  expect((await undo(folder))?.label).toBe('test');
  expect(files(folder)).toEqual(before);
  expect(await undo(folder)).toBeUndefined();
});

test('who may read a file stays as it was, also where it gets another name or comes back', async () => {
  const folder = base();
  const modeOf = (path: string) => statSync(join(folder, path)).mode & 0o777;
  chmodSync(join(folder, 'organisations/a.md'), 0o666);
  chmodSync(join(folder, 'organisations/b.md'), 0o600);
  await perform(folder, { label: 'test', changes });
  expect([modeOf('organisations/a.md'), modeOf('projects/new/c.md')]).toEqual([0o666, 0o600]);
  await undo(folder);
  expect([modeOf('organisations/a.md'), modeOf('organisations/b.md')]).toEqual([0o666, 0o600]);
});

test('operations are taken back one by one, the last one first', async () => {
  const folder = base();
  await perform(folder, { label: 'one', changes });
  await perform(folder, {
    label: 'two',
    changes: [{ path: 'organisations/a.md', before: 'A', after: 'AA' }],
  });
  expect((await operations(folder))[0]?.label).toBe('two');
  await undo(folder);
  expect(files(folder)).toEqual(after);
  await undo(folder);
  expect(files(folder)).toEqual(before);
});

describe('a run that is killed', () => {
  test('leaves all or nothing at every step, and the next one completes or forgets it', async () => {
    const states = new Set<string>();
    for (let number = 1; ; number++) {
      const folder = base();
      interrupted(folder, `any:${number}:kill`);
      const told = await recover(folder);
      const found = files(folder);
      expect([before, after]).toContainEqual(found);
      expect(existsSync(join(folder, '.koinon/journal/pending.json'))).toBe(false);
      states.add(JSON.stringify(found));
      const whole = !told && JSON.stringify(found) === JSON.stringify(after);
      if (whole || number > 60) break;
    }
    expect(states.size).toBe(2);
  }, 60_000);

  test('leaves nothing half written, and what others write beside it alone', async () => {
    const folder = base();
    interrupted(folder, 'rename:3:kill');
    const theirs = join(folder, 'organisations/z.md.0123456789ab.part');
    writeFileSync(theirs, 'theirs');
    await recover(folder);
    expect(files(folder)).toEqual({ ...after, 'organisations/z.md.0123456789ab.part': 'theirs' });
  });

  test('is taken back where somebody changed one of its files since', async () => {
    const folder = base();
    interrupted(folder, 'unlink:1:kill');
    writeFileSync(join(folder, 'organisations/b.md'), 'mine');
    expect(await recover(folder)).toMatch(/is taken back, since organisations\/b\.md changed/);
    expect(files(folder)).toEqual({ ...before, 'organisations/b.md': 'mine' });
  });

  test.each(['ENOSPC', 'EIO', 'EACCES'])(
    'a disk that says %s at any step leaves all or nothing',
    async (code) => {
      for (let number = 1; number < 14; number++) {
        const folder = base();
        interrupted(folder, `any:${number}:${code}`);
        await recover(folder);
        expect([before, after]).toContainEqual(files(folder));
      }
    },
    60_000,
  );
});

test('nothing is written where a file is not as it was read', async () => {
  const folder = base();
  writeFileSync(join(folder, 'organisations/b.md'), 'mine');
  await expect(perform(folder, { label: 'test', changes })).rejects.toThrow(UsageError);
  expect(files(folder)).toEqual({ ...before, 'organisations/b.md': 'mine' });
});

test('an operation is not undone over a later change', async () => {
  const folder = base();
  await perform(folder, { label: 'test', changes });
  writeFileSync(join(folder, 'organisations/a.md'), 'mine');
  await expect(undo(folder)).rejects.toThrow('organisations/a.md changed since');
  expect(files(folder)).toEqual({ ...after, 'organisations/a.md': 'mine' });
});

test('over a later change only by force, and that is taken back like any operation', async () => {
  const folder = base();
  await perform(folder, { label: 'test', changes });
  writeFileSync(join(folder, 'organisations/a.md'), 'mine');
  await undo(folder, { force: true });
  expect(files(folder)).toEqual(before);
  expect((await undo(folder))?.label).toBe('undo test');
  expect(files(folder)).toEqual({ ...after, 'organisations/a.md': 'mine' });
});

test('what joins the last operation and takes all of it back leaves nothing to take back', async () => {
  const folder = base();
  const answer = (was: string, now: string, joins: boolean) =>
    perform(folder, {
      label: 'review',
      changes: [{ path: 'organisations/a.md', before: was, after: now }],
      joins,
    });
  await answer('a', 'b', false);
  await answer('b', 'c', true);
  expect(await operations(folder)).toHaveLength(1);
  await answer('c', 'a', true);
  expect(await operations(folder)).toEqual([]);
  expect(files(folder)).toEqual(before);
});

test('no operation gets the number of one that was taken back or forgotten', async () => {
  const folder = base();
  const numbers = async () => (await operations(folder)).map(({ number }) => number);
  const change = (label: string, was: string, now: string) =>
    perform(folder, {
      label,
      changes: [{ path: 'organisations/a.md', before: was, after: now }],
    });
  await change('one', 'a', 'b');
  await change('two', 'b', 'c');
  await undo(folder);
  await change('three', 'b', 'd');
  expect(await numbers()).toEqual([3, 1]);
  await forgetHistory(folder);
  await change('four', 'd', 'e');
  expect(await numbers()).toEqual([4]);
});

test('an earlier operation is taken back by its number, and says what came after it', async () => {
  const folder = base();
  const changed = (label: string, path: string, was: string | null, now: string) =>
    perform(folder, { label, changes: [{ path, before: was, after: now }] });
  await changed('one', 'organisations/a.md', 'a', 'A');
  await changed('two', 'organisations/b.md', 'b', 'B');
  await changed('three', 'organisations/a.md', 'A', 'AA');
  await expect(undo(folder, { number: 1 })).rejects.toThrow(
    /organisations\/a\.md changed since, by “three”; “koinon undo 3” takes that back first/,
  );
  expect((await undo(folder, { number: 2 }))?.label).toBe('two');
  expect(files(folder)).toEqual({ 'organisations/a.md': 'AA', 'organisations/b.md': 'b' });
  await expect(undo(folder, { number: 2 })).rejects.toThrow('No operation has the number “2”');
  writeFileSync(join(folder, 'organisations/a.md'), 'mine');
  await expect(undo(folder)).rejects.toThrow(
    /cannot be taken back: organisations\/a\.md changed since\. “koinon undo 3 --force”/,
  );
});

test('what joins the operation before is taken back with it, also where a run is killed at it', async () => {
  for (let number = 0; ; number++) {
    const folder = base();
    const path = 'organisations/a.md';
    await perform(folder, { label: 'answers', changes: [{ path, before: 'a', after: 'A' }] });
    const next = { label: 'answers', joins: true, changes: [{ path, before: 'A', after: 'AA' }] };
    const script = `import { perform } from ${JSON.stringify(source)};
await perform(${JSON.stringify(folder)}, ${JSON.stringify(next)});`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, KOINON_FAILPOINT: number === 0 ? '' : `any:${number}:kill` },
    });
    await recover(folder);
    expect(['A', 'AA']).toContain(files(folder)[path]);
    await undo(folder);
    expect(files(folder)).toEqual(before);
    expect(await operations(folder)).toEqual([]);
    if ((number > 0 && signal === null) || number > 40) break;
  }
}, 60_000);

describe('a way out of the base', () => {
  const ways = [
    '../out',
    'way/out',
    '/tmp/out',
    'a.md',
    'b.md',
    'deep/b.md',
    'off/b.md',
    '.git/x',
    'c/.GIT/e',
    '.koinon/x',
  ];

  function withLinks(): { readonly folder: string; readonly outside: string } {
    const [folder, outside] = [base(), temporaryFolder()];
    symlinkSync(outside, join(folder, 'way'));
    writeFileSync(join(outside, 'theirs'), 'theirs');
    symlinkSync(join(outside, 'theirs'), join(folder, 'a.md'));
    symlinkSync(join(outside, 'nothing'), join(folder, 'b.md'));
    mkdirSync(join(folder, 'deep'));
    symlinkSync(join(outside, 'nothing'), join(folder, 'deep/b.md'));
    symlinkSync(join(outside, 'nothing'), join(folder, 'off'));
    return { folder, outside };
  }

  test.each(ways)('%s is refused', async (path) => {
    const { folder } = withLinks();
    const change = { path, before: path === 'a.md' ? 'theirs' : null, after: 'x' };
    await expect(perform(folder, { label: 'test', changes: [change] })).rejects.toThrow(
      'leads out of the base',
    );
  });

  test.each(ways)('%s is refused in a journal that somebody left there', async (path) => {
    const { folder, outside } = withLinks();
    mkdirSync(join(folder, '.koinon/journal'), { recursive: true });
    const left = [
      { path, before: path === 'a.md' ? 'theirs' : null, after: 'x' },
      { path: 'organisations/a.md', before: 'a', after: 'x' },
    ];
    const pending = { label: 'test', changes: left, process: 2 ** 22 + 1 };
    writeFileSync(join(folder, '.koinon/journal/pending.json'), JSON.stringify(pending));
    await expect(recover(folder)).rejects.toThrow('leads out of the base');
    expect(readFileSync(join(folder, 'organisations/a.md'), 'utf8')).toBe('a');
    expect(readdirSync(outside)).toEqual(['theirs']);
    expect(readFileSync(join(outside, 'theirs'), 'utf8')).toBe('theirs');
  });
});

describe('the journal of another process', () => {
  function leave(folder: string, pending: object | string): void {
    mkdirSync(join(folder, '.koinon/journal'), { recursive: true });
    const text = typeof pending === 'string' ? pending : JSON.stringify(pending);
    writeFileSync(join(folder, '.koinon/journal/pending.json'), text);
  }

  /** The lock of a base, as another koinon has it. */
  function locked(folder: string): Lock {
    mkdirSync(join(folder, '.koinon'), { recursive: true });
    const lock = takeLock(join(folder, '.koinon/lock'));
    if (!lock) throw new Error('the base is locked');
    onTestFinished(lock.release);
    return lock;
  }

  test('is left alone while that lives, and completed when it does no more', async () => {
    const folder = base();
    leave(folder, { label: 'test', changes });
    const lock = locked(folder);
    expect(openOperation(folder)).toEqual({ label: 'test', alive: true });
    const recovering = recover(folder);
    await wait(100);
    expect(files(folder)).toEqual(before);
    lock.release();
    expect(await recovering).toContain('is now complete');
    expect(files(folder)).toEqual(after);
  });

  test('that somebody else has ended while it was waited for is not completed once more', async () => {
    const folder = base();
    leave(folder, { label: 'test', changes });
    const lock = locked(folder);
    const recovering = recover(folder);
    await wait(50);
    // The other one completed it, took it back, and began something of its own.
    const theirs = [{ path: 'organisations/a.md', before: 'a', after: 'theirs' }];
    leave(folder, { label: 'theirs', changes: theirs });
    lock.release();
    expect(await recovering).toContain('“theirs” had been interrupted and is now complete');
    expect(files(folder)).toEqual({ ...before, 'organisations/a.md': 'theirs' });
  });

  const byText = (a = '', b = '') => (a < b ? -1 : 1);

  test('that was killed is recovered by many at once as by one', async () => {
    for (const failpoint of ['rename:2:kill', 'unlink:1:kill']) {
      const folder = base();
      interrupted(folder, failpoint);
      const next = [{ path: 'organisations/a.md', before: 'A', after: 'AA' }];
      const script = `import { perform, recover } from ${JSON.stringify(source)};
await recover(${JSON.stringify(folder)});
try {
  await perform(${JSON.stringify(folder)}, { label: 'next', changes: ${JSON.stringify(next)} });
  process.stdout.write('done');
} catch (error) {
  process.stdout.write(error.message);
}`;
      const told = await Promise.all(
        Array.from({ length: 4 }, () =>
          promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]),
        ),
      );
      const refused = 'organisations/a.md was changed in the meantime; nothing is written';
      expect(told.map(({ stdout }) => stdout.split(', run')[0]).toSorted(byText)).toEqual(
        ['done', refused, refused, refused].toSorted(byText),
      );
      expect(files(folder)).toEqual({ ...after, 'organisations/a.md': 'AA' });
      await undo(folder);
      await undo(folder);
      expect(files(folder)).toEqual(before);
    }
  }, 30_000);

  test.each(['{"label": "mer', '[]', 'null', '{"label":"x","process":1,"changes":[{"path":1}]}'])(
    'that is %s is no defect of koinon',
    async (text) => {
      const folder = base();
      leave(folder, text);
      await expect(recover(folder)).rejects.toThrow(UsageError);
      expect(files(folder)).toEqual(before);
    },
  );
});

test('an undoing that is killed is completed, and is no operation to undo', async () => {
  for (let number = 1; number < 14; number++) {
    const folder = base();
    await perform(folder, { label: 'one', changes });
    const then = [{ path: 'organisations/a.md', before: 'A', after: 'AA' }];
    await perform(folder, { label: 'two', changes: then });
    const script = `import { undo } from ${JSON.stringify(source)};
await undo(${JSON.stringify(folder)});`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, KOINON_FAILPOINT: `any:${number}:kill` },
    });
    const [last] = await operations(folder);
    const isTakenBack = JSON.stringify(files(folder)) === JSON.stringify(after);
    expect(last?.label).toBe(isTakenBack ? 'one' : 'two');
    await undo(folder);
    if (isTakenBack) expect(files(folder)).toEqual(before);
  }
}, 60_000);

test.each([
  '{"label": "mer',
  '[]',
  'null',
  '{"label":"x","changes":[{"path":1}]}',
  '{"changes":[]}',
])('a damaged memory of the last operation is told, and nothing is undone: %s', async (text) => {
  const folder = base();
  await perform(folder, { label: 'x', changes });
  const [file = ''] = historyFiles(folder);
  writeFileSync(file, text);
  await expect(undo(folder)).rejects.toThrow(UsageError);
  await expect(undo(folder)).rejects.toThrow('koinon doctor --fix');
  expect(files(folder)).toEqual(after);
});
