import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import apply from '../../src/commands/apply.ts';
import doctor from '../../src/commands/doctor.ts';
import importing from '../../src/commands/import.ts';
import ingest from '../../src/commands/ingest.ts';
import review from '../../src/commands/review.ts';
import different from '../../src/commands/different.ts';
import { base, call, run } from '../commands/run.ts';
import { exampleCopy } from '../surroundings.ts';
import { bytesBelow, indexFile } from './files.ts';

interface Told {
  readonly findings: readonly {
    readonly examination: string;
    readonly where: string;
    readonly what: string;
    readonly remedy: string;
    readonly mendable: boolean;
  }[];
  readonly mended: readonly string[];
}

async function told(folder: string, options = {}): Promise<Told & { readonly code: number }> {
  const { code, written } = await run(doctor, folder, call([], { json: true, ...options }));
  return { code, ...(JSON.parse(written) as Told) };
}

const files = {
  'organisations/union.md': '---\ntitle: Lagoon Union\ncountry: PT\n---\nWorks with [[salt]].\n',
  'projects/salt.md': '---\ntitle: Salt\nlead: union\nstart: 2020\n---\nAbout salt.\n',
};

const report = `Saltpans: work for the lagoon

12 May 2021

The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal.
It began in March 2020 and ends in February 2023, with a total budget of 1.2 million euros.
`;

/** A base with its index. */
async function sound(more: { [path: string]: string } = {}): Promise<string> {
  const folder = base({ ...files, ...more });
  await run(ingest, folder, call());
  return folder;
}

