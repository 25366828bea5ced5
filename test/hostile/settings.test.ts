import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import search from '../../src/commands/search.ts';
import { UsageError } from '../../src/core/usage-error.ts';
import { call, run } from '../commands/run.ts';
import { folderWith } from '../base/folder.ts';

test.each([
  'vocabularies: ../outside\n',
  'vocabularies: way\n',
  'index: ../outside\n',
  'name: "$(touch PWNED)"\n',
  'update: touch PWNED\nhooks:\n  after: [touch PWNED]\n',
  'engines: {js: "globalThis.PWNED = 1"}\n',
])(
  'settings that came with a folder neither lead out of it nor run anything: %j',
  async (settings) => {
    const room = folderWith({
      'base/koinon.yaml': settings,
      'base/organisations/a.md': '---\ntitle: A\n---\n',
      'outside/themes.yaml': '- id: stolen\n  en: stolen\n',
    });
    const outside = join(room, 'outside', 'themes.yaml');
    utimesSync(outside, new Date('2001-01-01'), new Date('2002-01-01'));
    mkdirSync(join(room, 'base', 'events'));
    symlinkSync(join(room, 'outside'), join(room, 'base', 'way'));
    writeFileSync(join(room, 'base', 'events', 'e.md'), '---\ntitle: E\n---\n');
    try {
      const { written } = await run(search, join(room, 'base'), call([], { json: true }));
      expect(written).not.toContain('stolen');
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
    expect(readdirSync(join(room, 'outside'))).toEqual(['themes.yaml']);
    expect(statSync(outside).atime).toEqual(new Date('2001-01-01'));
    expect(readdirSync(join(room, 'base'))).not.toContain('PWNED');
    expect(globalThis).not.toHaveProperty('PWNED');
  },
);
