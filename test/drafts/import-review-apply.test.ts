import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn as files } from '../base/folder.ts';
import apply from '../../src/commands/apply.ts';
import check from '../../src/commands/check.ts';
import importing from '../../src/commands/import.ts';
import review from '../../src/commands/review.ts';
import undo from '../../src/commands/undo.ts';
import type { Draft, DraftFact } from '../../src/drafts/draft.ts';
import { draftNamed, drafts } from '../../src/drafts/folder.ts';
import { base, call, run } from '../commands/run.ts';

const report = `Saltpans: work for the lagoon

12 May 2021

The Saltpans project is led by the Lagoon Cooperative Union (LCU) of Faro, Portugal.
It began in March 2020 and ends in February 2023, with a total budget of 1.2 million euros.
Partners of the project are Legacoop, from Italy, and the Sousse Women Association in Tunisia.
`;

function folderWithReport(files: { [path: string]: string } = {}): string {
  const folder = base({
    'organisations/legacoop.md': '---\ntitle: Legacoop\ncountry: IT\n---\n',
    ...files,
  });
  writeFileSync(join(folder, 'report.txt'), report);
  return folder;
}

async function draftIn(folder: string): Promise<Draft> {
  const { written } = await run(review, folder, call([], { json: true }));
  return JSON.parse(written) as Draft;
}

function factsOf(draft: Draft, field: string): readonly DraftFact[] {
  return draft.facts.filter((fact) => fact.field === field);
}

