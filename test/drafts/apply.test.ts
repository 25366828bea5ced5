import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import apply from '../../src/commands/apply.ts';
import check from '../../src/commands/check.ts';
import rename from '../../src/commands/rename.ts';
import review from '../../src/commands/review.ts';
import undo from '../../src/commands/undo.ts';
import type { DraftFact } from '../../src/drafts/draft.ts';
import { draftText } from '../../src/drafts/draft.ts';
import { draftNamed } from '../../src/drafts/folder.ts';
import { base, call, run } from '../commands/run.ts';
import { baseWith, draftOf, entity, fact, outcomes, read, saltpans } from './draft.ts';

async function accept(folder: string, ids: string): Promise<void> {
  await run(review, folder, call([], { accept: ids }));
}

test('what is applied in two steps makes one record', async () => {
  const draft = draftOf(
    [saltpans],
    [fact('saltpans', 'start', '2020'), fact('saltpans', 'end', '2023', { status: 'proposed' })],
  );
  const folder = baseWith(draft);
  await run(apply, folder, call());
  await accept(folder, 'all');
  await run(apply, folder, call());
  expect(read(folder, 'projects/saltpans.md')).toMatch(/start: 2020\n[^]*end: 2023\n/);
  expect(existsSync(join(folder, 'projects/saltpans-2.md'))).toBe(false);
});

test('two names of one record are written into it together', async () => {
  const union = '---\ntitle: Union\n---\n';
  const choice = { record: 'union' };
  const draft = draftOf(
    [entity('lcu', { choice }), entity('lagoon', { choice })],
    [fact('lcu', 'city', 'Faro'), fact('lagoon', 'country', 'PT')],
  );
  const folder = baseWith(draft, { 'organisations/union.md': union });
  await run(apply, folder, call());
  expect(read(folder, 'organisations/union.md')).toMatch(/city: Faro\n[^]*country: PT\n/);
  await run(undo, folder, call());
  expect(read(folder, 'organisations/union.md')).toBe(union);
});

test('a fact enters under the key that the record has for it', async () => {
  const before =
    '---\ntitre: Saltpans\ndébut: 2020\nfin: 2022\npartenaires: ["[[legacoop]]"]\n---\n';
  const lcu = entity('lcu');
  const ends = fact('saltpans', 'end', '2023');
  const facts = [ends, fact('saltpans', 'partners', 'lcu')];
  const known = { ...saltpans, status: 'known', record: 'saltpans' } as const;
  const folder = baseWith(draftOf([known, lcu], facts), { 'projects/saltpans.md': before });
  await run(apply, folder, call([], { overwrite: ends.id }));
  const after = read(folder, 'projects/saltpans.md');
  expect(after).toContain('fin: 2023\n');
  expect(after).toContain('partenaires: ["[[legacoop]]", "[[lcu]]"]\n');
  expect(after).not.toMatch(/^(?:end|partners):/m);
});

test('what stands in a record and cannot be read is contradicted, not added to', async () => {
  const before = '---\ntitle: Saltpans\nend: when the snow melts\n---\n';
  const known = { ...saltpans, status: 'known', record: 'saltpans' } as const;
  const draft = draftOf([known], [fact('saltpans', 'end', '2023')]);
  const folder = baseWith(draft, { 'projects/saltpans.md': before });
  const { all } = await outcomes(folder);
  expect(all).toMatchObject([{ outcome: 'claimed', detail: 'when the snow melts' }]);
  expect(read(folder, 'projects/saltpans.md')).toContain('end: when the snow melts\n');
});

