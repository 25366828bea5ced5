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
