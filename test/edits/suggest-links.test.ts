import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import check from '../../src/commands/check.ts';
import suggest from '../../src/commands/link/suggest.ts';
import undo from '../../src/commands/undo.ts';
import { base, call, run } from '../commands/run.ts';
import { exampleCopy } from '../surroundings.ts';

const records = {
  'organisations/legacoop.md': '---\ntitle: Legacoop\n---\nLegacoop is Italian.\n',
  'organisations/legacoop-marche.md': '---\ntitle: Legacoop Marche\n---\n',
  'organisations/acpp.md': '---\ntitle: Asamblea de Cooperación por la Paz\nacronym: ACPP\n---\n',
  'organisations/ugtt.md': '---\ntitle: الاتحاد العام التونسي للشغل\nacronym: UGTT\n---\n',
  'organisations/koin.md': '---\ntitle: Κοινωνική Συνεταιριστική Επιχείρηση Ανατολή\n---\n',
  'organisations/and.md': '---\ntitle: Association for New Development\nacronym: AND\n---\n',
};

/** The mentions that are found in a body. */
async function mentions(body: string, options = {}): Promise<readonly string[]> {
  const folder = base({ ...records, 'projects/p.md': `---\ntitle: P\n---\n${body}\n` });
  const { written } = await run(suggest, folder, call(['p'], { json: true, ...options }));
  const rows = JSON.parse(written || '[]') as { text: string; records: string[] }[];
  return rows.map(({ text, records }) => `${text} → ${records.join(' or ')}`);
}

describe('mentions', () => {
  test.each([
    [
      'the longer name wins',
      'It is run by Legacoop Marche today.',
      ['Legacoop Marche → legacoop-marche'],
    ],
    ['an acronym in its case only', 'ACPP and others, and some more.', ['ACPP → acpp']],
    [
      'without accents',
      'by the Asamblea de Cooperacion por la Paz',
      ['Asamblea de Cooperacion por la Paz → acpp'],
    ],
    ['in Arabic', 'مع الاتحاد العام التونسي للشغل في تونس', ['الاتحاد العام التونسي للشغل → ugtt']],
    [
      'in Greek capitals',
      'με την ΚΟΙΝΩΝΙΚΗ ΣΥΝΕΤΑΙΡΙΣΤΙΚΗ ΕΠΙΧΕΙΡΗΣΗ ΑΝΑΤΟΛΗ',
      ['ΚΟΙΝΩΝΙΚΗ ΣΥΝΕΤΑΙΡΙΣΤΙΚΗ ΕΠΙΧΕΙΡΗΣΗ ΑΝΑΤΟΛΗ → koin'],
    ],
    ['not what is a link', 'by [[legacoop|Legacoop]], then Legacoop again', []],
    ['not in code, links and headings', '# ACPP\n\n`ACPP` [ACPP](https://x.org)\n\n    ACPP', []],
    ['the first one only', 'with ACPP, and ACPP once more', ['ACPP → acpp']],
  ])('%s', async (_, body, expected) => {
    expect(await mentions(body)).toEqual(expected);
  });

  test('all of them when asked for', async () => {
    expect(await mentions('with ACPP, and ACPP once more', { all: true })).toHaveLength(2);
  });

  test('of one record only', async () => {
    expect(await mentions('with ACPP and the Legacoop', { to: 'legacoop' })).toEqual([
      'Legacoop → legacoop',
    ]);
  });
});

test('a record does not mention itself', async () => {
  const folder = base(records);
  const { noted } = await run(suggest, folder, call());
  expect(noted).toContain('No mention of a record is without its link');
});

test('--write changes nothing but the mentions, and undo takes it back', async () => {
  const body =
    'With ACPP.\r\n\r\n| who | what |\r\n| --- | --- |\r\n| Legacoop Marche | host |\r\n';
  const text = `---\r\ntitle: P\r\n---\r\n${body}`;
  const folder = base({ ...records, 'projects/p.md': text });
  const read = () => readFileSync(join(folder, 'projects/p.md'), 'utf8');
  await run(suggest, folder, call([], { write: true, 'dry-run': true }));
  expect(read()).toBe(text);
  await run(suggest, folder, call([], { write: true }));
  expect(read()).toBe(
    text
      .replace('ACPP', '[[acpp|ACPP]]')
      .replace('| Legacoop Marche', '| [[legacoop-marche\\|Legacoop Marche]]'),
  );
  expect((await run(check, folder, call())).code).toBe(0);
  await run(undo, folder, call());
  expect(read()).toBe(text);
});

test('what a program reads is JSON and nothing else, also where files are written', async () => {
  const folder = base({ ...records, 'projects/p.md': '---\ntitle: P\n---\nWith ACPP.\n' });
  const json = { write: true, json: true } as const;
  const [dry, done, none] = [
    await run(suggest, folder, call([], { ...json, 'dry-run': true })),
    await run(suggest, folder, call([], json)),
    await run(suggest, folder, call([], json)),
  ];
  const change = [{ file: 'projects/p.md', change: 'write' }];
  expect([dry, done, none].map(({ written }) => JSON.parse(written) as unknown)).toEqual([
    change,
    change,
    [],
  ]);
});

test('check --fix --json gives JSON and nothing else', async () => {
  const folder = base({
    ...records,
    'projects/p.md': '---\ntitle: P\nlead: Legacop Marche\n---\n',
  });
  const json = { fix: true, yes: true, json: true } as const;
  const [done, none] = [
    await run(check, folder, call([], json)),
    await run(check, folder, call([], json)),
  ];
  expect(JSON.parse(done.written)).toEqual([{ file: 'projects/p.md', change: 'write' }]);
  expect(JSON.parse(none.written)).toEqual([]);
});

test('what can mean two records is left to a person', async () => {
  const folder = base({
    'organisations/a.md': '---\ntitle: Union A\nacronym: ICS\n---\n',
    'organisations/b.md': '---\ntitle: Union B\nacronym: ICS\n---\n',
    'projects/p.md': '---\ntitle: P\n---\nThe work of ICS goes on.\n',
  });
  const { code, noted } = await run(suggest, folder, call([], { write: true }));
  expect(code).toBe(1);
  expect(noted).toContain('“ICS” can mean a, b');
});

test('who appears together, and how often', async () => {
  const folder = base({
    ...records,
    'projects/p.md': '---\ntitle: P\npartners: [acpp, legacoop, ugtt]\n---\n',
    'events/e.md': '---\ntitle: E\norganisers: acpp\nparticipants: [legacoop]\n---\n',
  });
  const { written } = await run(suggest, folder, call([], { relations: true, json: true }));
  expect(JSON.parse(written)).toEqual([{ a: 'acpp', b: 'legacoop', works: ['e', 'p'] }]);
});

test('the example base can be linked throughout, and stays in order', async () => {
  const folder = exampleCopy();
  await run(suggest, folder, call([], { write: true }));
  expect((await run(check, folder, call())).noted).toContain('everything is in order');
});
