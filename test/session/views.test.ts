import { expect, test } from 'vitest';
import search from '../../src/commands/search.ts';
import { base, call, run } from '../commands/run.ts';

test('a saved search that is broken keeps nobody from the others', async () => {
  const folder = base({
    'koinon.yaml': 'views:\n  south: --country France\n  odd: --contry France\n',
    'organisations/a.md': '---\ntitle: Alpha\ncountry: FR\n---\n',
  });
  const found = await run(search, folder, call([], { view: 'south', json: true }));
  expect(found.written).toContain('Alpha');
  await expect(run(search, folder, call([], { view: 'odd' }))).rejects.toThrow(/koinon.yaml:3:/);
  const listed = await run(search, folder, call([], { views: true }));
  expect(listed.written).toContain('south');
  expect(listed.noted).toContain('koinon.yaml:3:');
});
