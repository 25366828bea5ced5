import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import check from '../../src/commands/check.ts';
import dedupe from '../../src/commands/dedupe.ts';
import different from '../../src/commands/different.ts';
import importing from '../../src/commands/import.ts';
import undo from '../../src/commands/undo.ts';
import { base, call, run } from '../commands/run.ts';
import { exampleCopy } from '../surroundings.ts';

const es =
  '---\ntitle: Confederación de Entidades para la Economía Social de Andalucía\ncountry: ES\n---\n';
const en =
  '---\ntitle: Confederation of Entities for the Social Economy of Andalusia\ncountry: ES\n---\n';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly decision: string;
  readonly reasons: readonly { readonly reason: string }[];
}

async function pairs(folder: string): Promise<readonly Pair[]> {
  const { written } = await run(dedupe, folder, call([], { json: true }));
  return JSON.parse(written) as Pair[];
}

describe('dedupe', () => {
  test('finds one organisation in two languages, and says why', async () => {
    const found = await pairs(base({ 'organisations/es.md': es, 'organisations/en.md': en }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ a: 'en', b: 'es' });
    expect(found[0]?.reasons.map(({ reason }) => reason)).toContain('country');
  });

  test.each([
    [
      'another kind',
      {
        'organisations/a.md': '---\ntitle: Cooperactivas\n---\n',
        'projects/b.md': '---\ntitle: Cooperactivas\nid: b\n---\n',
      },
    ],
    [
      'another register number',
      {
        'organisations/a.md': '---\ntitle: Coop Mar\nidentifiers:\n  siren: 1\n---\n',
        'organisations/b.md': '---\ntitle: Coop Mar\nidentifiers:\n  siren: 2\n---\n',
      },
    ],
    [
      'another region in the name',
      {
        'organisations/a.md': '---\ntitle: Union of cooperatives of Catalonia\n---\n',
        'organisations/b.md': '---\ntitle: Union of cooperatives of Campania\n---\n',
      },
    ],
    [
      'a part of the other',
      {
        'organisations/a.md': '---\ntitle: Legacoop\n---\n',
        'organisations/b.md': '---\ntitle: Legacoop Marche\npart_of: a\n---\n',
      },
    ],
  ])('never proposes what is %s', async (_, files) => {
    expect(await pairs(base(files))).toEqual([]);
  });

  test('compares all records, however few pairs are wanted', async () => {
    const folder = base({
      'organisations/a.md': '---\ntitle: Alpha\n---\n',
      'organisations/es.md': es,
      'organisations/en.md': en,
    });
    const { written } = await run(dedupe, folder, call([], { json: true, limit: '1' }));
    expect(JSON.parse(written)).toHaveLength(1);
  });

  test('does not ask again about what somebody called different', async () => {
    const folder = base({ 'organisations/es.md': es, 'organisations/en.md': en });
    await run(different, folder, call(['es', 'en']));
    expect(await pairs(folder)).toEqual([]);
  });

  test('merges by itself only what a register or a domain says, and only when told to', async () => {
    const web = 'website: https://cepes-andalucia.example\n---';
    const folder = base({
      'organisations/es.md': es.replace(/---\n$/, `${web}\n`),
      'organisations/en.md': en.replace(/---\n$/, `${web}\n`),
      'organisations/x.md': '---\ntitle: Cooperativa del Sol\n---\n',
      'organisations/y.md': '---\ntitle: Cooperativa del Sol\n---\n',
    });
    const before = readFileSync(join(folder, 'organisations/en.md'), 'utf8');
    await pairs(folder);
    expect(readFileSync(join(folder, 'organisations/en.md'), 'utf8')).toBe(before);
    await run(dedupe, folder, call([], { auto: true }));
    const left = (await pairs(folder)).map(({ a, b }) => `${a} ${b}`);
    expect(left).toEqual(['x y']);
    await run(undo, folder, call());
    expect(readFileSync(join(folder, 'organisations/en.md'), 'utf8')).toBe(before);
  });

  test('finds no two of the example base to be one', async () => {
    expect((await pairs(exampleCopy())).filter(({ decision }) => decision === 'same')).toEqual([]);
  });

  test('sees what changed since', async () => {
    const folder = base({
      'organisations/es.md': es,
      'organisations/en.md': '---\ntitle: Something else\n---\n',
    });
    expect(await pairs(folder)).toEqual([]);
    writeFileSync(join(folder, 'organisations/en.md'), en);
    expect(await pairs(folder)).toHaveLength(1);
  });
});

