import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import apply from '../../src/commands/apply.ts';
import check from '../../src/commands/check.ts';
import doctor from '../../src/commands/doctor.ts';
import importing from '../../src/commands/import.ts';
import merge from '../../src/commands/merge.ts';
import forget from '../../src/commands/privacy/forget.ts';
import show from '../../src/commands/privacy/show.ts';
import review from '../../src/commands/review.ts';
import search from '../../src/commands/search.ts';
import undo from '../../src/commands/undo.ts';
import { heard } from '../surroundings.ts';
import { base, call, run } from '../commands/run.ts';
import { bytesBelow } from '../doctor/files.ts';

const report = `Saltpans: work for the lagoon

The day was opened by Rosa Marino. ROSA
MARINO: we began small.

The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal, says Rosa Marino.
It began in March 2020 and ends in February 2023, with a total budget of 1.2 million euros.
`;

const files = {
  'koinon.yaml': '# kept by Rosa Marino\nname: X\n',
  'organisations/union.md': `---
title: Lagoon Union # found by Rosa Marino
country: PT
website: https://example.org/rosa-marino
note: |
  Called on Tuesday,
  Rosa Marino answered.
contacts:
  - name: Rosa Marino
    email: rosa@example.org
    phone: "+351 289 000 111"
  - name: Ana Sol
---
Chaired by **Rosa Marino**; see [Rosa Marino](https://example.org/people) and [[Rosa Marino]].

| Rosa | Marino |
`,
  'projects/nets.md':
    '---\\ntitle: Nets\\nlead: union\\npartners: ["[[Rosa Marino]]", union]\\n---\\nBy Marino, Rosa.\\n'.replaceAll(
      '\\n',
      '\n',
    ),
  'events/day.md':
    '---\ntitle: Day\nstart: 2021\nspeakers: [{name: rosa marino, consent: yes}]\n---\n',
  'calls/c.yaml':
    'title: C\nsource: Rosa Marino\nvalid: "2026"\nconditions:\n  - title: "at least two"\n    count: {partners: 2}\n',
  'exports/people.csv': 'name;family\nRosa;Marino\n"Rosa Marino";x\n',
  'exports/people.json': '{"name": "Rosa\\u0020Marino", "n": 1.10}\n',
  '.trash/old.md': 'Rosa Marino\n',
  'decisions.yaml':
    '# decided\n- name: Rosa Marino\n  is: none\n  by: Rosa Marino\n- same:\n    - union\n    - union\n  why: Rosa Marino said so\n',
};

/** A base that mentions her everywhere: in records, an applied draft, an open one, exports and the history. */
async function everywhere(): Promise<string> {
  const folder = base(files);
  writeFileSync(join(folder, 'report.txt'), report);
  await run(importing, folder, call(['report.txt']));
  await run(review, folder, call([], { accept: 'all' }));
  await run(apply, folder, call([], { by: 'Ana' }));
  writeFileSync(
    join(folder, 'rosa.txt'),
    report
      .replace('Saltpans: work for the lagoon', 'Rosa Marino and the fishponds')
      .replaceAll('Saltpans', 'Fishponds'),
  );
  await run(importing, folder, call(['rosa.txt']));
  return folder;
}

/** The name in any writing, in the bytes of any file; letters of UTF-16 are bytes with a NUL between. */
function filesWith(folder: string, name: RegExp): readonly string[] {
  return Object.keys(bytesBelow(folder)).filter((path) => {
    const bytes = readFileSync(join(folder, path));
    return (
      name.test(bytes.toString('utf8')) || name.test(bytes.toString('latin1').replaceAll('\0', ''))
    );
  });
}

const anySpelling = /marino/i;

async function findings(folder: string): Promise<readonly string[]> {
  const { written } = await run(doctor, folder, call([], { json: true, deep: true }));
  return (JSON.parse(written) as { findings: { where: string; what: string }[] }).findings.map(
    ({ where, what }) => `${where} ${what}`,
  );
}

