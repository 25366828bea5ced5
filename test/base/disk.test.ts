import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/core/usage-error.ts';
import { saveFile, saveNew, writeExclusive } from '../../src/base/disk.ts';
import { temporaryFolder } from '../surroundings.ts';

const source = fileURLToPath(new URL('../../src/base/disk.ts', import.meta.url));

test('a file is written whole, in place of the old one', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old', { mode: 0o600 });
  await saveFile(path, ['new ', 'text']);
  expect(readFileSync(path, 'utf8')).toBe('new text');
  expect(lstatSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('a disk that takes only a part is told, and the old file stays', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  const script = `import { saveFile } from ${JSON.stringify(source)};
await saveFile(${JSON.stringify(path)}, ['x'.repeat(1_000_000)]);`;
  const run = spawnSync(
    'sh',
    [
      '-c',
      `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1"`,
      process.execPath,
      script,
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toContain('EFBIG');
  expect(run.status).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('what is no regular file is written into', async () => {
  const folder = temporaryFolder();
  const pipe = join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
  const read = text(reader.stdout);
  await saveFile(pipe, ['one ', 'two']);
  expect(await read).toBe('one two');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['pipe']);
});

test.runIf(existsSync('/dev/full'))('a device that refuses is told', async () => {
  await expect(saveFile('/dev/full', ['x'])).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
});

test('a link stays a link, and its target is written, there already or not', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'far'));
  writeFileSync(join(folder, 'far/old.csv'), 'old');
  for (const name of ['old.csv', 'new.csv']) {
    symlinkSync(`far/${name}`, join(folder, name));
    await saveFile(join(folder, name), ['text']);
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'far', name), 'utf8')).toBe('text');
  }
  expect(readdirSync(join(folder, 'far'))).toEqual(['new.csv', 'old.csv']);
});

test('a failed run removes only what it made', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, `a.csv.${process.pid}.part`), 'of somebody else');
  const failing = async function* () {
    yield 'a';
    throw new Error('half-way');
  };
  await expect(saveFile(join(folder, 'a.csv'), failing())).rejects.toThrow('half-way');
  expect(readdirSync(folder)).toEqual([`a.csv.${process.pid}.part`]);
});

test.each([saveNew, writeExclusive])(
  '%o writes a new file, and never over another',
  async (save) => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    await save(path, 'first');
    await expect(save(path, 'second')).rejects.toThrow(UsageError);
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.md']);
  },
);