describe('a name that leads nowhere', () => {
  const files = {
    'organisations/cepes.md': es,
    'organisations/legacoop.md': '---\ntitle: Legacoop\n---\n',
    'projects/p.md':
      '---\ntitle: P\npartners:\n  - Confederation of Entities for the Social Economy of Andalusia # why\n  - Legacop\n  - Nobody at all\n---\n',
  };

  test('is told with the record that it may mean in another language', async () => {
    const { written } = await run(check, base(files), call([], { json: true }));
    const messages = JSON.parse(written) as { reason: string; expected?: string[] }[];
    expect(messages.map(({ expected }) => expected?.[0])).toEqual(['cepes', 'legacoop', undefined]);
  });

  test('is mended where there is no doubt', async () => {
    const folder = base(files);
    await expect(run(check, folder, call([], { fix: true }))).rejects.toThrow('--yes');
    await run(check, folder, call([], { fix: true, yes: true }));
    const project = readFileSync(join(folder, 'projects/p.md'), 'utf8');
    expect(project).toContain('  - legacoop\n  - Nobody at all\n');
  });
});

test.each([
  ['another organisation', 'iesMed', 'organisations/iemed.md', 'title: IEMed'],
  ['another year', 'Saltpans forum 2020', 'projects/forum.md', 'title: Saltpans forum 2021'],
])('a link that may mean %s is left to a person', async (_, target, path, front) => {
  const event = `---\ntitle: E\nrelated: "[[${target}]]"\n---\n`;
  const folder = base({ [path]: `---\n${front}\n---\n`, 'events/e.md': event });
  const { noted } = await run(check, folder, call([], { fix: true, yes: true }));
  expect(noted).toContain('No broken link');
  expect(readFileSync(join(folder, 'events/e.md'), 'utf8')).toBe(event);
});

test('--auto never joins by a third record what somebody said is different', async () => {
  const record = (more: string) => `---\ntitle: Saltpans Cooperative\n${more}---\n`;
  const folder = base({
    'organisations/a.md': record('identifiers:\n  vat: PT1\n'),
    'organisations/b.md': record('identifiers:\n  vat: PT1\nwebsite: https://salt.example\n'),
    'organisations/c.md': record('website: https://salt.example\n'),
  });
  await run(different, folder, call(['a', 'c']));
  const { code } = await run(dedupe, folder, call([], { auto: true }));
  const left = ['a', 'b', 'c'].filter((id) => existsSync(join(folder, `organisations/${id}.md`)));
  expect(code).toBe(0);
  expect(left).toHaveLength(2);
});

test('--auto gives programs one document, whatever it merges', async () => {
  const record = (vat: number) => `---\ntitle: Coop ${vat}\nidentifiers:\n  vat: PT${vat}\n---\n`;
  const auto = async (folder: string) => {
    const { written } = await run(dedupe, folder, call([], { auto: true, json: true }));
    return (JSON.parse(written) as { file: string; change: string }[])
      .filter(({ change }) => change === 'remove')
      .map(({ file }) => file);
  };
  const folder = base({
    'organisations/a.md': record(1),
    'organisations/b.md': record(1),
    'organisations/c.md': record(2),
    'organisations/d.md': record(2),
  });
  expect(await auto(folder)).toEqual(['organisations/b.md', 'organisations/d.md']);
  expect(await auto(folder)).toEqual([]);
});

test('reasons name works and places as people know them, in the language of the call', async () => {
  const record = 'country: ES\nregion: ES-AN\n---\n';
  const files = {
    'organisations/a.md': `---\ntitle: Red de Andalucía\n${record}`,
    'organisations/b.md': `---\ntitle: Andalusian network\n${record}`,
    'projects/olive.md': '---\ntitle: Olive\npartners: [a, b]\n---\n',
  };
  const shown = async (lang: string, format: string) => {
    const folder = base({ ...files, 'koinon.yaml': `name: X\nlang: ${lang}\n` });
    return (await run(dedupe, folder, call([], { format }))).written;
  };
  const french = await shown('fr', 'table');
  expect(french).toMatch(/le même pays : Espagne.*la même région : Andalousie/);
  expect(french).toMatch(/(?:à revoir|une seule).*dans le même projet ou événement : olive/);
  expect(french).not.toMatch(/es-an|review| and /i);
  expect(await shown('fr', 'csv')).toMatch(
    /the same country: ES.*the same project or event: olive/,
  );
});

test('import offers the records that a new name may mean', async () => {
  const folder = base({ 'organisations/cepes.md': es });
  writeFileSync(
    join(folder, 'r.txt'),
    'The Olive project\n\nThe Olive project is led by the Confederation of Entities for Social Economy of Andalusia, in Spain.\n',
  );
  const { written } = await run(importing, folder, call(['r.txt'], { json: true }));
  const { entities } = JSON.parse(written) as {
    entities: {
      title: string;
      status: string;
      record?: string;
      candidates?: { record: string; reason: string }[];
    }[];
  };
  const found = entities.find(({ title }) => title.startsWith('Confederation'));
  expect([found?.record, ...(found?.candidates ?? []).map(({ record }) => record)]).toContain(
    'cepes',
  );
  expect(found?.candidates?.[0]?.reason).toMatch(/^“Confeder/);
});
