import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './surroundings.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Says at the end of a process which files and which modules of Node it has loaded. */
const telling = `const loaded = () => JSON.stringify({ files: Object.keys(require.cache), builtin: process.moduleLoadList });
process.on('exit', () => process.stderr.write(loaded()));`;

let base: string;
let hook: string;

beforeAll(async () => {
  base = temporaryFolder();
  hook = join(temporaryFolder(), 'hook.cjs');
  writeFileSync(hook, telling);
  writeFileSync(join(base, 'koinon.yaml'), 'name: Small\n');
  writeFileSync(
    join(base, 'atelier.md'),
    '---\nkind: organisation\ntitle: Atelier\n---\n\nTunis\n',
  );
  // A file that was written just now is read again.
  await wait(2_100);
  koinon('ingest');
  koinon('ingest');
});

function koinon(...words: readonly string[]) {
  return spawnSync(
    process.execPath,
    ['-r', hook, join(project, 'bin/koinon.js'), '--base', base, '--quiet', ...words],
    { encoding: 'utf8' },
  );
}

test('a search loads three files of koinon, what is native in SQLite, and nothing else', () => {
  const { stdout, stderr } = koinon('search', 'atelier');
  const { files } = JSON.parse(stderr) as { files: readonly string[] };
  const loaded = files
    .filter((file) => file !== hook)
    .map((file) => relative(project, file).replaceAll('\\', '/'))
    .map((file) => file.replace(/prebuilds\/.*/, 'prebuilds'));
  expect(stdout).toContain('Atelier');
  expect(loaded.sort()).toEqual([
    'bin/koinon.js',
    'dist/cli.cjs',
    'dist/rolldown-runtime.cjs',
    'dist/search.cjs',
    'dist/start.cjs',
    'node_modules/better-sqlite3/lib/binding.js',
    'node_modules/better-sqlite3/prebuilds',
  ]);
});

test.each(['child_process', 'crypto', 'http', 'worker_threads', 'internal/fs/streams'])(
  'a search does not wait for %s',
  (name) => {
    const { builtin } = JSON.parse(koinon('search', 'atelier').stderr) as {
      builtin: readonly string[];
    };
    expect(builtin).toContain('NativeModule fs');
    expect(builtin).not.toContain(`NativeModule ${name}`);
  },
);
