import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { recover } from '../../src/base/journal.ts';
import { temporaryFolder } from '../surroundings.ts';

const program = fileURLToPath(new URL('../../torture/tools/calls.ts', import.meta.url));

/** A base in which “new” was killed before its file got its name. */
function killed(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'koinon.yaml'), 'name: X\n');
  made(folder, 'Reef Guild', 'link:1:kill');
  return folder;
}

function made(folder: string, title: string, failpoint = '') {
  return spawnSync(process.execPath, [program, 'new', 'organisation', '--set', `title=${title}`], {
    cwd: folder,
    env: { ...process.env, KOINON_FAILPOINT: failpoint },
    encoding: 'utf8',
  });
}

const records = (folder: string) => readdirSync(join(folder, 'organisations')).sort();

test('what a killed “new” had begun goes with the next call that writes', () => {
  const folder = killed();
  expect(records(folder)).toEqual([expect.stringMatching(/^reef-guild\.md\..*\.part$/)]);
  expect(made(folder, 'Other')).toMatchObject({ status: 0 });
  expect(records(folder)).toEqual(['other.md']);
});

test('what a living koinon writes stays, and what nobody here can know about', async () => {
  const folder = killed();
  const [left = ''] = records(folder);
  const stays = [
    left.replace(/\.\d+-/, `.${process.ppid}-`),
    left.replace(/-[0-9a-f]{8}\./, '-00000000.'),
    'a.md.0123456789ab.part',
    'a.md.part',
  ];
  const others = ['.git', 'node_modules'].map((name) => join(folder, name));
  for (const name of stays) writeFileSync(join(folder, 'organisations', name), '');
  for (const each of others) {
    mkdirSync(each);
    writeFileSync(join(each, left), '');
  }
  await recover(folder);
  expect(records(folder)).toEqual(stays.toSorted());
  for (const each of others) expect(readdirSync(each)).toEqual([left]);
});

test('what begins like a file of koinon is no leftover under another name', async () => {
  const folder = killed();
  const [left = ''] = records(folder);
  renameSync(join(folder, 'organisations', left), join(folder, 'organisations', `${left}.md`));
  await recover(folder);
  expect(records(folder)).toEqual([`${left}.md`]);
});