describe('import', () => {
  test('writes below drafts/ and nowhere else, and every quote stands at its place', async () => {
    const folder = folderWithReport();
    const before = Object.keys(files(folder));
    await run(importing, folder, call(['report.txt']));
    const fresh = Object.keys(files(folder)).filter((path) => !before.includes(path));
    expect(fresh.every((path) => path.startsWith('drafts/'))).toBe(true);
    const draft = await draftIn(folder);
    const text = readFileSync(join(folder, `drafts/sources/${draft.document.sha256}.txt`), 'utf8');
    expect(text).toBe(report);
    expect(draft.facts.length).toBeGreaterThan(4);
    for (const { evidence } of draft.facts)
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
    expect((await run(check, folder, call())).code).toBe(0);
  });

  test('of the same document finds the same draft, with what was decided', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    const [fact] = factsOf(await draftIn(folder), 'start');
    await run(review, folder, call([], { reject: fact?.id ?? '' }));
    const before = files(folder);
    writeFileSync(join(folder, 'copy.txt'), report);
    await run(importing, folder, call(['copy.txt']));
    const drafts = Object.keys(files(folder)).filter((path) => path.startsWith('drafts/'));
    expect(drafts).toEqual(Object.keys(before).filter((path) => path.startsWith('drafts/')));
    expect(factsOf(await draftIn(folder), 'start')[0]?.status).toBe('rejected');
  });

  test('with --dry-run or --json writes nothing that was not there', async () => {
    const folder = folderWithReport();
    const before = files(folder);
    await run(importing, folder, call(['report.txt'], { 'dry-run': true }));
    expect(files(folder)).toEqual(before);
    const { written } = await run(
      importing,
      folder,
      call(['report.txt'], { json: true, 'dry-run': true }),
    );
    expect(Object.keys(JSON.parse(written) as object)).toEqual([
      'document',
      'subject',
      'facts',
      'entities',
      'acronyms',
      'countries',
      'regions',
      'money',
      'themes',
      'figures',
    ]);
    expect(files(folder)).toEqual(before);
  });

  test('a name that somebody said needs no record brings no facts', async () => {
    const folder = folderWithReport({
      'decisions.yaml': '- name: Sousse Women Association\n  is: none\n',
    });
    await run(importing, folder, call(['report.txt']));
    const { entities, facts } = await draftIn(folder);
    const none = entities.find(({ title }) => title === 'Sousse Women Association');
    expect(none?.choice).toBe('none');
    const concerned = facts.filter(({ subject, value }) =>
      [subject, value].includes(none?.id ?? ''),
    );
    expect(concerned.length).toBeGreaterThan(0);
    expect(new Set(concerned.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  test('a file that cannot be read is a message, and the others are imported', async () => {
    const folder = folderWithReport();
    writeFileSync(join(folder, 'bad.pdf'), '%PDF-1.7 and nothing more');
    const { code, noted } = await run(importing, folder, call(['bad.pdf', 'report.txt']));
    expect(code).toBe(1);
    expect(noted).toMatch(/^bad\.pdf: /m);
    expect(await draftIn(folder)).toMatchObject({ file: 'report.txt' });
  });

  test('a file that is gone when it is its turn is a message too', async () => {
    const folder = folderWithReport();
    writeFileSync(join(folder, 'z.txt'), report.replace('2021', '2022'));
    const bar = { update: () => rmSync(join(folder, 'z.txt'), { force: true }), done: () => {} };
    const given = call(['report.txt', 'z.txt']);
    const { code, noted } = await run(importing, folder, given, { progress: () => bar });
    expect(code).toBe(1);
    expect(noted).toContain('z.txt: The file cannot be read: there is no such file or folder');
    expect(await draftIn(folder)).toMatchObject({ file: 'report.txt' });
  });
});

describe('apply', () => {
  async function applied(folder: string, options = {}) {
    await run(importing, folder, call(['report.txt']));
    await run(review, folder, call([], { accept: 'all' }));
    return run(apply, folder, call([], { by: 'Rosa', ...options }));
  }

  test('writes what was accepted, with sources, and leaves a base in order', async () => {
    const folder = folderWithReport();
    await applied(folder);
    const made = files(folder);
    const project = made['projects/saltpans.md'] ?? '';
    expect(project).toContain('start: 2020-03\n');
    expect(project).toContain('end: 2023-02\n');
    expect(project).toMatch(/lead: "\[\[lcu\]\]"/);
    expect(project).toContain('  - "[[legacoop]]"\n');
    expect(project).toMatch(/supports:\n {6}- start/);
    const { code } = await run(check, folder, call());
    expect(code).toBe(0);
    expect(Object.keys(made).filter((path) => path.startsWith('drafts/'))).toEqual([]);
    expect(Object.keys(made).filter((path) => path.startsWith('sources/'))).toHaveLength(1);
    expect(Object.keys(made).filter((path) => path.startsWith('documents/'))).toHaveLength(1);
  });

  test('is taken back by undo, byte for byte', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    await run(review, folder, call([], { accept: 'all' }));
    const before = files(folder);
    await run(apply, folder, call());
    await run(undo, folder, call());
    expect(files(folder)).toEqual(before);
  });

  const known = {
    'projects/saltpans.md':
      '---\ntitle: Saltpans # ours\nstart: 2019-01\nend: 2023-02\n---\nOur own text.\n',
  };

  test('puts what contradicts a record beside it, and changes nothing else', async () => {
    const folder = folderWithReport(known);
    const { written, noted } = await applied(folder);
    expect(noted).toMatch(/“koinon undo”, then “koinon apply \S+ --overwrite [0-9a-f,]+” lets/);
    const project = files(folder)['projects/saltpans.md'] ?? '';
    expect(project.startsWith('---\ntitle: Saltpans # ours\nstart: 2019-01\nend: 2023-02\n')).toBe(
      true,
    );
    expect(project.endsWith('---\nOur own text.\n')).toBe(true);
    expect(project).toMatch(/claims:\n {2}field: start\n {2}value: 2020-03\n {2}document: /);
    expect(written).toContain('contradicts the record');
    expect((await run(check, folder, call())).code).toBe(0);
  });

  test('overwrites where it is told to', async () => {
    const folder = folderWithReport(known);
    await run(importing, folder, call(['report.txt']));
    await run(review, folder, call([], { accept: 'all' }));
    const start = factsOf(await draftIn(folder), 'start').find(({ value }) => value === '2020-03');
    await run(apply, folder, call([], { overwrite: start?.id ?? '' }));
    expect(files(folder)['projects/saltpans.md']).toContain('start: 2020-03\n');
  });

  test('a name that somebody said is a record becomes its alias, and is known next time', async () => {
    const folder = folderWithReport({
      'organisations/union.md': '---\ntitle: União da Ria\n---\n',
    });
    await run(importing, folder, call(['report.txt']));
    const draft = await draftIn(folder);
    const lead = factsOf(draft, 'lead')[0];
    await run(
      review,
      folder,
      call([], { is: [`${lead?.value ?? ''}=union`], accept: lead?.id ?? '' }),
    );
    await run(apply, folder, call([], { by: 'Rosa' }));
    const made = files(folder);
    expect(made['organisations/union.md']).toContain('Lagoon Cooperative Union');
    expect(made['projects/saltpans.md']).toContain('lead: "[[union]]"');
    expect(made['decisions.yaml']).toMatch(
      /name: Lagoon Cooperative Union\n {2}is: union\n {2}by: Rosa/,
    );
    writeFileSync(join(folder, 'second.txt'), report.replace('2021', '2022'));
    const { written } = await run(
      importing,
      folder,
      call(['second.txt'], { json: true, 'dry-run': true }),
    );
    const { entities } = JSON.parse(written) as { entities: { title: string; record?: string }[] };
    expect(entities.some(({ record }) => record === 'union')).toBe(true);
  });
});

describe('review', () => {
  test('refuses a text that was changed since', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    const { document } = await draftIn(folder);
    const path = join(folder, `drafts/sources/${document.sha256}.txt`);
    writeFileSync(path, `${report} `);
    await expect(run(review, folder, call([], { accept: 'all' }))).rejects.toThrow('was changed');
  });

  test('without a terminal names the flags', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    await expect(run(review, folder, call())).rejects.toThrow('--accept');
  });

  test('with nothing imported says how to begin', async () => {
    await expect(run(review, folderWithReport(), call())).rejects.toThrow('koinon import');
    expect(existsSync(join(folderWithReport(), 'drafts'))).toBe(false);
  });
});

