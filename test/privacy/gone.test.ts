import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import doctor from '../../src/commands/doctor.ts';
import ingest from '../../src/commands/ingest.ts';
import forget from '../../src/commands/privacy/forget.ts';
import show from '../../src/commands/privacy/show.ts';
import { doubtfulFinder } from '../../src/privacy/doubtful.ts';
import { asNobody } from '../base/as-nobody.ts';
import { folderWith } from '../base/folder.ts';
import { base, call, run } from '../commands/run.ts';
import { cost } from '../cost.ts';
import { bytesBelow } from '../doctor/files.ts';

const page = '---\ntitle: A\nnote: Rosa Marino\n---\nBy Rosa Marino.\n';

/** Files whose bytes hold the family name. */
function holding(folder: string): readonly string[] {
  return Object.keys(bytesBelow(folder)).filter((path) =>
    /marino/i.test(readFileSync(join(folder, path), 'latin1')),
  );
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const forgotten = (folder: string, more = {}) =>
  run(forget, folder, call(['Rosa', 'Marino'], { yes: true, ...more }));

test('what no file says any more goes from the index and from all that koinon keeps', async () => {
  const folder = base({ 'organisations/a.md': page });
  await run(ingest, folder, call());
  put(folder, 'organisations/a.md', '---\ntitle: A\n---\n');
  const kept = [
    '.koinon/index-8.db',
    '.koinon/aside-1/index-9.db',
    '.koinon/journal/done-00000007.json',
    '.koinon/journal/unreadable-1.json',
  ];
  for (const path of kept) put(folder, path, 'not what it was: Rosa Marino');
  expect(holding(folder)).toEqual(expect.arrayContaining(kept));
  const { code, noted } = await forgotten(folder);
  expect(noted).toContain('The history for “koinon undo” is forgotten');
  expect(code).toBe(0);
  expect(holding(folder)).toEqual([]);
});

test('an index that was kept below the base before it was kept in the cache', async () => {
  const folder = base({ 'organisations/a.md': '---\ntitle: A\n---\n' });
  put(folder, 'koinon.yaml', 'index: cache\n');
  put(folder, '.koinon/index-9.db', 'Rosa Marino');
  await forgotten(folder);
  expect(holding(folder)).toEqual([]);
});

test('a file in the folder of koinon that is not its own is told', async () => {
  const folder = base({ 'organisations/a.md': page });
  put(folder, '.koinon/mine.txt', 'Rosa Marino');
  const { code, noted } = await forgotten(folder);
  expect(noted).toContain('.koinon/mine.txt:1 is left: No file that koinon made');
  expect(code).toBe(1);
});

describe('what may be a mention is listed with file and line, and not changed', () => {
  test.each([
    ['a.json', '{\n"a": 1 // Rosa Marino\n}\n', 2],
    ['a.json', "{'name': 'Rosa Marino'}\n", 1],
    ['drafts/x.facts.jsonl', '{"fact": 1}\n{"fact" Rosa Marino\n', 2],
    ['a.html', '<p>\n<b>Rosa</b> <b class="family name in bold">Marino</b></p>\n', 2],
    ['a.html', 'x\nRosa&nbsp;Marino\n', 2],
    ['a.html', 'x\nRosa&#160;Marino\n', 2],
    ['a.html', 'Rosa&#xA0;Mar&iacute;no, Ma<wbr>rino\n', 1],
    ['a.md', '---\ntitle: B\n---\n\nSee https://x.org/Rosa%20Marino\n', 5],
    ['a.csv', 'n;name\n1;Rosa<br>Marino\n', 2],
    ['a.txt', 'x\nRosa                                        Marino\n', 2],
    ['a.txt', 'Rosa, who came here as a child, Marino\n', 1],
    ['a.txt', 'Rosa\n\n> "Marino"\n', 1],
    ['a.txt', 'RosaMarino_2\n', 1],
    ['a.js', 'const name = "Rosa\\u0020Marino";\n', 1],
  ])('%s: %j', async (path, text, line) => {
    const folder = base({ 'organisations/a.md': page, [path]: text });
    const { noted: shown } = await run(show, folder, call(['Rosa Marino']));
    expect(shown).toContain('3 mentions in 2 files');
    const { code, noted } = await forgotten(folder);
    expect(noted).toContain(`${path}:${line} is left: It may be a mention`);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'organisations/a.md'), 'utf8')).not.toMatch(/marino/i);
  });

  test('lines count as they do now where others go', async () => {
    const gone = '---\ntitle: A\ncontacts:\n  - name: Rosa Marino\n    role: x\n---\n';
    const folder = base({ 'organisations/a.md': `${gone}Rosa&nbsp;Marino\n` });
    const { written } = await run(show, folder, call(['Rosa Marino'], { json: true }));
    const { mentions } = JSON.parse(written) as { mentions: { line: number }[] };
    expect(mentions.map(({ line }) => line)).toEqual([4, 7]);
  });

  test.each([
    ['Rosa one two three four five six seven eight Marino', true],
    ['Rosa one two three four five six seven eight nine Marino', false],
    ['Rosalia Marinos', false],
    ['rosa[removed]', false],
    ['rosa&#64;x.org', true],
    ['rosa%40x.org', true],
  ])('%s: %j', (text, isDoubtful) => {
    const find = doubtfulFinder(['Rosa Marino', 'rosa@x.org']);
    expect(find(text).length > 0).toBe(isDoubtful);
  });

  test.each(['Rosa ', 'Rosa Marino ', '<a ', '&nbsp;', '%41', '<b>Rosa</b> ', 'Marino '])(
    'the pass takes a time that grows with the text: %j',
    (piece) => {
      const find = doubtfulFinder(['Rosa Marino']);
      const time = (size: number) => {
        const text = `Rosa Marino ${piece.repeat(size)}`;
        return cost(() => find(text), 5);
      };
      time(2_000);
      expect(time(40_000) / time(10_000)).toBeLessThan(11);
    },
  );
});