describe('another lead', () => {
  const known = { ...saltpans, status: 'known', record: 'saltpans' } as const;
  const leads = fact('saltpans', 'lead', 'lcu');
  const files = { 'projects/saltpans.md': '---\ntitle: Saltpans\nlead: "[[legacoop]]"\n---\n' };

  test('contradicts the one that the record has', async () => {
    const folder = baseWith(draftOf([known, entity('lcu')], [leads]), files);
    const { all } = await outcomes(folder);
    expect(all).toMatchObject([{ outcome: 'claimed', detail: 'legacoop' }]);
    expect(read(folder, 'projects/saltpans.md')).toContain('lead: "[[legacoop]]"\n');
  });

  test('replaces it where a person says so', async () => {
    const folder = baseWith(draftOf([known, entity('lcu')], [leads]), files);
    await run(apply, folder, call([], { overwrite: leads.id }));
    expect(read(folder, 'projects/saltpans.md')).toContain('lead: "[[lcu]]"\n');
  });

  test('stands beside one of the same document', async () => {
    const facts = [leads, fact('saltpans', 'lead', 'legacoop')];
    const folder = baseWith(draftOf([known, entity('lcu'), entity('legacoop')], facts), {
      'projects/saltpans.md': '---\ntitle: Saltpans\n---\n',
    });
    await run(apply, folder, call());
    expect(read(folder, 'projects/saltpans.md')).toMatch(
      /lead:\n\s+- "\[\[lcu\]\]"\n\s+- "\[\[legacoop\]\]"/,
    );
  });
});

describe('a fact that has nowhere to go is left in the draft', () => {
  const choice = { record: 'gone' };
  test.each([
    ['a name that needs no record', entity('lcu', { choice: 'none' }), 'needs no record'],
    ['a record that is gone', entity('lcu', { choice }), 'is gone'],
    ['a kind that is unknown', entity('lcu', { kind: 'planet' }), 'no kind planet'],
    ['a name that the draft has not', entity('other'), 'no name “lcu”'],
  ])('%s', async (_, named, reason) => {
    const draft = draftOf([named, saltpans], [fact('lcu', 'city', 'Faro')]);
    const folder = baseWith(draft);
    const { code, all } = await outcomes(folder);
    expect(code).toBe(1);
    expect(all).toMatchObject([{ outcome: 'refused', detail: expect.stringContaining(reason) }]);
    expect(draftNamed(folder, undefined).facts[0]?.status).toBe('accepted');
  });

  test.each(['none', 'gone'])('a link to %s', async (way) => {
    const named = entity('lcu', { choice: way === 'none' ? 'none' : { record: 'gone' } });
    const folder = baseWith(draftOf([named, saltpans], [fact('saltpans', 'lead', 'lcu')]));
    const { all } = await outcomes(folder);
    expect(all).toMatchObject([{ outcome: 'refused' }]);
  });

  test.each(['constructor', 'toString', '__proto__'])('the field %s', async (field) => {
    const folder = baseWith(draftOf([saltpans], [fact('saltpans', field, 'x')]));
    expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'refused' }]);
  });
});

test('a value that two facts of a draft bring is written once, and said to be so', async () => {
  const twin = fact('saltpans', 'countries', 'Portugal');
  const folder = baseWith(draftOf([saltpans], [fact('saltpans', 'countries', 'PT'), twin]));
  expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'written' }, { outcome: 'same' }]);
});

test('a record that was renamed since is found by its old id', async () => {
  const draft = draftOf(
    [entity('lcu', { choice: { record: 'union' } })],
    [fact('lcu', 'city', 'Faro')],
  );
  const folder = baseWith(draft, { 'organisations/union.md': '---\ntitle: Union\n---\n' });
  await run(rename, folder, call(['union', 'lagoon-union']));
  await run(apply, folder, call());
  expect(read(folder, 'organisations/lagoon-union.md')).toContain('city: Faro\n');
  expect(existsSync(join(folder, 'organisations/lcu.md'))).toBe(false);
});

test('an id that leads to a record, also by an old name, is not taken for a new one', async () => {
  const folder = baseWith(draftOf([entity('lcu')], [fact('lcu', 'city', 'Faro')]), {
    'organisations/union.md': '---\ntitle: Union\nformer_ids: lcu\n---\n',
  });
  await run(apply, folder, call());
  expect(read(folder, 'organisations/lcu-2.md')).toContain('title: LCU\n');
});

