import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLexicon } from '../../src/session/lexicon.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { temporaryFolder } from '../surroundings.ts';

test.each(['{}', 'null', '[]', 'no JSON', ''])('names kept as %j are made anew', (damaged) => {
  const folder = temporaryFolder();
  const whole = openLexicon(folder, concepts, []).meanings('economie sociale');
  expect(whole.length).toBeGreaterThan(0);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), damaged);
  expect(openLexicon(folder, concepts, []).meanings('economie sociale')).toEqual(whole);
});
