import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import check from '../../src/commands/check.ts';
import ingest from '../../src/commands/ingest.ts';
import newRecord from '../../src/commands/new.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import type { Session, Surroundings } from '../../src/session/session.ts';
import { openSession } from '../../src/session/session.ts';
import { width } from '../../src/terminal/text.ts';
import { folderWith } from '../base/folder.ts';
import type { Heard } from '../surroundings.ts';
import { heard } from '../surroundings.ts';
import { base, call, run } from './run.ts';

const globals = { base: undefined, language: undefined, quiet: false, refresh: true };

const files = {
  'koinon.yaml': 'name: X\n',
  'organisations/a.md': '---\ntitle: A\ncountry: Nowhere\n---\n',
  'organisations/b.md': '---\ntitle: B\n---\n',
};

async function opened(
  base: string,
  more: Partial<Surroundings> = {},
): Promise<{ session: Session; said: Heard }> {
  const said = { ...(await heard(base)), ...more };
  const session = await openSession(said, { ...globals, base });
  onTestFinished(() => session.end());
  return { session, said };
}

describe.each([
  ['check', check],
  ['ingest', ingest],
] as const)('paths of %s', (_, command) => {
  test('a name of nothing is told', async () => {
    const { session } = await opened(folderWith(files));
    for (const name of ['organisation', 'organisations/c.md', 'b.md'])
      await expect(command.run(call([name]), session)).rejects.toThrow(
        `There is no file or folder ${name}`,
      );
    await expect(command.run(call(['/']), session)).rejects.toThrow(UsageError);
  });

  test('names are looked for from here, then from the base, and must lie in it', async () => {
    const base = folderWith(files);
    const elsewhere = folderWith({ 'organisations/z.md': '', 'only-here.md': '' });
    const away = await opened(base, { folder: elsewhere });
    expect(await command.run(call(['organisations/a.md']), away.session)).toBe(1);
    await expect(command.run(call(['only-here.md']), away.session)).rejects.toThrow('outside');
    const inside = await opened(base, { folder: join(base, 'organisations') });
    expect(await command.run(call(['a.md']), inside.session)).toBe(1);
    expect(await command.run(call(['organisations']), inside.session)).toBe(1);
  });
});

test('a file that is gone can still be named to ingest', async () => {
  const base = folderWith(files);
  await ingest.run(call(), (await opened(base)).session);
  rmSync(join(base, 'organisations/a.md'));
  const { session, said } = await opened(base);
  expect(await ingest.run(call(['organisations/a.md']), session)).toBe(0);
  expect(said.written[0]).toContain('1 removed');
});

test('annotations name files from the workspace, the repository or the base, and hide no sign', async () => {
  const odd = 'organisations/a\u202e,b.md';
  const root = folderWith({
    'some/base/koinon.yaml': 'name: X\n',
    [`some/base/${odd}`]: '---\ntitle: A\ncountry: "No\\u001b[2Jwhe\\u202ere"\n---\n',
  });
  const base = join(root, 'some/base');
  const file = async (env: Surroundings['env']) => {
    const { session, said } = await opened(base, { env });
    await check.run(call([], { format: 'github' }), session);
    for (const sign of ['\u001b', '\u202e']) expect(said.written.join('')).not.toContain(sign);
    return /file=([^,]*)/.exec(said.written[0] ?? '')?.[1];
  };
  const shown = 'organisations/a\\u{202e}%2Cb.md';
  expect(await file({})).toBe(shown);
  expect(await file({ GITHUB_WORKSPACE: dirname(base) })).toBe(`base/${shown}`);
  mkdirSync(join(root, '.git'));
  expect(await file({})).toBe(`some/base/${shown}`);
});

test('messages break at spaces where the window is narrow', async () => {
  const { session, said } = await opened(folderWith(files), { width: 60 });
  await check.run(call(), session);
  const lines = said.written.join('').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((line) => width(line) <= 60)).toBe(true);
  expect(lines.slice(1).every((line) => line.startsWith('    '))).toBe(true);
  expect(lines.map((line) => line.trim()).join(' ')).toMatch(/a country.*found “Nowhere”/);
});

describe('a base', () => {
  test('with an unknown setting is read, and the setting is named once', async () => {
    const { session, said } = await opened(
      folderWith({ ...files, 'koinon.yaml': 'name: X\nfuture: 1\n' }),
    );
    expect(await check.run(call(), session)).toBe(1);
    expect(said.noted.filter((note) => note.includes('“future”'))).toHaveLength(1);
  });

  test.each(['lang: [en, fr]', 'index: there', 'lang: xx'])(
    'with the setting %s is refused',
    async (setting) => {
      const base = folderWith({ ...files, 'koinon.yaml': `${setting}\n` });
      const session = await openSession(await heard(base), globals);
      await expect(session.store()).rejects.toThrow(/koinon\.yaml: expected/);
    },
  );

  test('is the nearest one where KOINON_BASE is empty', async () => {
    const base = folderWith(files);
    const said = { ...(await heard(join(base, 'organisations'))), env: { KOINON_BASE: '' } };
    const session = await openSession(said, globals);
    expect(session.base.name).toBe('X');
  });

  test('whose .koinon leads elsewhere is refused, and nothing is written there', async () => {
    const base = folderWith(files);
    const elsewhere = folderWith();
    symlinkSync(elsewhere, join(base, '.koinon'));
    const { session } = await opened(base);
    await expect(session.store()).rejects.toThrow(/is a link to another folder/);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

test('a region that is no known name is told with those near it in its country, on its line', async () => {
  const folder = base({
    'organisations/a.md': '---\ntitle: A\ncountry: FR\nrégion: Bretagn\n---\n',
    'organisations/b.md': '---\ntitle: B\ncountry: ES\nregion: Bretagn\n---\n',
    'organisations/c.md': '---\ntitle: C\nregion: Cap Bon\n---\n',
    'organisations/province.md': '---\ntitle: Province\nregion: ES-LE\n---\n',
    'organisations/d.md': '---\ntitle: D\nrégion: Centre\n---\n',
  });
  const { code, written } = await run(check, folder, call());
  expect(written).toBe(
    'organisations/a.md:4:9  warning  region  “Bretagn” is no known name; it is kept as it is (Brittany?)\n' +
      'organisations/d.md:3:9  error  region  Expected a region, by its NUTS or ISO 3166-2 code or its name, found “Centre”: a name in several countries; write its code or its country too (ES4 (Centre (ES)), ITI (Centre (IT)), FR-CVL (Centre-Val de Loire), PT16 (Centro (PT))?)\n',
  );
  expect(code).toBe(1);
});

test('a region that is no known name can be written all the same', async () => {
  const folder = base({});
  const set = ['title=Z', 'country=FR', 'region=Grand Sud'];
  await run(newRecord, folder, call(['organisation'], { set }));
  expect(readFileSync(join(folder, 'organisations/z.md'), 'utf8')).toContain('region: Grand Sud');
});