describe('a link is not written twice', () => {
  const lcu = entity('lcu', { status: 'known', record: 'lcu' });
  const files = { 'organisations/lcu.md': '---\ntitle: Lagoon Union\naliases: The Union\n---\n' };
  const known = entity('saltpans', { kind: 'project', status: 'known', record: 'saltpans' });

  test.each(['lcu', '[[Lagoon Union]]', '[[the union|LCU]]', '[x](../organisations/lcu.md)'])(
    'where it stands as %s',
    async (written) => {
      const project = `---\ntitle: S\npartners: "${written}"\n---\n`;
      const folder = baseWith(draftOf([known, lcu], [fact('saltpans', 'partners', 'lcu')]), {
        ...files,
        'projects/saltpans.md': project,
      });
      expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'known' }]);
      expect(read(folder, 'projects/saltpans.md')).toContain(`partners: "${written}"\n`);
    },
  );

  test('nor in two relations of which a record has one', async () => {
    const facts = [fact('saltpans', 'partners', 'lcu'), fact('saltpans', 'lead', 'lcu')];
    const folder = baseWith(draftOf([saltpans, lcu], facts), files);
    await run(apply, folder, call());
    expect(read(folder, 'projects/saltpans.md')).toContain('lead: "[[lcu]]"');
    expect(read(folder, 'projects/saltpans.md')).not.toContain('partners:');
    expect((await run(check, folder, call())).code).toBe(0);
  });

  test('nor told to have stood there, where another fact of the draft has written it', async () => {
    const facts = [fact('saltpans', 'associates', 'lcu'), fact('saltpans', 'partners', 'lcu')];
    const folder = baseWith(draftOf([saltpans, lcu], facts), files);
    const { written } = await run(apply, folder, call());
    expect(written).toMatch(/Partners: LCU\n/);
    expect(written).toMatch(
      /Associate\w*[^:\n]*: LCU {2}\(another fact of the document says the same; it is written once; under “Partners”\)\n/,
    );
    expect(written).not.toContain('stood there');
    expect(read(folder, 'projects/saltpans.md')).not.toContain('associates');
  });

  test('and where it stood before, the relation that has it is told', async () => {
    const facts = [fact('saltpans', 'associates', 'lcu')];
    const folder = baseWith(draftOf([known, lcu], facts), {
      ...files,
      'projects/saltpans.md': '---\ntitle: S\npartners: lcu\n---\n',
    });
    expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'known', under: 'partners' }]);
  });

  test('a partner whose lead gives no way is still written as a partner', async () => {
    const facts = [fact('saltpans', 'lead', 'lcu'), fact('saltpans', 'partners', 'lcu')];
    const folder = baseWith(draftOf([known, lcu], facts), {
      ...files,
      'projects/saltpans.md': '---\ntitle: S\nlead: union\n---\n',
    });
    expect((await outcomes(folder)).all).toMatchObject([
      { outcome: 'claimed' },
      { outcome: 'written' },
    ]);
  });

  test('a partner who leads, as a document says, is a claim', async () => {
    const folder = baseWith(draftOf([known, lcu], [fact('saltpans', 'lead', 'lcu')]), {
      ...files,
      'projects/saltpans.md': '---\ntitle: S\npartners: lcu\n---\n',
    });
    expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'claimed' }]);
    expect((await run(check, folder, call())).code).toBe(0);
  });

  test('nor to itself, nor to a record of a kind that it does not lead to', async () => {
    const facts = [fact('lcu', 'part_of', 'lcu'), fact('lcu', 'member_of', 'saltpans')];
    const folder = baseWith(draftOf([known, lcu], facts), {
      ...files,
      'projects/saltpans.md': '---\ntitle: S\n---\n',
    });
    expect((await outcomes(folder)).all.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
    ]);
  });
});

test('a record of the base that a person named is not a name of the draft that is spelt alike', async () => {
  const draft = draftOf(
    [saltpans, entity('lcu', { title: 'Another LCU' })],
    [fact('saltpans', 'lead', 'lcu', { status: 'proposed' })],
  );
  const folder = baseWith(draft, { 'organisations/lcu.md': '---\ntitle: Union\n---\n' });
  const edit = {
    ...call(),
    list: (option: string) => (option === 'edit' ? ['saltpans-lead-lcu=lcu'] : []),
  };
  await run(review, folder, edit);
  await run(apply, folder, call());
  expect(read(folder, 'projects/saltpans.md')).toContain('lead: "[[lcu]]"');
  expect(existsSync(join(folder, 'organisations/lcu-2.md'))).toBe(false);
});

