import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { koinon } from '../../torture/tools/koinon.ts';
import { temporaryFolder } from '../surroundings.ts';

/** What ends never, or only after more than anybody has. */
const folder = temporaryFolder();
writeFileSync(join(folder, 'koinon.yaml'), 'name: X\n');
const path = (name: string) => join(folder, name);
writeFileSync(path('long.pdf'), '%PDF-1.7\n');
truncateSync(path('long.pdf'), 1_900 * 1024 * 1024);
writeFileSync(path('long.txt'), '');
truncateSync(path('long.txt'), 26 * 1024 * 1024);
const hasPipes = process.platform !== 'win32';
if (hasPipes) execFileSync('mkfifo', [path('pipe.txt')]);

describe.each([
  ['long.pdf', /more than 25 MB/],
  ['long.txt', /more than 25 MB/],
  ...(hasPipes
    ? ([
        ['pipe.txt', /no ordinary file/],
        ['/dev/zero', /no ordinary file/],
      ] as const)
    : []),
] as const)('import of %s', (name, reason) => {
  test('ends at once, with little memory, and says why', async () => {
    const ended = await koinon(folder, ['import', name], {
      env: { TORTURE_USAGE: '1' },
      killAfter: 15_000,
    });
    expect(ended).toMatchObject({ code: 1, signal: null, error: expect.stringMatching(reason) });
    expect(ended.told).toBeLessThan(200);
  }, 20_000);
});

test('what comes through a pipe is read no further than a document may be long', async () => {
  const ended = await koinon(folder, ['import', '-'], {
    input: 'Salt. '.repeat(20 * 1024 * 1024),
    env: { TORTURE_USAGE: '1' },
    killAfter: 15_000,
  });
  expect(ended).toMatchObject({ code: 1, error: expect.stringMatching(/more than 25 MB/) });
  expect(ended.told).toBeLessThan(200);
}, 20_000);

test('a document comes through a pipe', async () => {
  const ended = await koinon(folder, ['import', '-', '--dry-run'], {
    input: 'The Saltpans project is led by the Lagoon Union of Faro, Portugal.\n',
  });
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('Saltpans') });
});

test('a million and a half characters are imported with less than 400 MB, and more of them are refused', async () => {
  const sentence = 'We met at the harbour and talked about the garden. ';
  for (const [characters, code] of [
    [1_500_000, 0],
    [1_700_000, 1],
  ] as const) {
    writeFileSync(path('book.txt'), sentence.repeat(characters / sentence.length));
    const ended = await koinon(folder, ['import', 'book.txt', '--dry-run'], {
      env: { TORTURE_USAGE: '1' },
    });
    expect(ended.code).toBe(code);
    expect(ended.told).toBeLessThan(400);
    if (code === 1) expect(ended.error).toMatch(/more than 1,572,864 characters/);
  }
}, 120_000);