test('undo takes back each review by itself, then the import', async () => {
  const folder = folderWithReport();
  const before = files(folder);
  const states = [before];
  await run(importing, folder, call(['report.txt']));
  states.push(files(folder));
  for (const field of ['start', 'end']) {
    const [fact] = factsOf(await draftIn(folder), field);
    await run(review, folder, call([], { accept: fact?.id ?? '' }));
    states.push(files(folder));
  }
  await run(apply, folder, call());
  for (const state of states.toReversed()) {
    expect((await run(undo, folder, call())).code).toBe(0);
    expect(files(folder)).toEqual(state);
  }
});

test('undo takes back what it asked about, and nothing that came meanwhile', async () => {
  const folder = folderWithReport();
  await run(importing, folder, call(['report.txt']));
  const draft = await draftIn(folder);
  const accept = (field: string) =>
    run(review, folder, call([], { accept: factsOf(draft, field)[0]?.id ?? '' }));
  await accept('start');
  const choose = async (question: string) => {
    expect(question).toContain('review');
    await accept('end');
    return 'yes';
  };
  const prompts = async () => ({ choose }) as never;
  await expect(run(undo, folder, call(), { prompts })).rejects.toThrow('cannot be taken back');
  const now = await draftIn(folder);
  expect(factsOf(now, 'end')).toMatchObject([{ status: 'accepted' }]);
});

