import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { koinon } from '../../torture/tools/koinon.ts';
import { base } from '../commands/run.ts';

const forged = 'koinon: all is well';

test('no data begins a line of its own among the notes', async () => {
  const folder = base({
    'koinon.yaml': `name: X\n"a\\n${forged}": b\n`,
    'organisations/salt.md': `---\ntitle: "Salt\\n${forged}\\nWorks"\nmember_of: Unoin of Salt\n---\n`,
    'organisations/union.md': `---\ntitle: Union of Salt\naliases: ["Union\\n${forged}"]\n---\n`,
  });
  mkdirSync(join(folder, 'in'));
  if (process.platform !== 'win32') {
    writeFileSync(join(folder, `in/a\n${forged}\n.odd`), 'x');
    writeFileSync(join(folder, `in/b\n${forged}\n.txt`), 'The Saltpans project began in 2020.');
  }
  const calls = [
    ['search', 'salt'],
    ['check', '--fix', '--yes'],
    ['import', 'in'],
    ['undo'],
    ['new', 'organisation', '--set', 'title=Zed', '--set', `part_of=x\n${forged}\n`],
    ['export', 'csv', 'country-totals', '-o', `out\n${forged}\n.csv`],
  ];
  for (const words of calls) {
    const { error, out } = await koinon(folder, words);
    expect(error.split('\n'), words.join(' ')).not.toContain(forged);
    expect(out.split('\n'), words.join(' ')).not.toContain(forged);
  }
}, 60_000);

test('no file gets the name of a device of Windows', async () => {
  const folder = base({ 'organisations/union.md': '---\ntitle: Union\n---\n' });
  const made = await koinon(folder, ['new', 'organisation', '--set', 'title=CON']);
  expect(made).toMatchObject({ code: 0, out: 'organisations/con-1.md\n' });
  const calls = [
    ['new', 'organisation', '--set', 'title=A', '--id', 'nul'],
    ['rename', 'union', 'aux'],
  ];
  for (const words of calls)
    expect(await koinon(folder, words)).toMatchObject({
      code: 2,
      error: expect.stringContaining('for a device'),
    });
}, 30_000);
