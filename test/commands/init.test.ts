import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import init from '../../src/commands/init.ts';
import { openSession } from '../../src/session/session.ts';
import { folderWith } from '../base/folder.ts';
import { heard } from '../surroundings.ts';
import { call } from './run.ts';

test.each([
  ['el', {}, 'el'],
  [undefined, { LANG: 'it_IT.UTF-8' }, 'it'],
  [undefined, {}, 'en'],
])(
  'with --lang %s and %o, a new base speaks %s, not what the base around it does',
  async (asked, env, lang) => {
    const around = folderWith({ 'koinon.yaml': 'name: X\nlang: fr\n' });
    const said = { ...(await heard(around)), env };
    const globals = { base: undefined, language: asked, quiet: false, refresh: true };
    const session = await openSession(said, globals);
    onTestFinished(() => session.end());
    await init.run(call(['new']), session);
    expect(readFileSync(join(around, 'new', 'koinon.yaml'), 'utf8')).toContain(`\nlang: ${lang}\n`);
  },
);
