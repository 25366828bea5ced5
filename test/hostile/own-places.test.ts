import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { operations } from '../../src/base/journal.ts';
import doctor from '../../src/commands/doctor.ts';
import { asNobody } from '../base/as-nobody.ts';
import { folderWith } from '../base/folder.ts';
import { call, run } from '../commands/run.ts';

const program = fileURLToPath(new URL('../../torture/tools/calls.ts', import.meta.url));
const journal = '.koinon/journal';

// Each case starts several processes.
vi.setConfig({ testTimeout: 60_000 });

/** A call from the sources; what hangs is ended, and has no status then. */
function koinon(folder: string, words: string, env: { readonly [name: string]: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words.split(' ')], {
    cwd: join(folder, 'base'),
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  return { status, said: stdout + stderr };
}

/** A base with two operations in its history and none pending, beside a folder of somebody else. */
function room(): string {
  const folder = folderWith({
    'base/koinon.yaml': 'name: X\n',
    'base/organisations/union.md': '---\ntitle: Lagoon Union\n---\nSaltworks.\n',
    'outside/precious.txt': 'precious',
    'outside/done-00000001.json': '{}',
    'outside/pending.json': 'theirs',
    'outside/themes.yaml': 'concepts:\n  - id: stolen\n    labels: {en: Stolen theme}\n',
    'outside/koinon.yaml': 'name: Stolen base\nviews: {stolen: --kind project}\n',
  });
  koinon(folder, 'rename union u1');
  koinon(folder, 'rename u1 u2');
  return folder;
}

/** Puts something else in the place of a file or folder of the base. */
function put(
  folder: string,
  path: string,
  what: 'link' | 'pipe' | 'folder' | 'file',
  to = '',
): void {
  const place = join(folder, 'base', path);
  rmSync(place, { recursive: true, force: true });
  if (what === 'link') symlinkSync(join(folder, 'outside', to), place);
  else if (what === 'folder') {
    mkdirSync(place);
    writeFileSync(join(place, 'mine'), 'mine');
  } else if (what === 'file') writeFileSync(place, 'mine');
  else expect(spawnSync('mkfifo', [place]).status).toBe(0);
}

function outside(folder: string): { readonly [name: string]: string } {
  const names = readdirSync(join(folder, 'outside'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, 'outside', name), 'utf8')]),
  );
}

/** `doctor` tells of what stands at a place, mends it, and then the call ends well. */
function expectMended(folder: string, place: string, words: string): void {
  const looked = koinon(folder, 'doctor');
  expect(looked).toMatchObject({ status: 1 });
  expect(looked.said).toContain(place);
  expect(koinon(folder, 'doctor --fix')).toMatchObject({ status: 0 });
  expect(koinon(folder, words)).toMatchObject({ status: 0 });
}

const pipes = test.skipIf(process.platform === 'win32');

