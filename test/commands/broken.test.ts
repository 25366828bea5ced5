import { expect, test } from 'vitest';
import broken from '../../src/commands/link/broken.ts';
import { base, call, run } from './run.ts';

test('a broken link is a finding', async () => {
  const linked = base({ 'organisations/a.md': '---\ntitle: A\n---\nSee [[Nobody]].\n' });
  expect(await run(broken, linked, call())).toMatchObject({ code: 1 });
  const whole = base({ 'organisations/a.md': '---\ntitle: A\n---\n' });
  expect(await run(broken, whole, call())).toMatchObject({ code: 0, noted: 'No broken links' });
});
