import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { findBase } from '../../src/base/base.ts';
import { temporaryFolder } from '../surroundings.ts';

const folder = temporaryFolder();

function nameIn(settings: string): string {
  writeFileSync(join(folder, 'koinon.yaml'), settings);
  return findBase(folder, folder).name;
}

/** What YAML makes of it, where it makes anything. */
function byYaml(settings: string): unknown {
  try {
    return (load(settings, { schema: FAILSAFE_SCHEMA }) as { readonly name?: unknown } | null)
      ?.name;
  } catch {
    return undefined;
  }
}

test.each([
  ['name: Rete Sud', 'Rete Sud'],
  ['# ours\n\nname: Réseau (Méditerranée), l’été\r\n', 'Réseau (Méditerranée), l’été'],
  ['name: "Δίκτυο: #1"\n', 'Δίκτυο: #1'],
  ['name: شبكة  \n', 'شبكة'],
  ['name: null\n', 'null'],
])('%j is read without YAML as with it', (settings, name) => {
  expect(byYaml(settings)).toBe(name);
  expect(nameIn(settings)).toBe(name);
});

test('whatever stands after a key is what YAML says it is', () => {
  const character = fc.constantFrom(...Array.from(`ab é"'#:-,&*!|>%@[]{}?\\~. 1\t`));
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 8 }), (characters) => {
      const settings = `name: ${characters.join('')}\n`;
      const name = byYaml(settings);
      if (typeof name === 'string' && name !== '') expect(nameIn(settings)).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});
