import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import importing from '../../src/commands/import.ts';
import { base, call, run } from '../commands/run.ts';
import { bytesBelow } from '../doctor/files.ts';

const script = `
  const [, folder, root] = process.argv;
  const { findBase } = await import(root + 'src/base/base.ts');
  const { ingest } = await import(root + 'src/base/ingest.ts');
  const { recover } = await import(root + 'src/base/journal.ts');
  const { loadKinds } = await import(root + 'src/registry.ts');
  const { concepts } = await import(root + 'src/vocabulary/load.ts');
  const { sqliteStore } = await import(root + 'src/store/sqlite/store.ts');
  const { mentionsOf } = await import(root + 'src/privacy/mentions.ts');
  const { forget } = await import(root + 'src/privacy/forget.ts');
  const context = { kinds: await loadKinds(), concepts };
  const found = findBase(folder, folder);
  await using store = sqliteStore(found.indexFolder, context.kinds);
  await recover(folder);
  await ingest(folder, store, context);
  const { changes } = await mentionsOf({ ...context, folder, store, spellings: ['Rosa Marino'] });
  await forget(changes, found, store);
  await ingest(folder, store, context);
`;
/** Every how many writes a run is killed. */
const stride = Number(process.env['KOINON_STRIDE'] ?? 5);

const root = new URL('../../', import.meta.url).href;

function forgetIn(folder: string, failpoint?: string) {
  const env = {
    ...process.env,
    ...(failpoint === undefined ? {} : { KOINON_FAILPOINT: failpoint }),
  };
  const flags = ['--input-type=module', '--no-warnings', '-e', script, folder, root];
  return spawnSync(process.execPath, flags, { env, encoding: 'utf8' });
}

test('killed at any write, the next call ends what was begun, and no byte of the name is left', async () => {
  let killed = 0;
  for (let step = 1; ; step += stride) {
    const folder = base({
      'organisations/a.md': '---\ntitle: A\ncontacts: [{name: Rosa Marino}]\n---\nRosa Marino.\n',
      'projects/p.md': '---\ntitle: P\nlead: a\n---\nBy Rosa Marino.\n',
    });
    writeFileSync(
      join(folder, 'note.txt'),
      'Rosa Marino spoke.\n\nThe P project began in March 2020.\n',
    );
    await run(importing, folder, call(['note.txt']));
    const { signal, stderr } = forgetIn(folder, `any:${step}:kill`);
    expect(stderr).toBe('');
    if (signal === 'SIGKILL') killed++;
    expect(forgetIn(folder)).toMatchObject({ status: 0, stderr: '' });
    const left = Object.keys(bytesBelow(folder)).filter((path) =>
      /marino/i.test(readFileSync(join(folder, path), 'latin1')),
    );
    expect(left, `killed before step ${step}`).toEqual([]);
    if (signal !== 'SIGKILL') break;
  }
  expect(killed).toBeGreaterThan(5);
}, 600_000);
