import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../../src/base/read-file.ts';
import { walk } from '../../src/base/walk.ts';
import { asNobody } from './as-nobody.ts';
import { folderWith } from './folder.ts';

const paths = (folder: string) =>
  walk(folder)
    .files.map(({ path }) => path)
    .toSorted();
const problems = (folder: string) =>
  Object.fromEntries([...walk(folder).problems].map(([path, { reason }]) => [path, reason]));

describe('walk', () => {
  it('finds every Markdown file of a base, and nothing else', () => {
    const folder = folderWith({
      'a.md': '',
      'B.MD': '',
      'deep/er/c.md': '',
      'with space/d e.md': '',
      'é/Λ.md': '',
      'n.markdown': '',
      'n.txt': '',
      md: '',
      '.hidden.md': '',
      '.koinon/x.md': '',
      '.git/x.md': '',
      '.obsidian/x.md': '',
      'node_modules/x.md': '',
      'drafts/x.md': '',
      'a/drafts/x.md': '',
      'a/.trash/x.md': '',
    });
    expect(paths(folder)).toEqual(
      ['B.MD', 'a.md', 'a/drafts/x.md', 'deep/er/c.md', 'with space/d e.md', 'é/Λ.md'].toSorted(),
    );
    expect(problems(folder)).toEqual({});
  });

  it('says how each file looks', () => {
    const folder = folderWith({ 'a.md': 'text' });
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, 'a.md'));
    expect(walk(folder).files).toEqual([
      { path: 'a.md', size, mtime: mtimeMs, ctime: ctimeMs, inode: ino },
    ]);
  });

  it('ends where links go round', () => {
    const folder = folderWith({ 'a/b/x.md': '' });
    for (const [index, target] of ['..', '../..', '.', folder].entries())
      symlinkSync(target, join(folder, 'a/b', `loop${index}`));
    symlinkSync('/', join(folder, 'root'));
    expect(paths(folder)).toEqual(['a/b/x.md']);
  });

  it('leaves out what is no ordinary file, and says so', () => {
    const folder = folderWith({ 'a.md': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    mkdirSync(join(folder, 'folder.md'));
    writeFileSync(join(folder, 'folder.md/inside.md'), '');
    symlinkSync('a.md', join(folder, 'link.md'));
    symlinkSync('nowhere', join(folder, 'broken.md'));
    expect(paths(folder)).toEqual(['a.md', 'folder.md/inside.md']);
    expect(problems(folder)).toEqual({
      'pipe.md': 'This is no ordinary file and is not read',
      'link.md': 'A link to a file elsewhere is not read; put the file itself into the base',
      'broken.md': 'A link to a file elsewhere is not read; put the file itself into the base',
    });
  });

  it.each([
    'note (conflicted copy 2024-01-01).md',
    "note (Ada's conflicted copy 2024-01-01).md",
    'note (conflicted copy 2024-01-01 120000).md',
    'note (Case Conflict 1).md',
    'note (Copie en conflit de Ada 2024-01-01).md',
    'note (Copia en conflicto de Ada 2024-01-01).md',
    'note (Copia in conflitto di Ada 2024-01-01).md',
    'note (Cópia em conflito de Ada 2024-01-01).md',
    'note (SFConflict ada@example.org 2024-01-01).md',
    'note.sync-conflict-20240101-120000-ABCDEFG.md',
    'note_conflict-20240101-120000.md',
    'note_conf(1).md',
    'note~HEAD.md',
  ])('reports the conflict copy %s', (name) => {
    const folder = folderWith({ [name]: '', 'note.md': '' });
    expect(paths(folder)).toEqual(['note.md']);
    expect(problems(folder)[name]).toMatch(/^A copy made by a program for shared folders/);
  });

  it.each([
    'Peace (conflict prevention).md',
    'Zones (pays en conflit).md',
    'conflict.md',
    'Conflicted copy.md',
    'HEAD.md',
  ])('reads %s, which is none', (name) => {
    expect(paths(folderWith({ [name]: '' }))).toEqual([name]);
  });

  it('names a file whose name is not in UTF-8', () => {
    const folder = folderWith();
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]),
      '',
    );
    expect(Object.values(problems(folder))).toEqual([
      'The name of this file is not in UTF-8; give it another name',
    ]);
    expect(paths(folder)).toEqual([]);
  });

  it('says which folders cannot be read', async () => {
    const folder = folderWith({ 'open/a.md': '', 'closed/b.md': '', 'closed/deep/c.md': '' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    const { files, unreadable, problems } = await asNobody(() => walk(folder));
    chmodSync(join(folder, 'closed'), 0o755);
    expect(files.map(({ path }) => path)).toEqual(['open/a.md']);
    expect(unreadable).toEqual(['closed']);
    expect(problems.get('closed')).toMatchObject({ severity: 'warning', rule: 'file' });
  });

  it('says that a base is not there', () => {
    const { files, unreadable, problems } = walk(join(folderWith(), 'nothing'));
    expect([files, unreadable, [...problems.keys()]]).toEqual([[], [''], ['.']]);
  });
});

describe('readFileText', () => {
  it.each([
    ['UTF-8', Buffer.from('é'), 'é'],
    ['nothing', Buffer.alloc(0), ''],
    ['a byte order mark', Buffer.from('\ufeffa'), '\ufeffa'],
    ['UTF-16 LE', Buffer.from('\ufeffé a', 'utf16le'), /UTF-16 \(little endian\)/],
    ['UTF-16 BE', Buffer.from('\ufeffé a', 'utf16le').swap16(), /UTF-16 \(big endian\)/],
    ['UTF-16 LE without mark', Buffer.from('plain', 'utf16le'), /UTF-16 \(little endian\)/],
    ['UTF-16 BE without mark', Buffer.from('plain', 'utf16le').swap16(), /UTF-16 \(big endian\)/],
    ['Latin-1', Buffer.from('économie', 'latin1'), /perhaps Latin-1 or Windows-1252/],
    ['a NUL', Buffer.from('text\0text'), /bytes that are no text/],
    ['a cut character', Buffer.from('é').subarray(0, 1), /perhaps Latin-1/],
    ['half of a pair', Buffer.from([0xed, 0xa0, 0x80]), /perhaps Latin-1/],
  ])('%s', (_, bytes, expected) => {
    const path = join(folderWith({ 'a.md': bytes }), 'a.md');
    const read = readFileText(path);
    if (typeof expected === 'string')
      expect(read).toMatchObject({ text: expected, size: bytes.length });
    else expect('problem' in read && read.problem.reason).toMatch(expected);
    expect('hash' in read && read.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('never waits for what is no file', () => {
    const folder = folderWith();
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    for (const path of [join(folder, 'pipe.md'), folder, '/dev/zero'])
      expect(readFileText(path)).toMatchObject({ problem: { rule: 'file' } });
    expect(readFileText(join(folder, 'none.md'))).toEqual({ gone: true });
  });

  it('names a file that may not be read', async () => {
    const folder = folderWith({ 'a.md': 'x' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'a.md'), 0);
    expect(await asNobody(() => readFileText(join(folder, 'a.md')))).toMatchObject({
      problem: { severity: 'error', reason: 'The file cannot be read: permission is denied' },
    });
  });

  it('refuses what is no record by its length', () => {
    const path = join(folderWith({ 'a.md': Buffer.alloc(16 * 1024 * 1024 + 1, 0x61) }), 'a.md');
    expect(readFileText(path)).toMatchObject({
      problem: { reason: expect.stringMatching(/16777217 bytes, more than/) },
    });
  });
});