async function messages(folder: string): Promise<readonly string[]> {
  const { written } = await run(check, folder, call([], { json: true }));
  return (JSON.parse(written) as { file: string; reason: string; severity: string }[]).map(
    ({ file, severity, reason }) => `${file} ${severity} ${reason}`,
  );
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('privacy show', () => {
  test('names file, line, field and the words around', async () => {
    const folder = await everywhere();
    const before = bytesBelow(folder);
    const { code, written } = await run(show, folder, call(['Rosa', 'Marino'], { json: true }));
    expect(code).toBe(0);
    const told = JSON.parse(written) as {
      mentions: { file: string; line: number; field: string; quote: string; mention: string }[];
      history: unknown[];
      index: string[];
      further: string[];
    };
    const lines = told.mentions.map(({ file, line, field }) => `${file}:${line} ${field}`.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        'koinon.yaml:1 comment',
        'organisations/union.md:2 comment',
        'organisations/union.md:4 website',
        'organisations/union.md:5 note',
        'organisations/union.md:9 contacts 1 name',
        'organisations/union.md:14 body',
        'organisations/union.md:16 body',
        'projects/nets.md:4 partners 1',
        'projects/nets.md:6 body',
        'events/day.md:4 speakers 1 name',
        'calls/c.yaml:2 source',
        'exports/people.csv:2',
        'exports/people.csv:3',
        'exports/people.json:1',
        '.trash/old.md:1',
        'decisions.yaml:2 1 name',
        'report.txt:3',
      ]),
    );
    const called = told.mentions.find(({ field }) => field === 'note');
    expect(called).toMatchObject({ mention: 'Rosa Marino' });
    expect(called?.quote).toBe('Called on Tuesday, Rosa Marino answered.');
    expect(told.mentions.some(({ file }) => file.startsWith('drafts/'))).toBe(true);
    expect(told.mentions.some(({ file }) => file.startsWith('sources/'))).toBe(true);
    expect(told.history.length).toBeGreaterThan(0);
    expect(told.index).toContain('organisations/union.md');
    expect(told.further).toEqual(['rosa@example.org', '+351 289 000 111']);
    const after = bytesBelow(folder);
    const own = (path: string) => !path.startsWith('.koinon/');
    expect(Object.entries(after).filter(([path]) => own(path))).toEqual(
      Object.entries(before).filter(([path]) => own(path)),
    );
  });

  test('finds an address and a number, and only in the files that are named', async () => {
    const folder = await everywhere();
    const found = async (words: readonly string[], options = {}) => {
      const { written } = await run(show, folder, call(words, { json: true, ...options }));
      return (JSON.parse(written) as { mentions: { file: string }[] }).mentions.map(
        ({ file }) => file,
      );
    };
    expect(await found(['rosa@example.org'])).toEqual(['organisations/union.md']);
    expect(await found(['289', '000', '111'])).toEqual(['organisations/union.md']);
    expect(await found(['Rosa Marino'], { only: ['events'] })).toEqual(['events/day.md']);
    expect(await found(['Ana Sol'], { also: ['Nobody Else'] })).toEqual(['organisations/union.md']);
    await expect(found(['Rosa Marino'], { only: ['nowhere'] })).rejects.toThrow(
      'no file or folder',
    );
    await expect(found(['a'])).rejects.toThrow('too short');
  });
});