describe('a link in the place of what koinon keeps leads nowhere', () => {
  pipes.each([
    [journal, '', 'privacy forget saltworks --yes'],
    [journal, '', 'rename u2 u3'],
    [journal, '', 'undo --yes'],
    [journal, '', 'undo --list'],
    [`${journal}/last-number`, 'precious.txt', 'undo --yes'],
    [`${journal}/pending.json`, 'new.json', 'rename u2 u3'],
    [`${journal}/pending.json`, 'pending.json', 'rename u2 u3'],
    [`${journal}/done-00000002.json`, 'done-00000001.json', 'undo --yes'],
    ['.koinon', '', 'undo --list'],
  ])('%s to “%s”: %s', (place, to, words) => {
    const folder = room();
    const before = outside(folder);
    put(folder, place, 'link', to);
    const { status, said } = koinon(folder, words);
    expect(status).toBe(2);
    expect(said).toContain(place);
    expect(said).toMatch(/koinon doctor --fix|remove it/);
    expectMended(folder, place, 'rename u2 u3');
    expect(outside(folder)).toEqual(before);
  });

  pipes('of a folder of records: nothing is made behind it', () => {
    const folder = room();
    const before = outside(folder);
    put(folder, 'projects', 'link');
    const { status, said } = koinon(folder, 'new project --set title=Zed');
    expect([status, said]).toEqual([2, expect.stringContaining('leads out of the base')]);
    expect(outside(folder)).toEqual(before);
  });

  pipes.each([
    ['vocabularies/themes.yaml', 'themes.yaml', 'vocab themes', 0],
    ['koinon.yaml', 'koinon.yaml', 'search --view stolen', 2],
    ['koinon.yaml', 'nothing.yaml', 'search union', 2],
    ['decisions.yaml', 'themes.yaml', 'check', 1],
  ])('of %s to %s: it is not read', (place, to, words, code) => {
    const folder = room();
    mkdirSync(join(folder, 'base/vocabularies'));
    put(folder, place, 'link', to);
    const { status, said } = koinon(folder, words);
    expect(status).toBe(code);
    expect(said.toLowerCase()).not.toMatch(/stolen (?:theme|base)|no such view|expected a list/);
    const looked = koinon(folder, 'doctor');
    expect([looked.status, looked.said]).toEqual([1, expect.stringContaining('link to another')]);
  });
});

