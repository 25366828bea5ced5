import { execFileSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { colourWanted, palette } from '../../src/terminal/colour.ts';

test.each([
  [true, 'on a terminal', { env: {}, isTerminal: true }],
  [false, 'in a pipe', { env: {}, isTerminal: false }],
  [false, 'on a terminal without colours', { env: { TERM: 'dumb' }, isTerminal: true }],
  [false, 'with NO_COLOR', { env: { NO_COLOR: '1' }, isTerminal: true }],
  [true, 'with an empty NO_COLOR', { env: { NO_COLOR: '' }, isTerminal: true }],
  [true, 'with FORCE_COLOR', { env: { FORCE_COLOR: '1' }, isTerminal: false }],
  [false, 'with FORCE_COLOR=0', { env: { FORCE_COLOR: '0' }, isTerminal: true }],
  [false, 'with both', { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, isTerminal: true }],
  [true, 'always', { flag: 'always', env: { NO_COLOR: '1' }, isTerminal: false }],
  [false, 'never', { flag: 'never', env: { FORCE_COLOR: '1' }, isTerminal: true }],
  [true, 'auto', { flag: 'auto', env: {}, isTerminal: true }],
] as const)('colours: %s %s', (wanted, _, situation) => {
  expect(colourWanted(situation)).toBe(wanted);
});

test('without colours every text stays itself', async () => {
  expect(Object.values(await palette(false)).map((paint) => paint('é'))).toEqual(
    Array.from({ length: 7 }, () => 'é'),
  );
});

test('with colours every meaning looks its own way, whatever the environment says', async () => {
  const painted = Object.values(await palette(true)).map((paint) => paint('é'));
  expect(new Set(painted).size).toBe(7);
  for (const text of painted) expect(stripVTControlCharacters(text)).toBe('é');
});

test('chalk is loaded only for colours', () => {
  const source = new URL('../../src/terminal/colour.ts', import.meta.url).href;
  const loads = (on: boolean) =>
    execFileSync(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { registerHooks } from 'node:module';
       let loaded = false;
       registerHooks({ resolve(name, context, next) { loaded ||= name === 'chalk'; return next(name, context); } });
       const { palette } = await import(${JSON.stringify(source)});
       await palette(${on});
       process.stdout.write(String(loaded));`,
    ]).toString();
  expect(loads(false)).toBe('false');
  expect(loads(true)).toBe('true');
});