describe('privacy forget', () => {
  test('leaves no byte of the name below the base, and the base in order', async () => {
    const folder = await everywhere();
    await run(search, folder, call(['marino']));
    const [before, wrong] = [await messages(folder), await findings(folder)];
    expect(filesWith(folder, anySpelling).length).toBeGreaterThan(10);
    const { code, written, noted } = await run(
      forget,
      folder,
      call(['Rosa Marino'], { yes: true }),
    );
    expect(filesWith(folder, anySpelling)).toEqual([]);
    expect(code).toBe(0);
    expect(written).toContain('wrote organisations/union.md\n');
    expect(noted).toContain('What koinon cannot reach:\n- the history of git');
    expect(await findings(folder)).toEqual(wrong);
    expect((await messages(folder)).filter((each) => !before.includes(each))).toEqual([]);
    expect((await run(undo, folder, call())).noted).toBe('There is nothing to take back');
    expect((await run(show, folder, call(['Rosa Marino']))).noted).toBe('0 mentions in 0 files');
  });

  test('changes nothing but the mentions', async () => {
    const folder = await everywhere();
    await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(read(folder, 'organisations/union.md')).toBe(`---
title: Lagoon Union # found by [removed]
country: PT
website: https://example.org/removed
note: |
  Called on Tuesday,
  [removed] answered.
contacts:
  - name: Ana Sol
---
Chaired by **[removed]**; see [removed](https://example.org/people) and [removed].

| [removed] | [removed] |
`);
    expect(read(folder, 'projects/nets.md')).toBe(
      '---\ntitle: Nets\nlead: union\npartners: [union]\n---\nBy [removed].\n',
    );
    expect(read(folder, 'events/day.md')).toBe('---\ntitle: Day\nstart: 2021\n---\n');
    expect(read(folder, 'koinon.yaml')).toBe('# kept by [removed]\nname: X\n');
    expect(read(folder, 'calls/c.yaml')).toContain('source: "[removed]"\n');
    expect(read(folder, 'exports/people.csv')).toBe(
      'name;family\n[removed];[removed]\n"[removed]";x\n',
    );
    expect(read(folder, 'exports/people.json')).toBe('{"name": "[removed]", "n": 1.10}\n');
    expect(read(folder, 'decisions.yaml')).toMatch(
      /^# decided\n- same:\n {4}- union\n {4}- union\n {2}why: "\[removed\] said so"\n/,
    );
  });

  test('documents, drafts and sources follow the text that changed', async () => {
    const folder = await everywhere();
    const old = readdirSync(join(folder, 'sources'));
    const facts = (path: string) =>
      read(folder, path)
        .split('\n')
        .filter((line) => line.startsWith('{"fact"')).length;
    const draft = Object.keys(bytesBelow(folder)).find((path) => path.endsWith('.facts.jsonl'));
    const before = facts(draft ?? '');
    await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    const [text = ''] = readdirSync(join(folder, 'sources'));
    expect(text).not.toBe(old[0]);
    expect(read(folder, 'documents/saltpans-work-for-the-lagoon.md')).toContain(text.slice(0, 64));
    const frozen = read(folder, `sources/${text}`);
    expect(frozen).toContain('The day was opened by [removed]. removed: we');
    const project = read(folder, 'projects/saltpans.md');
    const sources = [
      ...project.matchAll(/quote: "?(.*?)"?\n {4}start: "(\d+)"\n {4}end: "(\d+)"/g),
    ];
    expect(sources.length).toBeGreaterThan(1);
    for (const [, quote, start, end] of sources)
      expect(frozen.slice(Number(start), Number(end))).toBe(quote);
    const drafts = Object.keys(bytesBelow(folder)).filter((path) => path.startsWith('drafts/'));
    const made = drafts.find((path) => path.endsWith('.facts.jsonl')) ?? '';
    expect(made).toMatch(/removed-and-the-fishponds/);
    expect(drafts).toContain(made.replace('.facts.jsonl', '.md'));
    expect(facts(made)).toBe(before);
    // The draft can still be reviewed and applied.
    await run(review, folder, call([], { accept: 'all' }));
    expect((await run(apply, folder, call([], { by: 'Ana' }))).code).toBe(0);
    expect(await findings(folder)).not.toContainEqual(expect.stringMatching(/quote|draft/));
  });

  test('titles, ids and file names stay, and it says what to do', async () => {
    const folder = base({
      'organisations/rosa-marino-trust.md':
        '---\ntitle: Rosa Marino Trust\nfounded: 1990\n---\nNamed after Rosa Marino by the Rosa Marino Trust.\n',
      'projects/p.md':
        '---\ntitle: P\nlead: "[[rosa-marino-trust]]"\n---\nWith [[Rosa Marino Trust]] and [[rosa-marino-trust|her trust]].\n',
    });
    const { code, noted } = await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(code).toBe(1);
    expect(read(folder, 'organisations/rosa-marino-trust.md')).toBe(
      '---\ntitle: Rosa Marino Trust\nfounded: 1990\n---\nNamed after [removed] by the Rosa Marino Trust.\n',
    );
    expect(read(folder, 'projects/p.md')).toContain(
      'With [[Rosa Marino Trust]] and [[rosa-marino-trust|her trust]].',
    );
    expect(noted).toContain(
      'organisations/rosa-marino-trust.md is left: It is the name of a file: “koinon rename”',
    );
    expect(noted).toContain('projects/p.md:3 is left: ');
    expect(noted).toMatch(/rosa-marino-trust\.md:2 is left: It is/);
    expect(await messages(folder)).toEqual([]);
  });

  test('links by another name of a record lead there by its id', async () => {
    const folder = base({
      'organisations/trust.md':
        '---\ntitle: The Trust\naliases: Rosa Marino\nformer_ids: rosa-marino\n---\n',
      'projects/p.md':
        '---\ntitle: P\nlead: "[[Rosa Marino]]"\n---\nWith [[Rosa Marino]], [[rosa-marino|Rosa Marino]].\n',
    });
    await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(filesWith(folder, anySpelling)).toEqual([]);
    expect(read(folder, 'projects/p.md')).toBe(
      '---\ntitle: P\nlead: "[[trust]]"\n---\nWith [[trust]], [[trust|removed]].\n',
    );
    expect(await messages(folder)).toEqual([]);
  });

  test('with --dry-run shows lines and writes nothing', async () => {
    const folder = await everywhere();
    const own = () =>
      Object.entries(bytesBelow(folder)).filter(([path]) => !path.startsWith('.koinon/index'));
    const before = own();
    const { written, noted } = await run(
      forget,
      folder,
      call(['Rosa Marino'], { 'dry-run': true }),
    );
    expect(noted).toContain('rosa@example.org stands with this name');
    expect(written).toContain('-By Marino, Rosa.\n+By [removed].\n');
    expect(own()).toEqual(before);
  });

  test('asks on a terminal, and elsewhere needs --yes', async () => {
    const folder = base({ 'organisations/a.md': '---\ntitle: A\n---\nRosa Marino.\n' });
    await expect(run(forget, folder, call(['Rosa Marino']))).rejects.toThrow('give --yes');
    const asked = async (answer: string) => {
      const said = await heard(folder);
      const questions: string[] = [];
      const { noted } = await run(forget, folder, call(['Rosa Marino']), {
        ...said,
        prompts: async () => ({
          text: async () => '',
          tick: async () => [],
          choose: async (question, choices) => {
            questions.push(question);
            return choices.find(({ value }) => value === answer)?.value ?? choices[0]!.value;
          },
        }),
      });
      return { noted: noted || said.noted.join('\n'), questions };
    };
    const no = await asked('no');
    expect(no.questions).toEqual(['Remove these mentions for good?']);
    expect(no.noted).toContain('This cannot be taken back');
    expect(read(folder, 'organisations/a.md')).toContain('Rosa Marino');
    await asked('yes');
    expect(read(folder, 'organisations/a.md')).toContain('[removed].');
  });

  test('says that an address which stood with the name is still elsewhere', async () => {
    const folder = base({
      'organisations/a.md':
        '---\ntitle: A\ncontacts:\n  - name: Rosa Marino\n    email: rosa@x.org\n  - name: Ana\n    role: assistant of Rosa Marino\n---\nWrite to rosa@x.org.\n',
    });
    const { noted } = await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(noted).toContain('rosa@x.org stood with this name and is still here, 1 time');
    expect(read(folder, 'organisations/a.md')).toBe(
      '---\ntitle: A\ncontacts:\n  - name: Ana\n    role: "assistant of [removed]"\n---\nWrite to rosa@x.org.\n',
    );
  });

  test('in one file only, with its other spellings', async () => {
    const folder = base({
      'organisations/a.md': '---\ntitle: A\n---\nRosa Marino, R. Marino.\n',
      'organisations/b.md': '---\ntitle: B\n---\nRosa Marino.\n',
    });
    const options = { yes: true, also: ['R. Marino'], only: ['organisations/a.md'] } as const;
    expect((await run(forget, folder, call(['Rosa Marino'], options))).code).toBe(0);
    expect(read(folder, 'organisations/a.md')).toContain('[removed], [removed].');
    expect(read(folder, 'organisations/b.md')).toContain('Rosa Marino.');
  });

  test('what operations changed before is forgotten too, where no file holds the name any more', async () => {
    const folder = base({
      'organisations/a.md': '---\ntitle: A\n---\n',
      'organisations/b.md': '---\ntitle: B\nnote: Rosa Marino\n---\n',
    });
    await run(merge, folder, call(['b', 'a'], { by: 'Ana' }));
    writeFileSync(join(folder, 'organisations/a.md'), '---\ntitle: A\n---\n');
    expect(filesWith(folder, anySpelling)).toEqual([
      expect.stringMatching(/\.koinon\/index/),
      expect.stringMatching(/\.koinon\/journal\/done/),
    ]);
    await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(filesWith(folder, anySpelling)).toEqual([]);
    expect(existsSync(join(folder, '.koinon'))).toBe(true);
  });

  test('files that are no text are named', async () => {
    const folder = base({ 'a.bin': new Uint8Array([0, 1, 2, 255]), 'b.txt': 'Rosa Marino' });
    const { noted } = await run(forget, folder, call(['Rosa Marino'], { yes: true }));
    expect(noted).toContain('Not looked into, since they are no text: a.bin');
  });

  test('refuses where a record could not be read afterwards, and writes nothing', async () => {
    const folder = base({
      'organisations/a.md': '---\ntitle: A\ntitle: B\ncontacts: [{name: Rosa Marino}]\n---\n',
      'organisations/b.md': '---\ntitle: B\n---\nRosa Marino.\n',
    });
    await expect(run(forget, folder, call(['Rosa Marino'], { yes: true }))).rejects.toThrow(
      'organisations/a.md',
    );
    expect(read(folder, 'organisations/b.md')).toContain('Rosa Marino');
  });
});
