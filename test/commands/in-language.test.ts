import { expect, test } from 'vitest';
import doctor from '../../src/commands/doctor.ts';
import stats from '../../src/commands/graph/stats.ts';
import list from '../../src/commands/link/list.ts';
import search from '../../src/commands/search.ts';
import show from '../../src/commands/show.ts';
import { base, call, run } from './run.ts';

test.each([
  ['fr', 'Projet · Espagne, Tunisie', 'Chef de file 1, Partenaires 1'],
  ['ar', 'مشروع · إسبانيا، تونس', 'الشريك الرئيسي 1، الشركاء 1'],
])('countries and relations are called as in %s', async (lang, countries, relations) => {
  const folder = base({
    'koinon.yaml': `name: X\nlang: ${lang}\n`,
    'organisations/a.md': '---\ntitle: A\n---\n',
    'organisations/b.md': '---\ntitle: B\n---\n',
    'projects/p.md': '---\ntitle: Olive\ncountries: [ES, TN]\nlead: a\npartners: [b]\n---\n',
  });
  expect((await run(search, folder, call(['Olive'], { limit: '3' }))).written).toContain(countries);
  expect((await run(stats, folder, call())).written).toContain(relations);
});

test('what is wrong with an index is told in the language of the call', async () => {
  const folder = base({ 'koinon.yaml': 'name: X\nlang: fr\n', '.koinon/index-1.db': 'x' });
  const { written, noted } = await run(doctor, folder, call());
  expect(written).toMatch(/Il appartient à une autre version de koinon.* oui\n/);
  expect(noted).toBe('1 constat ; “koinon doctor --fix” en répare 1');
});

test('a link that leads to no record is told so in the language', async () => {
  const folder = base({
    'koinon.yaml': 'name: X\nlang: fr\n',
    'projects/p.md': '---\ntitle: Olive\nlead: Nobody\n---\n',
  });
  expect((await run(show, folder, call(['p']))).written).toContain('Nobody (sans fiche)');
  expect((await run(list, folder, call(['p']))).written).toContain('(sans fiche)');
  expect((await run(list, folder, call(['p'], { format: 'csv' }))).written).toContain(
    '(unresolved)',
  );
});
