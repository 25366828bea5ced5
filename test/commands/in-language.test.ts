import { expect, test } from 'vitest';
import stats from '../../src/commands/graph/stats.ts';
import search from '../../src/commands/search.ts';
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