test('the same document again adds neither sources nor claims nor decisions', async () => {
  const known = entity('lcu', { choice: { record: 'union' } });
  const draft = draftOf(
    [known],
    [fact('lcu', 'city', 'Faro'), fact('lcu', 'founded', '1999'), fact('lcu', 'country', 'PT')],
  );
  const folder = baseWith(draft, {
    'organisations/union.md': '---\ntitle: Union\nfounded: 1998\n---\n',
  });
  await run(apply, folder, call());
  const paths = ['organisations/union.md', 'documents/report.md', 'decisions.yaml'];
  const first = paths.map((path) => read(folder, path));
  expect(first[0]).toContain('claims:\n  field: founded\n  value: 1999\n');
  writeFileSync(join(folder, 'drafts/report.facts.jsonl'), draftText(draft));
  await run(apply, folder, call());
  expect(paths.map((path) => read(folder, path))).toEqual(first);
});

test('a second claim and a second source stand below the first', async () => {
  const known = entity('lcu', { status: 'known', record: 'union' });
  const draft = draftOf([known], [fact('lcu', 'founded', '1999'), fact('lcu', 'city', 'Faro')]);
  const folder = baseWith(draft, {
    'organisations/union.md':
      '---\ntitle: Union\nfounded: 1998\nclaims:\n  field: founded\n  value: 1997\nsources:\n  document: old\n  supports: founded\n---\n',
  });
  expect((await outcomes(folder)).code).toBe(0);
  expect(read(folder, 'organisations/union.md')).toMatch(
    /claims:\n {2}- field: founded\n {4}value: 1997\n {2}- field: founded\n {4}value: 1999\n[^]*sources:\n {2}- document: old\n {4}supports: founded\n {2}- document: report\n/,
  );
});

test('the record of the document is found wherever it lies, and whatever it is called', async () => {
  const draft = draftOf([saltpans], [fact('saltpans', 'end', '2023')]);
  const folder = baseWith(draft);
  await run(apply, folder, call());
  await run(rename, folder, call(['report', 'final-report']));
  renameSync(join(folder, 'documents/final-report.md'), join(folder, 'projects/final-report.md'));
  writeFileSync(
    join(folder, 'drafts/report.facts.jsonl'),
    draftText(draftOf([saltpans], [fact('saltpans', 'start', '2020')])),
  );
  await run(apply, folder, call());
  const written = read(folder, 'projects/saltpans.md');
  expect(written).toContain('start: ');
  expect(written).toContain('document: final-report\n');
  expect(existsSync(join(folder, 'documents/report.md'))).toBe(false);
});

test('what another draft has made meanwhile is not made a second time, unless somebody says so', async () => {
  const draft = draftOf([saltpans], [fact('saltpans', 'end', '2023')]);
  const folder = baseWith(draft);
  await run(apply, folder, call());
  const again = (choice: object) =>
    writeFileSync(
      join(folder, 'drafts/report.facts.jsonl'),
      draftText(draftOf([{ ...saltpans, ...choice }], [fact('saltpans', 'start', '2020')])),
    );
  again({});
  await run(apply, folder, call());
  expect(existsSync(join(folder, 'projects/saltpans-2.md'))).toBe(false);
  again({ choice: 'new' });
  await run(apply, folder, call());
  expect(existsSync(join(folder, 'projects/saltpans-2.md'))).toBe(true);
});

