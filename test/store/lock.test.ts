import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isLocked, takeLock } from '../../src/store/sqlite/lock.ts';
import { temporaryFolder } from '../surroundings.ts';

const source = fileURLToPath(new URL('../../src/store/sqlite/lock.ts', import.meta.url));

test('one has it at a time, and nothing is written', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'lock');
  expect(isLocked(path)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  const lock = takeLock(path);
  expect(takeLock(path)).toBeUndefined();
  expect(isLocked(path)).toBe(true);
  expect(readdirSync(folder)).toEqual(['lock']);
  lock?.release();
  expect(isLocked(path)).toBe(false);
  takeLock(path)?.release();
  expect(readFileSync(path, 'utf8')).toBe('');
});

test('who is killed has it no more', async () => {
  const path = join(temporaryFolder(), 'lock');
  const script = `import { takeLock } from ${JSON.stringify(source)};
globalThis.held = takeLock(${JSON.stringify(path)});
process.stdout.write('taken');
setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  expect(takeLock(path)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'close');
  const lock = takeLock(path);
  expect(lock).toBeDefined();
  lock?.release();
});

test('a link or another file in its place leads nowhere and stays nowhere', () => {
  const [folder, outside] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(outside, 'theirs'), 'theirs');
  for (const [name, to] of Object.entries({ there: 'theirs', absent: 'nothing' })) {
    symlinkSync(join(outside, to), join(folder, name));
    takeLock(join(folder, name))?.release();
  }
  expect(readdirSync(outside)).toEqual(['theirs']);
  expect(readFileSync(join(outside, 'theirs'), 'utf8')).toBe('theirs');
  writeFileSync(join(folder, 'text'), 'no lock');
  const lock = takeLock(join(folder, 'text'));
  expect(lock).toBeDefined();
  lock?.release();
});

test('a folder in its place is said to be one', () => {
  const path = join(temporaryFolder(), 'lock');
  mkdirSync(path);
  expect(() => takeLock(path)).toThrow(expect.objectContaining({ code: 'EISDIR', path }));
  expect(isLocked(path)).toBe(false);
});
