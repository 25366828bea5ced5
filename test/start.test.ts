import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './surroundings.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  version: string;
};

/** Node that says it is another version. */
const pretending = (node: string) =>
  `data:text/javascript,${encodeURIComponent(`Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } })`)}`;

test('an old Node hands over to the one that npm brought along', () => {
  // Installed without scripts, npm brings none: it lies here in any case.
  const folder = temporaryFolder();
  cpSync(join(project, 'bin'), join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(join(project, 'dist'), join(folder, 'dist'));
  symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
  const run = spawnSync(
    process.execPath,
    ['--import', pretending('18.1.0'), join(folder, 'bin/koinon.js'), '--version'],
    { encoding: 'utf8' },
  );
  expect(run).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('an old Node alone says in one line what to install', () => {
  const folder = temporaryFolder();
  cpSync(join(project, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  const run = spawnSync(
    process.execPath,
    ['--import', pretending('22.11.0'), join(folder, 'bin/koinon.js'), 'search'],
    { encoding: 'utf8' },
  );
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(/^koinon needs Node 22\.12 or newer, this is 22\.11\.0: .*\n$/);
});

test('an old Node passes on by which signal the new one was ended', () => {
  const folder = temporaryFolder();
  cpSync(join(project, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
  const script = '#!/bin/sh\nkill -TERM $$\n';
  writeFileSync(join(folder, 'node_modules/node/bin/node'), script, { mode: 0o755 });
  const run = spawnSync(process.execPath, [
    '--import',
    pretending('18.1.0'),
    join(folder, 'bin/koinon.js'),
  ]);
  expect(run.status).toBe(128 + 15);
});

test('no Node is too old to read the start', () => {
  expect(readFileSync(join(project, 'bin/koinon.js'), 'utf8')).not.toMatch(/\bawait\b/);
});

test('a closed pipe ends quietly', () => {
  const script = `"${process.execPath}" "${join(project, 'bin/koinon.js')}" vocab countries | head -1`;
  const run = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(run).toMatchObject({ status: 0, stderr: '' });
});