describe('a name that the base has got a record for since the import', () => {
  const facts = [fact('lcu', 'city', 'Faro')];
  const union = entity('lcu', { title: 'Lagoon Union of Cooperatives', acronym: 'LUC' });
  const there = {
    'organisations/luc.md': '---\ntitle: Lagoon Union of Cooperatives (LUC)\nacronym: LUC\n---\n',
  };

  test('is asked about, and never doubled in silence', async () => {
    const folder = baseWith(draftOf([union], facts), there);
    const { code, noted } = await run(apply, folder, call());
    expect(code).toBe(1);
    expect(noted).toContain('most likely the record luc, which the base has got since');
    expect(existsSync(join(folder, 'organisations/luc-2.md'))).toBe(false);
    expect((await run(review, folder, call([], { list: true }))).written).toContain('perhaps luc');
    await run(review, folder, call([], { is: ['lcu=luc'] }));
    expect((await run(apply, folder, call())).code).toBe(0);
    expect(read(folder, 'organisations/luc.md')).toContain('city: Faro');
  });

  test('is told to be alike where somebody said before that it is new', async () => {
    const folder = baseWith(draftOf([{ ...union, choice: 'new' }], facts), there);
    const { code, noted } = await run(apply, folder, call());
    expect(code).toBe(0);
    expect(noted).toContain('Lagoon Union of Cooperatives (luc?)');
  });

  test('is a question no more where somebody said that it is not that one', async () => {
    const folder = baseWith(draftOf([union], facts), there);
    await run(review, folder, call([], { different: ['lcu=luc'] }));
    const { code, noted } = await run(apply, folder, call());
    expect(code).toBe(0);
    expect(noted).not.toContain('(luc?)');
  });
});

describe('what the document is about', () => {
  const lcu = entity('lcu');
  const facts = [
    fact('saltpans', 'end', '2023'),
    fact('lcu', 'city', 'Faro', { status: 'proposed' }),
    fact('document', 'about', 'saltpans', { status: 'proposed' }),
  ];

  test('is told before it is written, and as it is written', async () => {
    const folder = baseWith(draftOf([saltpans, lcu], facts));
    const { noted } = await run(review, folder, call([], { accept: 'lcu-city-faro' }));
    expect(noted).toContain('will also link to what accepted facts are about: Saltpans, LCU');
    const { written } = await run(apply, folder, call());
    expect(written).toMatch(/report {2}new\n {2}About: Saltpans\n {2}About: LCU\n/);
  });

  test('is no name of which somebody said that it is not', async () => {
    const folder = baseWith(draftOf([saltpans, lcu], facts));
    const { noted } = await run(review, folder, call([], { reject: 'document-about-saltpans' }));
    expect(noted).not.toContain('will also link');
    await run(apply, folder, call());
    expect(read(folder, 'documents/report.md')).not.toContain('about');
  });
});

test('the name that a document has for what got another title leads to its record from now on', async () => {
  const folder = baseWith(
    draftOf(
      [{ ...saltpans, title: 'Salines solidaires', entitled: 'Saltpans' }],
      [fact('saltpans', 'end', '2023')],
    ),
  );
  await run(apply, folder, call());
  expect(read(folder, 'decisions.yaml')).toMatch(/name: Saltpans\n\s+is: salines-solidaires\n/);
});

test('a new record of a name that is perhaps a known one is said to be so', async () => {
  const folder = baseWith(
    draftOf(
      [{ ...saltpans, candidates: [{ record: 'other', score: 0.7, reason: '' }] }],
      [fact('saltpans', 'end', '2023')],
    ),
  );
  expect((await run(apply, folder, call())).noted).toContain(
    'New, though perhaps known: Saltpans (other?)',
  );
});

test('a page of the document that somebody removed is made anew', async () => {
  const draft = draftOf([saltpans], [fact('saltpans', 'end', '2023')]);
  const folder = baseWith(draft);
  renameSync(join(folder, 'drafts/report.md'), join(folder, 'aside.txt'));
  await run(apply, folder, call());
  expect(read(folder, 'documents/report.md')).toContain(`sha256: `);
  expect((await run(check, folder, call())).code).toBe(0);
});

describe('a draft that somebody else wrote', () => {
  const own = draftOf([saltpans], [fact('saltpans', 'end', '2023')]);
  test.each([
    ['an id that leads out of the base', { ...own, id: '../../outside' }],
    ['an id of another draft', { ...own, id: 'other' }],
    ['a text elsewhere', { ...own, document: { ...own.document, sha256: '../../../etc/hosts' } }],
  ])('with %s is none', (_, draft) => {
    const folder = base({ 'drafts/report.facts.jsonl': draftText(draft) });
    expect(() => draftNamed(folder, undefined)).toThrow('There is no draft');
  });

  test('is read with any line ends, and taken up where it was left', async () => {
    const folder = baseWith(own);
    const path = join(folder, 'drafts/report.facts.jsonl');
    writeFileSync(path, draftText(own).replaceAll('\n', '\r\n'));
    await run(apply, folder, call());
    expect(read(folder, 'projects/saltpans.md')).toContain('end: 2023');
  });
});

