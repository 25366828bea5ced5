import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLexicon } from '../../src/session/lexicon.ts';
import { concepts } from '../../src/vocabulary/load.ts';
import { temporaryFolder } from '../surroundings.ts';

test.each(['{}', 'null', '[]', 'no JSON', ''])(
  'names kept as %j are made anew',
  async (damaged) => {
    const folder = temporaryFolder();
    const whole = (await openLexicon(folder, concepts, [])).meanings('economie sociale');
    expect(whole.length).toBeGreaterThan(0);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), damaged);
    expect((await openLexicon(folder, concepts, [])).meanings('economie sociale')).toEqual(whole);
  },
);
