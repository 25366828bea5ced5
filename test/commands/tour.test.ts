import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import tour from '../../src/commands/tour.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { temporaryFolder } from '../surroundings.ts';
import { call, run } from './run.ts';

test('a tour tells the worst of its calls, and lists only what was written', async () => {
  const folder = temporaryFolder();
  const calls = {
    call: async (argv: readonly string[]) => (argv.includes('project-summary') ? 70 : 0),
  };
  const { code, written } = await run(tour, folder, call(), calls);
  expect(code).toBe(2);
  expect(written).toContain('country-totals.csv');
  expect(written).not.toContain('project-summary.csv');
});

test('a tour does not begin where a file stands in the place of its folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'conference'), '');
  await expect(run(tour, folder, call())).rejects.toThrow(UsageError);
  expect(readdirSync(folder)).toEqual(['conference']);
});