describe('what cannot be reached is told, and is no success', () => {
  test('folders and files that cannot be read, and links that lead elsewhere', async () => {
    const outside = folderWith({ 'x.txt': 'Rosa Marino' });
    const folder = base({
      'organisations/a.md': page,
      'shut/x.txt': 'Rosa Marino',
      'shut.txt': 'Rosa Marino',
      'exports/own.txt': 'nothing',
    });
    symlinkSync(join(outside, 'x.txt'), join(folder, 'exports/link.txt'));
    symlinkSync('own.txt', join(folder, 'exports/inside.txt'));
    for (const path of ['', 'organisations', 'exports', 'organisations/a.md'])
      chmodSync(join(folder, path), 0o777);
    for (const path of ['shut', 'shut.txt']) chmodSync(join(folder, path), 0o000);
    await asNobody(async () => {
      const { code, noted, written } = await forgotten(folder, { json: true });
      for (const path of ['shut', 'shut.txt', 'exports/link.txt'])
        expect(noted).toContain(`${path} was not looked into: `);
      expect(noted).not.toContain('inside.txt');
      const { unread } = JSON.parse(written) as { unread: string[] };
      expect(unread.toSorted()).toEqual(['exports/link.txt', 'shut', 'shut.txt']);
      expect(code).toBe(1);
    });
    expect(readFileSync(join(outside, 'x.txt'), 'utf8')).toBe('Rosa Marino');
  });

  test('a file that is no text', async () => {
    const folder = base({ 'a.bin': new Uint8Array([0, 1, 2, 255]) });
    expect((await forgotten(folder)).code).toBe(1);
  });
});

test('the copy that “koinon doctor” looks at lies where it is found, and goes', async () => {
  const folder = base({ 'organisations/a.md': page });
  await run(doctor, folder, call());
  expect(existsSync(join(folder, '.koinon'))).toBe(false);
  await run(ingest, folder, call());
  const old = `.koinon/aside-${Date.now() - 2 * 86_400_000}77`;
  const fresh = `.koinon/aside-${Date.now()}78`;
  for (const path of [old, fresh]) put(folder, `${path}/index-9.db`, 'Rosa Marino');
  await run(doctor, folder, call());
  expect(readdirSync(join(folder, '.koinon')).filter((name) => name.startsWith('aside'))).toEqual([
    fresh.slice('.koinon/'.length),
  ]);
  await forgotten(folder);
  expect(holding(folder)).toEqual([]);
});
