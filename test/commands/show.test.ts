import { expect, test } from 'vitest';
import show from '../../src/commands/show.ts';
import { base, call, run } from './run.ts';

test('a claim shows a group of values as the field shows them', async () => {
  const claims = `claims:
  - field: countries
    value: [FR, TN]
  - field: place
    value: {lat: 1, lon: 2}
  - field: summary
    value: {a: one, b: two}
`;
  const folder = base({ 'organisations/a.md': `---\ntitle: A\n${claims}---\n` });
  const { written } = await run(show, folder, call(['a']));
  expect(written).toMatch(/one, two[^]*France, Tunisia/);
  expect(written).not.toContain('[object');
});

test('a claimed concept is shown in the language of the call, and the place of a quote is a number in JSON', async () => {
  const front = `title: A
form: association
claims:
  - field: form
    value: cooperative
sources:
  - document: "[[report]]"
    quote: A
    start: "12"
    end: 13
`;
  const folder = base({
    'koinon.yaml': 'name: X\nlang: fr\n',
    'organisations/a.md': `---\n${front}---\n`,
    'documents/report.md': '---\ntitle: Report\n---\n',
  });
  expect((await run(show, folder, call(['a']))).written).toContain('Coopérative');
  const { written } = await run(show, folder, call(['a'], { json: true }));
  const { links } = JSON.parse(written) as { links: { facts?: object }[] };
  expect(links).toMatchObject([{ facts: { quote: 'A', start: 12, end: 13 } }]);
});
