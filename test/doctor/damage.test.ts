import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../base/folder.ts';
import { folderWith } from '../base/folder.ts';
import doctor from '../../src/commands/doctor.ts';
import { call, run } from '../commands/run.ts';
import { temporaryFolder } from '../surroundings.ts';
import { indexFile, refresh, rowsOf } from './files.ts';

const files: Files = {
  'koinon.yaml': 'name: X\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `projects/p${n}.md`,
      `---\ntitle: Project ${n}\nrelated: p${(n + 1) % 12}\nthemes: [sse]\nlead: nobody-${n}\n---\nWords of ${n}.\n`,
    ]),
  ),
};

/** The same pseudo-random numbers below 1 in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Index {
  readonly db: Buffer;
  readonly wal: Buffer | undefined;
}

/** The files of an index, with a log that a killed run left behind, and without one. */
let withLog: Index;
let closed: Index;
let folder: string;
let file: string;
let undisturbed: unknown;

beforeAll(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'projects'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  await refresh(folder);
  file = indexFile(folder);
  writeFileSync(join(folder, 'projects/p1.md'), '---\ntitle: Project 1 again\n---\nOther words.\n');
  await refresh(folder, () => {
    withLog = { db: readFileSync(file), wal: readFileSync(`${file}-wal`) };
  });
  closed = { db: readFileSync(file), wal: undefined };
  undisturbed = await rowsOf(folder);
});

/** Puts an index in place of the one that is there. */
function put(index: Partial<Index>): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true, recursive: true });
  if (index.db) writeFileSync(file, index.db, { mode: 0o600 });
  if (index.wal) writeFileSync(`${file}-wal`, index.wal, { mode: 0o600 });
}

/** An index with one byte changed, or cut off, at a random place. */
function damaged(
  index: Index,
  which: 'db' | 'wal',
  how: 'flip' | 'cut',
  random: () => number,
): Index {
  const bytes = Buffer.from(index[which] ?? []);
  const at = Math.floor(random() * bytes.length);
  if (how === 'cut') return { ...index, [which]: bytes.subarray(0, at) };
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + Math.floor(random() * 255)), at);
  return { ...index, [which]: bytes };
}

const elsewhere = temporaryFolder();

/** What SQLite itself finds, in a copy. */
function isFoundBySqlite({ db, wal }: Index): boolean {
  const path = join(elsewhere, 'x.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  writeFileSync(path, db);
  if (wal) writeFileSync(`${path}-wal`, wal);
  let database: SQLite.Database | undefined;
  try {
    database = new SQLite(path);
    return database.pragma('integrity_check', { simple: true }) !== 'ok';
  } catch {
    return true;
  } finally {
    database?.close();
  }
}

async function findings(options = {}): Promise<readonly { what: string; mendable: boolean }[]> {
  const { written } = await run(doctor, folder, call([], { json: true, ...options }));
  expect(written).not.toMatch(/SQLITE|malformed|disk image|page \d|cell \d/i);
  return (JSON.parse(written) as { findings: { what: string; mendable: boolean }[] }).findings;
}

const runs = Number(process.env['KOINON_RUNS'] ?? 100);

describe('an index with random damage', () => {
  test.each([
    ['bytes changed in the database', 'db', 'flip'],
    ['bytes changed in the log', 'wal', 'flip'],
    ['the database cut off', 'db', 'cut'],
    ['the log cut off', 'wal', 'cut'],
  ] as const)(
    '%s: found, said in words, and made anew with the same rows',
    async (_, which, how) => {
      const random = numbers(Number(process.env['KOINON_SEED'] ?? 11));
      const count = how === 'flip' ? runs : Math.ceil(runs / 4);
      let found = 0;
      for (let turn = 0; turn < count; turn++) {
        const index = damaged(which === 'db' ? closed : withLog, which, how, random);
        const isFound = isFoundBySqlite(index);
        put(index);
        const told = await findings();
        if (isFound) {
          found++;
          expect(
            told.some(({ mendable }) => mendable),
            `${which} ${turn}`,
          ).toBe(true);
        }
        expect(await findings({ fix: true, deep: true }), `${which} ${turn}`).toEqual([]);
        expect(await rowsOf(folder), `${which} ${turn}`).toEqual(undisturbed);
      }
      if (which === 'db') expect(found).toBeGreaterThan(0);
    },
    600_000,
  );
});

describe('in the place of an index', () => {
  const foreign = (sql: string) => (path: string) => {
    rmSync(path, { force: true });
    const database = new SQLite(path);
    database.exec(sql);
    database.close();
  };

  test.each<readonly [string, (path: string) => void, RegExp | undefined]>([
    ['a database of another program', foreign('create table diary(entry text)'), /no index/],
    [
      'an index of a later version',
      foreign('pragma application_id = 0x6b6f696e; pragma user_version = 999; create table x(y)'),
      /no index/,
    ],
    [
      'a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
        writeFileSync(join(path, 'mine'), 'x');
      },
      /No file/,
    ],
    [
      'a pipe',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
      /No file/,
    ],
    ['a folder for its log', (path) => mkdirSync(`${path}-wal`), /No file/],
    ['an index without its log', () => {}, undefined],
    ['nothing', (path) => rmSync(path), undefined],
    ['an empty file', (path) => truncateSync(path, 0), undefined],
    ['text', (path) => writeFileSync(path, 'notes '.repeat(5_000)), /damaged/],
    [
      'an index whose tables were changed',
      foreign2('drop index link_open'),
      /tables are not those/,
    ],
    [
      'an index with rows that lead nowhere',
      foreign2('pragma foreign_keys = off; delete from record where key = 1'),
      /rows that are gone/,
    ],
    [
      'an index with a row of somebody else',
      foreign2("update record set title = 'Ghost' where key = 3"),
      undefined,
    ],
    [
      'an index with values that are no JSON',
      foreign2("update record set fields = '{' where key = 3"),
      /did not put there/,
    ],
  ])('%s', async (_, damage, reason) => {
    put(closed);
    damage(file);
    const told = await findings();
    if (reason) expect(told.map(({ what }) => what).join('\n')).toMatch(reason);
    else expect(told).toEqual([]);
    expect(await findings({ fix: true, deep: true })).toEqual([]);
    expect(await rowsOf(folder)).toEqual(undisturbed);
    for (const name of ['aside-1', 'aside-2'])
      rmSync(join(folder, '.koinon', name), { recursive: true, force: true });
  });

  /** Changes an index by the back door. */
  function foreign2(sql: string) {
    return (path: string) => {
      const database = new SQLite(path);
      database.exec(sql);
      database.close();
    };
  }

  test('what stood there is kept aside', async () => {
    put({});
    mkdirSync(file);
    writeFileSync(join(file, 'mine'), 'precious');
    await findings({ fix: true });
    expect(readFileSync(join(folder, '.koinon/aside-1/mine'), 'utf8')).toBe('precious');
  });

  test('a link to another file leaves that file alone', async () => {
    const other = join(folderWith({ 'x.db': 'precious' }), 'x.db');
    copyFileSync(other, `${other}.copy`);
    put(closed);
    const path = file;
    rmSync(path);
    execFileSync('ln', ['-s', other, path]);
    expect((await findings()).map(({ what }) => what)).toEqual([
      'The index is a link to another file',
    ]);
    expect(await findings({ fix: true })).toEqual([]);
    expect(readFileSync(other, 'utf8')).toBe('precious');
    expect(existsSync(path)).toBe(true);
  });
});
