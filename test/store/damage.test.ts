import { execFile } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/base/ingest.ts';
import { sqliteStore } from '../../src/store/sqlite/store.ts';
import { folderWith, writeFiles } from '../base/folder.ts';
import { context, page, put } from './contract.ts';

const files = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [
    `projects/p${n}.md`,
    page(`title: Project ${n}\nrelated: p${(n + 1) % 30}`, `Words of ${n}.\n`),
  ]),
);

/** Ingests as a command does, and says what the index then holds. */
async function answer(folder: string) {
  await using store = sqliteStore(join(folder, '.koinon'), context.kinds);
  const { added } = await ingest(folder, store, context);
  const found: string[] = [];
  for await (const { id, title } of store.records({})) found.push(`${id} ${title}`);
  const links: string[] = [];
  for await (const { relation } of store.edges()) links.push(relation);
  const { total } = await store.search({ query: { words: ['words'] } });
  return { rebuilt: store.rebuilt, added, found, links, total };
}

const indexFile = (folder: string) =>
  join(
    folder,
    '.koinon',
    readdirSync(join(folder, '.koinon')).find((name) => name.endsWith('.db')) ?? '',
  );

describe('an index that', () => {
  it.each<readonly [string, (path: string) => void, RegExp | undefined]>([
    ['is as it was', () => {}, undefined],
    ['was deleted', (path) => rmSync(path), undefined],
    [
      'was deleted with its folder',
      (path) => rmSync(join(path, '..'), { recursive: true }),
      undefined,
    ],
    ['was emptied', (path) => truncateSync(path, 0), undefined],
    ['was cut off in its head', (path) => truncateSync(path, 50), /damaged|no index/],
    ['was cut off in its first page', (path) => truncateSync(path, 1_000), /damaged|no index/],
    [
      'was cut in two',
      (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096),
      /damaged/,
    ],
    ['was overwritten', (path) => writeFileSync(path, 'garbage '.repeat(10_000)), /damaged/],
    [
      'was overwritten with nothing',
      (path) => writeFileSync(path, Buffer.alloc(100_000)),
      /damaged|no index/,
    ],
    [
      'belongs to another program',
      (path) => foreign(path, 'create table diary(entry text)'),
      /no index/,
    ],
    [
      'comes from a newer version',
      (path) => foreign(path, 'pragma user_version = 999', false),
      /no index/,
    ],
    [
      'has another application’s mark',
      (path) => foreign(path, 'pragma application_id = 7', false),
      /no index/,
    ],
  ])('%s gives the same answers, and says what happened', async (_, harm, reason) => {
    const folder = folderWith(files);
    const before = await answer(folder);
    expect(before).toMatchObject({
      rebuilt: undefined,
      added: 30,
      total: 30,
      found: { length: 30 },
      links: { length: 30 },
    });
    harm(indexFile(folder));
    const after = await answer(folder);
    expect({ ...after, rebuilt: undefined, added: 30 }).toEqual(before);
    if (reason) expect(after.rebuilt).toMatch(reason);
    else expect(after.rebuilt).toBeUndefined();
    expect(await answer(folder)).toMatchObject({ rebuilt: undefined, added: 0 });
  });

  function foreign(path: string, sql: string, anew = true): void {
    if (anew) rmSync(path);
    const database = new SQLite(path);
    database.exec(sql);
    database.close();
  }

  it('is damaged inside gives an error in words, and is new the next time', async () => {
    const folder = folderWith(files);
    const before = await answer(folder);
    const path = indexFile(folder);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4_096);
    writeFileSync(path, bytes);
    await expect(answer(folder)).rejects.toThrow(/^The index was damaged/);
    expect(await answer(folder)).toEqual(before);
  });

  it('was deleted while its log stayed is made anew', async () => {
    const folder = folderWith(files);
    const before = await answer(folder);
    const path = indexFile(folder);
    const database = new SQLite(path);
    database.exec("update record set title = 'Ghost'");
    const log = readFileSync(`${path}-wal`);
    database.close();
    rmSync(path);
    writeFileSync(`${path}-wal`, log);
    expect(await answer(folder)).toEqual(before);
  });

  it('cannot be written where it should lie is kept in memory', async () => {
    const folder = folderWith({ ...files, '.koinon': 'a file' });
    const result = await answer(folder);
    expect(result.rebuilt).toMatch(/^The index is kept in memory for this call only/);
    expect(result.total).toBe(30);
    expect(readFileSync(join(folder, '.koinon'), 'utf8')).toBe('a file');
  });

  it('is planted as a link to another file leaves that file alone', async () => {
    const folder = folderWith(files);
    const name = indexFile((await answer(folder), folder));
    const victim = join(folder, 'victim.txt');
    writeFileSync(victim, 'precious');
    rmSync(name);
    symlinkSync(victim, name);
    expect(await answer(folder)).toMatchObject({ total: 30 });
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(lstatSync(name).isSymbolicLink()).toBe(false);
  });

  it('lies in a folder is read by its owner only, and not by git', async () => {
    const folder = folderWith(files);
    await answer(folder);
    expect((statSync(indexFile(folder)).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(join(folder, '.koinon/.gitignore'), 'utf8')).toBe('*\n');
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, '.koinon/.gitignore'), 'mine');
    await answer(folder);
    expect(readFileSync(join(folder, '.koinon/.gitignore'), 'utf8')).toBe('mine');
  });
});

describe('several at once', () => {
  const script = `
    const [, folder, root] = process.argv;
    const { ingest } = await import(root + 'src/base/ingest.ts');
    const { sqliteStore } = await import(root + 'src/store/sqlite/store.ts');
    const { loadKinds } = await import(root + 'src/registry.ts');
    const { concepts } = await import(root + 'src/vocabulary/load.ts');
    const kinds = await loadKinds();
    for (let turn = 0; turn < 3; turn++) {
      await using store = sqliteStore(folder + '/.koinon', kinds);
      await ingest(folder, store, { kinds, concepts }, { force: turn === 1 });
    }
  `;
  const root = new URL('../../', import.meta.url).href;
  const run = (folder: string) =>
    promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--no-warnings',
      '-e',
      script,
      folder,
      root,
    ]);

  it('ingests from several processes all end well', async () => {
    const folder = folderWith(files);
    const runs = [run(folder), run(folder), run(folder)];
    writeFiles(folder, { 'projects/p0.md': page('title: Changed', 'Words.\n') });
    for (const { stderr } of await Promise.all(runs)) expect(stderr).toBe('');
    const { found, total, rebuilt } = await answer(folder);
    expect(rebuilt).toBeUndefined();
    expect(total).toBe(30);
    expect(found).toContain('p0 Changed');
  });

  it('a reader during an ingest sees what was before, then what is after', async () => {
    const folder = folderWith(files);
    const before = await answer(folder);
    await using writing = sqliteStore(join(folder, '.koinon'), context.kinds);
    await using reading = sqliteStore(join(folder, '.koinon'), context.kinds);
    const seen: number[] = [];
    const look = async () => {
      const { total, hits } = await reading.search({});
      expect(hits).toHaveLength(total);
      seen.push(total);
    };
    await writing.apply(
      (async function* () {
        await look();
        for (let n = 0; n < 10; n++) {
          yield put(`projects/more${n}.md`, page('title: More'));
          yield { drop: `projects/p${n}.md` };
          yield { drop: `projects/p${n + 10}.md` };
          await look();
        }
      })(),
    );
    await look();
    expect(new Set(seen)).toEqual(new Set([before.found.length, before.found.length - 10]));
    expect(seen.at(-1)).toBe(before.found.length - 10);
  });
});