test('undo of an import says which file was touched since, and a number or --force leads past it', async () => {
  const folder = folderWithReport();
  const before = files(folder);
  await run(importing, folder, call(['report.txt']));
  const page = Object.keys(files(folder)).find((path) => /^drafts\/[^/]+\.md$/.test(path)) ?? '';
  writeFileSync(join(folder, page), '---\nkind: document\ntitle: Mine\n---\n');
  const touched = files(folder);
  await expect(run(undo, folder, call())).rejects.toThrow(`${page} changed since`);
  expect((await run(undo, folder, call([], { list: true }))).written).toContain(
    `${page}  changed since`,
  );
  await run(undo, folder, call(['1'], { force: true }));
  expect(files(folder)).toEqual(before);
  await run(undo, folder, call());
  expect(files(folder)).toEqual(touched);
});

test('the row of a table lends a record its cells, and never the person who is named beside them', async () => {
  const folder = base({});
  const table = `# Project MEDSALT: partners

| Role | Organisation | Contact person | E-mail | Country | Phone |
| --- | --- | --- | --- | --- | --- |
| Lead partner | Cooperativa Sol Verde | Ana Ruiz Pardo | ana.ruiz@solverde.example | Spain | +34 961 000 111 |
| Partner | Caritas Hellas | Nikos Pappas | nikos@caritas.example | Greece | +30 210 000 0000 |

The project MEDSALT is led by the Lagoon Union (write to Zoe Lund, zoe@lagoon.example) of Faro.
`;
  writeFileSync(join(folder, 'table.md'), table);
  await run(importing, folder, call(['table.md']));
  await run(review, folder, call([], { accept: 'all' }));
  await run(apply, folder, call());
  const records = Object.entries(files(folder)).filter(([path]) => /^\w+\/[^/]+\.md$/.test(path));
  const written = records.map(([, page]) => page).join('\n');
  expect(written).toMatch(/quote: "?Cooperativa Sol Verde/);
  expect(written).toMatch(/quote: "?Spain/);
  expect(written).not.toMatch(/Ana|Nikos|Zoe|@|\+3/);
  const spans = [...written.matchAll(/quote: (.+)\n\s+start: "?(\d+)"?\n\s+end: "?(\d+)/g)];
  expect(spans.length).toBeGreaterThan(3);
  for (const [, quote = '', start, end] of spans)
    expect(table.slice(Number(start), Number(end))).toBe(quote.replaceAll('"', ''));
});

test('two names that were one and are two records by now are left apart, and import says so', async () => {
  const folder = folderWithReport();
  await run(importing, folder, call(['report.txt']));
  await run(review, folder, call([], { same: ['LCU=Sousse Women Association'] }));
  writeFileSync(
    join(folder, 'organisations/lcu.md'),
    '---\ntitle: Lagoon Cooperative Union\nacronym: LCU\ncountry: PT\n---\n',
  );
  writeFileSync(
    join(folder, 'organisations/sousse.md'),
    '---\ntitle: Sousse Women Association\ncountry: TN\n---\n',
  );
  const { written } = await run(importing, folder, call(['report.txt']));
  expect(written).toContain('is two again');
  expect(written).toContain('koinon merge sousse lcu');
  const { entities } = await draftIn(folder);
  expect(entities.map(({ record }) => record)).toEqual(expect.arrayContaining(['lcu', 'sousse']));
  expect((await run(importing, folder, call(['report.txt']))).written).not.toContain(
    'is two again',
  );
});

test('one of two names needed no record: the other keeps its facts with the next import too', async () => {
  const folder = folderWithReport({
    'decisions.yaml': '- name: Sousse Women Association\n  is: none\n',
  });
  await run(importing, folder, call(['report.txt']));
  await run(review, folder, call([], { same: ['LCU=Sousse Women Association'] }));
  const before = await draftIn(folder);
  await run(importing, folder, call(['report.txt']));
  const now = await draftIn(folder);
  const said = ({ facts }: Draft) => facts.map(({ id, status }) => `${id} ${status}`);
  expect(said(now)).toEqual(said(before));
  expect(now.facts.some(({ status }) => status === 'rejected')).toBe(false);
  expect(now.entities.map(({ choice }) => choice)).not.toContain('none');
});

describe('a corrected version of a document', () => {
  const corrected = report.replace('February 2023', 'March 2023').replace('Sousse', 'Sfax');

  async function decidedThenCorrected(): Promise<string> {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    const draft = await draftIn(folder);
    const ids = ['start', 'end', 'lead'].map((field) => factsOf(draft, field)[0]?.id ?? '');
    await run(review, folder, call([], { accept: ids.join(','), new: ['Saltpans'] }));
    writeFileSync(join(folder, 'report.txt'), corrected);
    return folder;
  }

  test('takes the place of the draft, with the decisions whose quotes still stand', async () => {
    const folder = await decidedThenCorrected();
    const before = files(folder);
    const { written } = await run(importing, folder, call(['report.txt']));
    expect(written).toMatch(
      /takes the place of the draft of an earlier version \(report\.txt\): 2 decisions kept, 1 gone/,
    );
    const draft = await draftIn(folder);
    expect(factsOf(draft, 'start')).toMatchObject([{ status: 'accepted' }]);
    expect(factsOf(draft, 'lead')).toMatchObject([{ status: 'accepted' }]);
    expect(factsOf(draft, 'end')).toMatchObject([{ value: '2023-03', status: 'proposed' }]);
    expect(draft.entities.find(({ title }) => title === 'Saltpans')?.choice).toBe('new');
    for (const { evidence } of draft.facts)
      for (const { start, end, quote } of evidence) expect(corrected.slice(start, end)).toBe(quote);
    const below = Object.keys(files(folder)).filter((path) => path.startsWith('drafts/'));
    expect(below).toHaveLength(3);
    expect((await run(apply, folder, call())).code).toBe(0);
    await run(undo, folder, call());
    await run(undo, folder, call());
    expect(files(folder)).toEqual(before);
  });

  test('does so too where two names were made one and a title was written', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    await run(
      review,
      folder,
      call([], { same: ['LCU=Sousse Women Association'], title: ['saltpans=Salt of Faro'] }),
    );
    const draft = await draftIn(folder);
    writeFileSync(join(folder, 'report.txt'), report.replace('1.2 million', '1.3 million'));
    await run(importing, folder, call(['report.txt']));
    const now = await draftIn(folder);
    expect(now.entities.map(({ title }) => title)).toEqual(
      draft.entities.map(({ title }) => title),
    );
    expect(now.entities.map(({ title }) => title)).toContain('Salt of Faro');
    expect(now.entities.map(({ title }) => title)).not.toContain('Sousse Women Association');
  });

  test('is another draft where it only has the same name, and each is listed and discarded', async () => {
    const folder = folderWithReport();
    await run(importing, folder, call(['report.txt']));
    const first = files(folder);
    const other =
      'The Windmill project\n\nThe Windmill project is led by the Millers Guild of Crete.\n';
    writeFileSync(join(folder, 'report.txt'), other);
    await run(importing, folder, call(['report.txt']));
    const { written } = await run(review, folder, call([], { list: true }));
    expect(written).toContain('saltpans-work-for-the-lagoon: 0 facts accepted');
    expect(written).toContain('the-windmill-project: 0 facts accepted');
    await run(review, folder, call(['the-windmill-project'], { discard: true }));
    expect(files(folder)).toEqual({ ...first, 'report.txt': other });
    await run(undo, folder, call());
    expect(await run(review, folder, call([], { list: true }))).toMatchObject({ written });
  });

  test('of another file is another draft with a hint, and takes the place where somebody says so', async () => {
    const folder = await decidedThenCorrected();
    const first = await draftIn(folder);
    writeFileSync(join(folder, 'mended.txt'), corrected);
    const { written } = await run(importing, folder, call(['mended.txt']));
    expect(written).toContain(`koinon import FILE --replaces ${first.id}`);
    expect(draftNamed(folder, first.id)).toEqual(first);
    await run(importing, folder, call(['mended.txt'], { replaces: first.id }));
    const later = await draftIn(folder);
    expect(later).toMatchObject({ id: first.id, file: 'mended.txt' });
    expect(factsOf(later, 'lead')).toMatchObject([{ status: 'accepted' }]);
    await expect(
      run(importing, folder, call(['mended.txt', 'report.txt'], { replaces: first.id })),
    ).rejects.toThrow('one document');
  });

  test('never goes where its second draft has decisions of its own', async () => {
    const folder = await decidedThenCorrected();
    const first = await draftIn(folder);
    writeFileSync(join(folder, 'mended.txt'), corrected);
    await run(importing, folder, call(['mended.txt']));
    const second = drafts(folder).find(({ id }) => id !== first.id)?.id ?? '';
    await run(review, folder, call([second], { accept: 'all' }));
    const before = files(folder);
    await expect(
      run(importing, folder, call(['mended.txt'], { replaces: first.id })),
    ).rejects.toThrow(`koinon review ${second} --discard`);
    expect(files(folder)).toEqual(before);
  });
});

describe('forms that are filled in', () => {
  const form = (project: string, body: string, town: string) => `Sheet of a project

The ${project} project is led by the ${body} of ${town}, Portugal.
Write here what the project has done for its members in the last year, in a few lines.
Write here what the project will do for its members in the next year, in a few lines.
Send the sheet to the secretariat before the end of the month, please, with all its pages.
`;
  const forms = [
    form('Saltpans', 'Lagoon Cooperative Union', 'Faro'),
    form('Windmill', 'Millers Guild', 'Lagos'),
  ] as const;

  test('share their words, and each is a draft, in one run and in two', async () => {
    const folder = base({});
    for (const [at, text] of forms.entries()) writeFileSync(join(folder, `${at}.txt`), text);
    await run(importing, folder, call(['0.txt', '1.txt']));
    expect(
      drafts(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['0.txt', '1.txt']);
    const other = base({});
    for (const text of forms) {
      writeFileSync(join(other, 'form.txt'), text);
      await run(importing, other, call(['form.txt']));
    }
    const about = drafts(other).map(({ subject }) => subject?.entity);
    expect(new Set(about)).toEqual(new Set(['saltpans', 'windmill']));
  });

  test('of one run never take each other’s place, even about one subject', async () => {
    const folder = base({});
    const [first] = forms;
    const later = first.replace('Faro', 'Olhão');
    writeFileSync(join(folder, 'form.txt'), first);
    writeFileSync(join(folder, 'later.txt'), later);
    await run(importing, folder, call(['form.txt', 'later.txt']));
    expect(drafts(folder)).toHaveLength(2);
    writeFileSync(
      join(folder, 'form.txt'),
      later.replace('Lagos', 'Faro').replace('next', 'coming'),
    );
    writeFileSync(join(folder, 'zero.txt'), first);
    await run(importing, folder, call(['form.txt', 'zero.txt']));
    expect(
      drafts(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['form.txt', 'later.txt', 'zero.txt']);
  });
});

test('the page of a web page that came again has its new title, and keeps its address', async () => {
  const page = (title: string) =>
    `---\ntitle: ${title}\nurl: https://saltpans.example/news\n---\n\n${report}`;
  const folder = base({});
  writeFileSync(join(folder, 'news.md'), page('News of the lagoon'));
  await run(importing, folder, call(['news.md']));
  const [first] = drafts(folder);
  writeFileSync(join(folder, 'news.md'), page('News of the great lagoon'));
  await run(importing, folder, call(['news.md']));
  expect(drafts(folder)).toHaveLength(1);
  const written = files(folder)[`drafts/${first?.id ?? ''}.md`];
  expect(written).toContain('title: News of the great lagoon');
  expect(written).toContain('url: https://saltpans.example/news');
});