test('what somebody else decided meanwhile is not written over', async () => {
  const draft = draftOf([saltpans], [fact('saltpans', 'end', '2023', { status: 'proposed' })]);
  const folder = baseWith(draft);
  const answers = {
    text: async () => '',
    choose: async () => {
      writeFileSync(
        join(folder, 'drafts/report.facts.jsonl'),
        draftText({ ...draft, notes: ['x'] }),
      );
      return 'new' as never;
    },
    tick: async () => [],
  };
  await expect(run(review, folder, call(), { prompts: async () => answers })).rejects.toThrow(
    'was changed in the meantime',
  );
});

describe('apply', () => {
  const saltpansAndMore = [fact('saltpans', 'start', '2020'), fact('lcu', 'planet', 'Mars')];

  test('writes all that is accepted or nothing, and says what to do', async () => {
    const draft = draftOf([entity('lcu'), saltpans], saltpansAndMore);
    const folder = baseWith(draft);
    const { code, noted } = await run(apply, folder, call());
    expect(code).toBe(1);
    expect(noted).toContain('lcu-planet-mars is left in the draft');
    expect(noted).toContain('koinon review report --reject lcu-planet-mars');
    expect(existsSync(join(folder, 'projects/saltpans.md'))).toBe(false);
    expect(draftNamed(folder, undefined)).toEqual(draft);
    await run(review, folder, call([], { reject: 'lcu-planet-mars' }));
    expect((await run(apply, folder, call())).code).toBe(0);
    expect(read(folder, 'projects/saltpans.md')).toContain('start: 2020');
  });

  test('says how much nobody decided, and about whom', async () => {
    const open = fact('lcu', 'city', 'Faro', { status: 'proposed' });
    const facts = [fact('saltpans', 'start', '2020'), open];
    const folder = baseWith(draftOf([entity('lcu'), saltpans], facts));
    const { noted } = await run(apply, folder, call());
    expect(noted).toContain('1 fact of 1 name undecided, about LCU; “koinon review report”');
  });

  test('does not say of a new record that something stood there already', async () => {
    const named = entity('lcu', { country: 'PT' });
    const folder = baseWith(draftOf([named], [fact('lcu', 'country', 'PT')]));
    const { written } = await run(apply, folder, call());
    expect(written).toMatch(/lcu {2}new\n {2}Country: Portugal\n/);
    expect(written).not.toContain('already');
  });
});

describe('a form that is guessed from the words of a name', () => {
  const known = entity('lcu', { status: 'known', record: 'lcu' });
  const guess = fact('lcu', 'form', 'cooperative', { inferred: true });
  const withForm = (form: string) =>
    baseWith(draftOf([known], [guess]), {
      'organisations/lcu.md': `---\ntitle: LCU\n${form}---\n`,
    });

  test.each([
    ['is written where the record says nothing', '', 'written'],
    ['stands beside what the record says', 'form: association\n', 'claimed'],
    ['is known where the record says it more narrowly', 'form: worker-cooperative\n', 'known'],
  ])('%s', async (_, form, outcome) => {
    const folder = withForm(form);
    expect((await outcomes(folder)).all).toMatchObject([{ outcome }]);
    if (form !== '') expect(read(folder, 'organisations/lcu.md')).toContain(form);
  });

  test('is a second form where a person wrote it', async () => {
    const folder = withForm('form: association\n');
    await run(review, folder, call([], { edit: [`${guess.id}=foundation`] }));
    expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'written' }]);
  });
});