/** A base with an applied and an open draft. */
async function withTexts(): Promise<string> {
  const folder = await sound();
  writeFileSync(join(folder, 'report.txt'), report);
  await run(importing, folder, call(['report.txt']));
  await run(review, folder, call([], { accept: 'all' }));
  await run(apply, folder, call([], { by: 'Rosa' }));
  writeFileSync(join(folder, 'other.txt'), report.replaceAll('Saltpans', 'Fishponds'));
  await run(importing, folder, call(['other.txt']));
  return folder;
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const old = (path: string) => utimesSync(path, 1_000_000_000, 1_000_000_000);

describe('a base in order', () => {
  test('is sound, with an index or without, and deep inside', async () => {
    const folder = exampleCopy();
    expect(await told(folder)).toEqual({ code: 0, findings: [], mended: [] });
    expect(existsSync(join(folder, '.koinon'))).toBe(false);
    await run(ingest, folder, call());
    expect(await told(folder, { deep: true })).toEqual({ code: 0, findings: [], mended: [] });
    const { code, noted } = await run(doctor, folder, call());
    expect([code, noted]).toEqual([0, 'The base and its index are sound']);
  });

  test('is not called sound where records have errors, which check tells', async () => {
    const folder = await sound({ 'organisations/z.md': '---\ntitle: Z\ncountry: Tunisa\n---\n' });
    const { code, noted } = await run(doctor, folder, call());
    expect([code, noted]).toEqual([
      0,
      'The index is sound\n1 error in records; “koinon check” says where and what to do',
    ]);
  });

  test('is sound after import, review and apply', async () => {
    expect(await told(await withTexts(), { deep: true })).toMatchObject({ findings: [] });
  });
});

describe('what is wrong is found, with what to do', () => {
  const cases: readonly (readonly [
    string,
    { readonly where: RegExp; readonly what: RegExp; readonly mendable: boolean },
    (folder: string) => void | Promise<void>,
  ])[] = [
    [
      'settings that koinon does not know',
      { where: /^koinon\.yaml$/, what: /“colour” is no setting/, mendable: false },
      (folder) => writeFileSync(join(folder, 'koinon.yaml'), 'name: X\ncolour: red\n'),
    ],
    [
      'settings that cannot be read',
      { where: /^koinon\.yaml$/, what: /expected “index: here”/, mendable: false },
      (folder) => writeFileSync(join(folder, 'koinon.yaml'), 'index: nowhere\n'),
    ],
    [
      'an operation that was interrupted',
      { where: /pending\.json$/, what: /“merge a b” was interrupted/, mendable: true },
      (folder) => {
        mkdirSync(join(folder, '.koinon/journal'), { recursive: true });
        const before = files['projects/salt.md'];
        const changes = [{ path: 'projects/salt.md', before, after: `${before}More.\n` }];
        const pending = { label: 'merge a b', changes, process: 2 ** 22 + 1 };
        writeFileSync(join(folder, '.koinon/journal/pending.json'), JSON.stringify(pending));
      },
    ],
    [
      'a journal that cannot be read',
      { where: /pending\.json$/, what: /journal cannot be read/, mendable: true },
      (folder) => {
        mkdirSync(join(folder, '.koinon/journal'), { recursive: true });
        writeFileSync(join(folder, '.koinon/journal/pending.json'), '{"label": "mer');
      },
    ],
    [
      'a file that a killed run had begun',
      { where: /salt\.md\.[0-9a-f]{12}\.part$/, what: /killed run/, mendable: true },
      (folder) => {
        const part = join(folder, 'projects/salt.md.0123456789ab.part');
        writeFileSync(part, 'half');
        old(part);
      },
    ],
    [
      'a file that may still be written',
      { where: /\.part$/, what: /killed run/, mendable: false },
      (folder) => writeFileSync(join(folder, 'projects/salt.md.0123456789ab.part'), 'half'),
    ],
    [
      'the index of another version',
      { where: /index-3\.db-wal$/, what: /another version/, mendable: true },
      (folder) => writeFileSync(join(folder, '.koinon/index-3.db-wal'), 'old'),
    ],
    [
      'an index that others can read',
      { where: /index-\d+\.db$/, what: /Others than its owner/, mendable: true },
      (folder) => chmodSync(indexFile(folder), 0o644),
    ],
    [
      'a log without its database',
      { where: /-wal$/, what: /whose database is gone/, mendable: true },
      (folder) => renameSync(indexFile(folder), `${indexFile(folder)}-wal`),
    ],
    [
      'decisions that cannot be read',
      { where: /^decisions\.yaml$/, what: /decisions.yaml:1: Expected “same/, mendable: false },
      (folder) => writeFileSync(join(folder, 'decisions.yaml'), '- nonsense\n'),
    ],
    [
      'a decision about a record that is gone',
      { where: /^decisions\.yaml, item 1$/, what: /no record “salt”/, mendable: false },
      async (folder) => {
        await run(different, folder, call(['union', 'salt']));
        rmSync(join(folder, 'projects/salt.md'));
        writeFileSync(join(folder, 'organisations/union.md'), '---\ntitle: Union\n---\n');
      },
    ],
    [
      'a draft that cannot be read',
      { where: /^drafts\/x\.facts\.jsonl$/, what: /cannot be read as a draft/, mendable: false },
      (folder) => {
        mkdirSync(join(folder, 'drafts'));
        writeFileSync(join(folder, 'drafts/x.facts.jsonl'), '{"draft":');
      },
    ],
    [
      'a document whose text is gone',
      { where: /^documents\/d\.md$/, what: /text of the document is gone/, mendable: false },
      (folder) => {
        mkdirSync(join(folder, 'documents'));
        const page = `---\ntitle: D\nsha256: ${hash('sha256', 'no such text')}\n---\n`;
        writeFileSync(join(folder, 'documents/d.md'), page);
      },
    ],
    [
      'a mistake in the rules of a call',
      { where: /^calls\/c\.yaml:1:\d+$/, what: /“source” is missing/, mendable: false },
      (folder) => {
        mkdirSync(join(folder, 'calls'));
        const rules = 'title: C\nvalid: 2026\nconditions:\n  - title: all\n    at-least: 2\n';
        writeFileSync(join(folder, 'calls/c.yaml'), rules);
      },
    ],
    [
      'a mistake in a vocabulary of the base',
      { where: /^vocabularies\/themes\.yaml:2:\d+$/, what: /no labels/, mendable: false },
      (folder) => {
        mkdirSync(join(folder, 'vocabularies'));
        writeFileSync(join(folder, 'vocabularies/themes.yaml'), 'concepts:\n  - id: ours\n');
      },
    ],
    [
      'a copy that a program for shared folders made',
      {
        where: /conflicted copy/,
        what: /copy made by a program for shared folders/,
        mendable: false,
      },
      (folder) =>
        writeFileSync(join(folder, 'projects/salt (Ana’s conflicted copy 2026-01-02).md'), 'x'),
    ],
    [
      'such a copy of the decisions',
      { where: /^decisions\.sync-conflict/, what: /shared folders/, mendable: false },
      (folder) => writeFileSync(join(folder, 'decisions.sync-conflict-20260102.yaml'), 'x'),
    ],
  ];

  test.each(cases)('%s', async (_, expected, damage) => {
    const folder = await sound();
    await damage(folder);
    const before = bytesBelow(folder);
    const { code, findings } = await told(folder);
    expect(bytesBelow(folder)).toEqual(before);
    expect(code).toBe(1);
    const matched = findings.find(
      ({ where, what }) => expected.where.test(where) && expected.what.test(what),
    );
    expect(matched, JSON.stringify(findings)).toMatchObject({ mendable: expected.mendable });
    expect(matched?.remedy).toMatch(/^.{10}/);
    const dry = await run(doctor, folder, call([], { fix: true, 'dry-run': true }));
    expect(bytesBelow(folder)).toEqual(before);
    expect(dry.noted).toContain(expected.mendable ? 'Would do: ' : 'nothing to mend');
    const fixed = await told(folder, { fix: true });
    expect(fixed.code).toBe(expected.mendable ? 0 : 1);
    expect(fixed.mended.length > 0).toBe(expected.mendable);
    expect(await told(folder)).toMatchObject({ code: fixed.code, findings: fixed.findings });
  });

  test.each([
    [/does not stand at its place/, 'projects/saltpans.md', / {4}start: "\d+"/, '    start: "1"'],
    [/text was changed/, 'sources', /12 May/, '13 May'],
    [/no longer be found|was changed/, 'drafts/sources', /12 May/, '13 May'],
    [
      /1 of its quotes/,
      'drafts/fishponds-work-for-the-lagoon.facts.jsonl',
      /"start":\d+/,
      '"start":1',
    ],
  ])('quotes and texts: %s', async (what, path, from, to) => {
    const folder = await withTexts();
    const file = path.endsWith('sources')
      ? Object.keys(bytesBelow(folder)).find((each) => each.startsWith(`${path}/`))
      : path;
    edit(join(folder, file ?? ''), (text) => text.replace(from, to));
    const { findings } = await told(folder);
    expect(findings.map((each) => each.what).join('\n')).toMatch(what);
  });
});

test('an interrupted operation is completed', async () => {
  const folder = await sound();
  mkdirSync(join(folder, '.koinon/journal'), { recursive: true });
  const path = 'projects/salt.md';
  const before = files[path];
  const changes = [{ path, before, after: `${before}More.\n` }];
  writeFileSync(
    join(folder, '.koinon/journal/pending.json'),
    JSON.stringify({ label: 'x', changes, process: 2 ** 22 + 1 }),
  );
  await told(folder, { fix: true });
  expect(readFileSync(join(folder, path), 'utf8')).toBe(`${before}More.\n`);
});

test('files are private again', async () => {
  const folder = await sound();
  chmodSync(indexFile(folder), 0o666);
  await told(folder, { fix: true });
  expect(statSync(indexFile(folder)).mode & 0o777).toBe(0o600);
});

test('people read a table', async () => {
  const folder = await sound();
  writeFileSync(join(folder, '.koinon/index-2.db'), 'old');
  const { written, noted } = await run(doctor, folder, call());
  expect(written).toContain('.koinon/index-2.db  It belongs to another version of koinon');
  expect(noted).toBe('1 finding; “koinon doctor --fix” mends 1 of them');
});
