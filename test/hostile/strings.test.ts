import { expect, test } from 'vitest';
import { callsOf, cells } from '../../torture/strings.ts';
import { hostileCalls } from '../../torture/tools/hostile-calls.ts';
import { hostileStrings } from '../../torture/tools/hostile-strings.ts';
import { terminalFault } from '../../torture/tools/terminal-faults.ts';

const seed = Number(process.env['KOINON_SEED'] ?? 3);
const strings = hostileStrings.filter((_, at) => at % 8 === 0);

test('hostile texts in every command: no crash, no escape, no way out of the base, no code', async () => {
  const calls = [...(await hostileCalls(strings, 4, seed)).values()].flat();
  expect((await callsOf('all', calls, strings)).failures).toEqual([]);
});

test('no cell of CSV is a formula', async () => {
  const { cases, failures } = await cells(strings.slice(0, 20));
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(1_000);
});

test.each([
  '\u001b[2J',
  '\u009b31m',
  'a\rb',
  '\u202eb',
  '\u2066b',
  '\u2068b',
  '\ud800',
  '\u2028',
  '\u0007',
])('what is looked for is found: %j', (text) => {
  expect(terminalFault(`before ${text} after`)).toBeDefined();
});

test('colours, lines and isolated Arabic are no fault', () => {
  expect(terminalFault('\u001b[1ma\u001b[22m\n\u2068المغرب\u2069\n')).toBeUndefined();
});