describe('review', () => {
  const files = {
    'organisations/union.md': '---\ntitle: Lagoon Union\n---\n',
    'organisations/league.md': '---\ntitle: League\n---\n',
  };
  const fair = entity('fair', { kind: 'event', title: 'Salt Fair' });
  const greek = entity('enosi', { title: 'Ένωση', aliases: ['Ε.Λ.'] });

  function folderWithNames() {
    const facts = [
      fact('fair', 'start', '2023', { status: 'proposed' }),
      fact('lcu', 'country', 'PT', { status: 'proposed' }),
      fact('enosi', 'country', 'PT', { evidence: [{ start: 38, end: 41, quote: 'LCU' }] }),
      fact('enosi', 'city', 'Faro'),
      fact('saltpans', 'lead', 'enosi'),
    ];
    return baseWith(draftOf([fair, entity('lcu'), greek, saltpans], facts), files);
  }

  test('lists every name, also those of which nothing is said', async () => {
    const folder = baseWith(
      draftOf([saltpans, entity('alone')], [fact('saltpans', 'end', '2023')]),
    );
    const { written } = await run(review, folder, call([], { list: true }));
    expect(written).toMatch(/ALONE.*its name here is alone/);
  });

  test('refuses a record of another kind at once', async () => {
    const folder = folderWithNames();
    const before = draftNamed(folder, undefined);
    await expect(run(review, folder, call([], { is: ['Salt Fair=union'] }))).rejects.toThrow(
      'Expected the name of a record of kind event; “union” is the organisation union',
    );
    expect(draftNamed(folder, undefined)).toEqual(before);
  });

  test.each([
    { is: ['lcu=union'], none: ['LCU'] },
    { is: ['lcu=union', 'lcu=league'] },
    { new: ['lcu'], none: ['lcu'] },
    { is: ['lcu=union'], different: ['lcu=union'] },
    { accept: 'lcu-country-pt', reject: 'lcu-country-pt' },
    { reject: 'lcu-country-pt', edit: ['lcu-country-pt=ES'] },
    { same: ['lcu=enosi'], is: ['lcu=union', 'enosi=league'] },
    { same: ['lcu=enosi'], new: ['lcu'], none: ['enosi'] },
    { title: ['lcu=One', 'lcu=Two'] },
    { edit: ['lcu-country-pt=ES', 'lcu-country-pt=PT'] },
    { none: ['lcu'], accept: 'lcu-country-pt' },
    { none: ['enosi'], accept: 'saltpans-lead-enosi' },
    { none: ['lcu'], edit: ['lcu-country-pt=ES'] },
  ])('refuses two answers: %o', async (options) => {
    await expect(run(review, folderWithNames(), call([], options))).rejects.toThrow('two answers');
  });

  test('makes one of two names, with the facts of both', async () => {
    const folder = folderWithNames();
    await run(review, folder, call([], { same: ['lcu=Ένωση'] }));
    const { entities, facts } = draftNamed(folder, undefined);
    expect(entities.map(({ id }) => id)).toEqual(['fair', 'lcu', 'saltpans']);
    expect(entities[1]).toMatchObject({ aliases: ['Ένωση', 'Ε.Λ.'], also: ['enosi'] });
    const countries = facts.filter(({ field }) => field === 'country');
    expect(countries).toMatchObject([{ subject: 'lcu', status: 'accepted' }]);
    expect(countries[0]?.evidence).toHaveLength(2);
    expect(facts.find(({ field }) => field === 'lead')?.value).toBe('lcu');
    expect((await run(apply, folder, call())).code).toBe(0);
    const made = read(folder, 'organisations/lcu.md');
    expect(made).toMatch(/aliases:\n\s+- Ένωση/);
    expect(made).toContain('city: Faro');
  });

  test('makes one of a name that needs no record and one that may, and asks about the facts of both', async () => {
    const folder = folderWithNames();
    await run(review, folder, call([], { none: ['enosi'] }));
    await run(review, folder, call([], { same: ['lcu=enosi'] }));
    const { entities, facts } = draftNamed(folder, undefined);
    expect(entities.find(({ id }) => id === 'lcu')?.choice).toBeUndefined();
    const status = new Map(facts.map((each) => [each.field, each.status]));
    expect(Object.fromEntries(status)).toMatchObject({
      country: 'proposed',
      city: 'proposed',
      lead: 'proposed',
    });
    const both = folderWithNames();
    await run(review, both, call([], { none: ['enosi', 'lcu'] }));
    await run(review, both, call([], { same: ['lcu=enosi'] }));
    const kept = draftNamed(both, undefined);
    expect(kept.entities.find(({ id }) => id === 'lcu')?.choice).toBe('none');
    expect(kept.facts.find(({ field }) => field === 'country')?.status).toBe('rejected');
  });

  test('leaves open what was accepted of one name and rejected of the other', async () => {
    const folder = folderWithNames();
    await run(review, folder, call([], { reject: 'lcu-country-pt' }));
    await run(review, folder, call([], { same: ['lcu=enosi'] }));
    const { facts } = draftNamed(folder, undefined);
    expect(facts.filter(({ field }) => field === 'country')).toMatchObject([
      { status: 'proposed' },
    ]);
  });

  test('does not make one of names of two kinds, or of two records', async () => {
    const folder = folderWithNames();
    const same = (name: string) => run(review, folder, call([], { same: [name] }));
    await expect(same('lcu=fair')).rejects.toThrow('are of two kinds');
    await run(review, folder, call([], { is: ['lcu=union', 'enosi=league'] }));
    await expect(same('lcu=enosi')).rejects.toThrow('koinon merge league union');
  });

  test('corrects the title of a record before it is made', async () => {
    const folder = folderWithNames();
    await run(review, folder, call([], { title: ['saltpans=The Saltpans of Faro'] }));
    await run(apply, folder, call());
    expect(read(folder, 'projects/the-saltpans-of-faro.md')).toContain(
      'title: The Saltpans of Faro',
    );
    await expect(run(review, folder, call([], { title: ['saltpans=Other'] }))).rejects.toThrow(
      'is the record the-saltpans-of-faro',
    );
  });

  test.each([
    ['2 février 2023', '2023-02-02'],
    ['March 2021', '2021-03'],
    ['3 de mayo de 2020', '2020-05-03'],
    ['2020-05', '2020-05'],
  ])('reads the date %s as import does', async (written, value) => {
    const folder = folderWithNames();
    await run(review, folder, call([], { edit: [`fair-start-2023=${written}`] }));
    const [start] = draftNamed(folder, undefined).facts;
    expect(start).toMatchObject({ status: 'accepted', edited: value });
  });

  test('refuses what is no date, and says what is expected', async () => {
    const wrong = call([], { edit: ['fair-start-2023=2 février 2023 or later'] });
    await expect(run(review, folderWithNames(), wrong)).rejects.toThrow(/expected .*date/i);
  });
});

