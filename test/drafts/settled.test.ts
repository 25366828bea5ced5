import { expect, test } from 'vitest';
import apply from '../../src/commands/apply.ts';
import check from '../../src/commands/check.ts';
import review from '../../src/commands/review.ts';
import show from '../../src/commands/show.ts';
import { call, run } from '../commands/run.ts';
import { baseWith, draftOf, entity, fact, outcomes, read, saltpans } from './draft.ts';

const known = { ...saltpans, status: 'known', record: 'saltpans' } as const;
const ends = fact('saltpans', 'end', '2023');
const old = '---\ntitle: Old\n---\n';
const other = '---\ntitle: Other\n---\n';

function folderWith(project: string, facts = [ends]) {
  return baseWith(draftOf([known, entity('lcu')], facts), {
    'projects/saltpans.md': project,
    'documents/old.md': old,
    'documents/other.md': other,
  });
}

test('what gives way to a document is a claim of those that supported it, and no longer has them for sources', async () => {
  const folder = folderWith(
    '---\ntitle: Saltpans\nend: 2022\nsources:\n  - document: old\n    supports: [start, end]\n  - document: other\n    supports: end\n    quote: in 2022\n---\n',
  );
  await run(apply, folder, call([], { overwrite: ends.id }));
  const after = read(folder, 'projects/saltpans.md');
  expect(after).toContain('end: 2023\n');
  expect(after).toMatch(
    /sources:\n {2}- document: old\n {4}supports:\n {6}- start\n {2}- document: report\n/,
  );
  expect(after).toMatch(
    /claims:\n {2}- field: end\n {4}value: 2022\n {4}document: old\n {2}- field: end\n {4}value: 2022\n {4}document: other\n {4}quote: in 2022\n/,
  );
  expect((await run(check, folder, call())).code).toBe(0);
});

test('a claim that the record adopts goes, and its document becomes a source; others stay', async () => {
  const claims =
    'claims:\n  - field: end\n    value: "2023"\n    document: old\n    quote: until 2023\n  - field: end\n    value: 2024\n    document: other\n  - field: start\n    value: 2023\n    document: old\n';
  const folder = folderWith(`---\ntitle: Saltpans\nend: 2022\n${claims}---\n`);
  await run(apply, folder, call([], { overwrite: ends.id }));
  const after = read(folder, 'projects/saltpans.md');
  expect(after).toMatch(
    /claims:\n {2}- field: end\n {4}value: 2024\n {4}document: other\n {2}- field: start\n/,
  );
  expect(after).toMatch(/- document: old\n {4}supports:\n {6}- end\n {4}quote: until 2023\n/);
});

test('the only claim goes with its key, and so it does for a link', async () => {
  const leads = fact('saltpans', 'lead', 'lcu');
  const folder = folderWith(
    '---\ntitle: Saltpans\nlead: "[[union]]"\nclaims:\n  field: lead\n  value: "[[lcu]]"\n  document: old\n---\n',
    [leads],
  );
  await run(apply, folder, call([], { overwrite: leads.id }));
  const after = read(folder, 'projects/saltpans.md');
  expect(after).toContain('lead: "[[lcu]]"\n');
  expect(after).not.toContain('claims');
});

test('without an overwrite a claim stands, and its document is no source', async () => {
  const folder = folderWith('---\ntitle: Saltpans\nend: 2022\nsources: old\n---\n');
  expect((await outcomes(folder)).all).toMatchObject([{ outcome: 'claimed' }]);
  expect(read(folder, 'projects/saltpans.md')).toContain('claims:\n  field: end\n  value: 2023\n');
});

test('what a person set is said to be so: the document does not support it, its words stay', async () => {
  const folder = folderWith('---\ntitle: Saltpans\n---\n', [ends]);
  await run(review, folder, call([], { edit: [`${ends.id}=2025`] }));
  const { written } = await run(review, folder, call([], { list: true }));
  expect(written).toMatch(/End: 2025 .*set by a person/);
  await run(apply, folder, call());
  const after = read(folder, 'projects/saltpans.md');
  expect(after).toMatch(
    /sources:\n {2}(?:- )?document: report\n +edited:\n +- end\n +quote: Saltpans\n/,
  );
  expect(after).not.toContain('supports');
  expect((await run(show, folder, call(['saltpans']))).written).toContain('2025 (set by a person)');
  expect((await run(check, folder, call())).code).toBe(0);
});

test('a claim that a person set is no word of the document either', async () => {
  const folder = folderWith('---\ntitle: Saltpans\nend: 2022\n---\n');
  await run(review, folder, call([], { edit: [`${ends.id}=2025`] }));
  await run(apply, folder, call());
  expect(read(folder, 'projects/saltpans.md')).toContain('document: report\n  edited: end\n');
  expect((await run(show, folder, call(['saltpans']))).written).toContain(
    '2025 (report; set by a person)',
  );
});

test('a source that says of a field that a person set it names one that the kind has', async () => {
  const folder = folderWith(
    '---\ntitle: Saltpans\nsources:\n  document: old\n  edited: [end, colour]\n---\n',
  );
  const { written } = await run(check, folder, call());
  expect(written).toContain('found “colour”');
  expect(written).not.toContain('found “end”');
});