test('what somebody else keeps beside the journal outlasts the history', () => {
  const folder = room();
  const file = join(folder, 'base', journal, 'mine.txt');
  writeFileSync(file, 'mine');
  expect(koinon(folder, 'privacy forget saltworks --yes').said).not.toMatch(/at \S+\.ts/);
  expect(
    readdirSync(join(folder, 'base', journal)).filter((name) => name.startsWith('done')),
  ).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

describe('a base and an export that are reached by a link', () => {
  pipes('are worked on', () => {
    const folder = room();
    symlinkSync(join(folder, 'base'), join(folder, 'way'));
    symlinkSync(join(folder, 'outside/x.csv'), join(folder, 'base/x.csv'));
    expect(koinon(folder, 'rename u2 u3 --base ../way')).toMatchObject({ status: 0 });
    expect(koinon(folder, 'export csv records organisation -o x.csv')).toMatchObject({ status: 0 });
    expect(outside(folder)['x.csv']).toContain('Lagoon Union');
    expect(lstatSync(join(folder, 'base/x.csv')).isSymbolicLink()).toBe(true);
  });
});

describe('a pipe in the place of a file holds nobody up', () => {
  pipes.each([
    ['koinon.yaml', 'search union', 2],
    ['koinon.yaml', 'doctor', 1],
    [`${journal}/pending.json`, 'undo --yes', 2],
    [`${journal}/pending.json`, 'doctor', 1],
    [`${journal}/done-00000002.json`, 'undo --yes', 2],
    [`${journal}/done-00000001.json`, 'doctor', 1],
    [`${journal}/done-00000002.json`, 'privacy show saltworks', 0],
    [`${journal}/last-number`, 'undo --yes', 2],
    ['.koinon/names.txt', 'search union', 0],
    ['.koinon/names.txt', 'doctor', 1],
  ])(
    '%s: %s',
    (place, words, code) => {
      const folder = room();
      put(folder, place, 'pipe');
      const { status, said } = koinon(folder, words);
      expect(status).toBe(code);
      if (code !== 0) expect(said).toContain(place);
    },
    60_000,
  );
});

describe('a file that is too large is told', () => {
  pipes.each([
    ['koinon.yaml', 2 ** 30, 'search union'],
    [`${journal}/done-00000002.json`, 700_000_000, 'undo --list'],
    [`${journal}/pending.json`, 700_000_000, 'undo --list'],
  ])('%s', (place, size, words) => {
    const folder = room();
    writeFileSync(join(folder, 'base', place), '');
    truncateSync(join(folder, 'base', place), size);
    const { status, said } = koinon(folder, words);
    expect(status).toBe(2);
    expect(said).toContain(`${place}: The file has ${size} bytes`);
    if (place !== 'koinon.yaml') expectMended(folder, place, 'undo --list');
  });
});

describe('wrong things in the place of files are found, and put aside as they are', () => {
  pipes.each([
    ['.koinon', 'file', 'rename u2 u3'],
    ['.koinon/lock', 'folder', 'rename u2 u3'],
    [journal, 'file', 'rename u2 u3'],
    [`${journal}/last-number`, 'folder', 'undo --yes'],
    [`${journal}/pending.json`, 'folder', 'rename u2 u3'],
    [`${journal}/done-00000002.json`, 'folder', 'undo --yes'],
    ['.koinon/names.txt', 'folder', undefined],
  ] as const)(
    '%s is a %s',
    (place, what, words) => {
      const folder = room();
      put(folder, place, what);
      expect(koinon(folder, 'search union')).toMatchObject({ status: 0 });
      if (words !== undefined) {
        const { status, said } = koinon(folder, words);
        expect([status, said]).toEqual([2, expect.stringContaining('koinon doctor --fix')]);
        expect(said).toContain(place);
      }
      expectMended(folder, place, 'rename u2 u3');
      const base = join(folder, 'base');
      const names = ['.koinon/aside-1', '.koinon-aside-1'].map((name) => join(base, name));
      const aside = names.find((each) => existsSync(each)) ?? '';
      expect(readFileSync(what === 'file' ? aside : join(aside, 'mine'), 'utf8')).toBe('mine');
    },
    60_000,
  );

  pipes('settings that are a folder are told by their name', () => {
    const folder = room();
    put(folder, 'koinon.yaml', 'folder');
    for (const [words, code] of [
      ['search union', 2],
      ['doctor', 1],
    ] as const) {
      const { status, said } = koinon(folder, words);
      expect(status).toBe(code);
      expect(said).toContain('koinon.yaml');
    }
  });

  test.skipIf(!process.getuid)('an operation that is not permitted to be read', async () => {
    const folder = join(room(), 'base');
    const place = `${journal}/done-00000002.json`;
    for (const each of ['..', '.', '.koinon', journal]) chmodSync(join(folder, each), 0o755);
    chmodSync(join(folder, place), 0o000);
    const { code, written } = await asNobody(() => run(doctor, folder, call()));
    expect([code, written]).toEqual([1, expect.stringContaining(place)]);
    await expect(asNobody(() => operations(folder))).rejects.toThrow(`${place}: The file cannot`);
  });
});

describe('what a killed call had begun to write', () => {
  pipes('goes with the next search, where it was the names', () => {
    const folder = room();
    const home = join(folder, 'base/.koinon');
    rmSync(join(home, 'names.txt'), { force: true });
    const { status } = koinon(folder, 'search union', { KOINON_FAILPOINT: 'rename:1:kill' });
    const parts = () => readdirSync(home).filter((name) => name.endsWith('.part'));
    expect([status, parts()]).toEqual([null, [expect.stringMatching(/^names\.txt\./)]]);
    const looked = koinon(folder, 'doctor --fix --dry-run');
    expect(looked.said).toMatch(/Would do: \.koinon\/names\.txt\..*part is removed/);
    expect(koinon(folder, 'search union')).toMatchObject({ status: 0 });
    expect(parts()).toEqual([]);
  });

  pipes('goes with the next export to the same place; what others write there stays', () => {
    const folder = room();
    const words = 'export csv records organisation -o ../outside/x.csv';
    const before = Object.keys(outside(folder));
    koinon(folder, words, { KOINON_FAILPOINT: 'rename:1:kill' });
    const part = Object.keys(outside(folder)).find((name) => !before.includes(name)) ?? '';
    expect(part).toMatch(/^x\.csv\..*\.part$/);
    const stays = [part.replace(/-[0-9a-f]{8}\./, '-00000000.'), 'x.csv.part'];
    for (const name of stays) writeFileSync(join(folder, 'outside', name), '');
    expect(koinon(folder, words)).toMatchObject({ status: 0 });
    expect(Object.keys(outside(folder))).toEqual([...before, 'x.csv', ...stays].toSorted());
  });
});