describe('a theme that is spelt like a project', () => {
  const blue = entity('blue-economy', { kind: 'project', title: 'Blue Economy of Faro' });
  const bare = entity('blue', { kind: 'project', title: 'Blue' });
  const about = (subject: string, more: Partial<DraftFact> = {}) =>
    fact(subject, 'themes', 'blue-economy', more);

  test('stays where two names of projects are one', async () => {
    const folder = baseWith(
      draftOf([blue, bare, saltpans], [about('blue-economy'), about('saltpans')]),
    );
    await run(review, folder, call([], { same: ['blue=blue-economy'] }));
    expect(draftNamed(folder, undefined).facts).toMatchObject([
      { subject: 'blue', value: 'blue-economy' },
      { subject: 'saltpans', value: 'blue-economy' },
    ]);
    await run(undo, folder, call());
    await run(review, folder, call([], { same: ['blue-economy=blue'] }));
    expect(draftNamed(folder, undefined).facts).toHaveLength(2);
  });

  test('of another project is not rejected with it, and makes no record of it', async () => {
    const folder = baseWith(draftOf([blue, saltpans], [about('saltpans')]));
    await run(review, folder, call([], { none: ['blue-economy'] }));
    expect(draftNamed(folder, undefined).facts).toMatchObject([{ status: 'accepted' }]);
    const other = baseWith(draftOf([blue, saltpans], [about('saltpans')]));
    const { written } = await run(review, other, call([], { list: true }));
    expect(written).not.toContain('Themes: Blue Economy of Faro');
    await run(apply, other, call());
    expect(existsSync(join(other, 'projects/blue-economy-of-faro.md'))).toBe(false);
    expect(existsSync(join(other, 'projects/blue-economy.md'))).toBe(false);
    expect(read(other, 'projects/saltpans.md')).toContain('blue-economy');
  });
});
