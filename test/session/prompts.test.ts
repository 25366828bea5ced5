import { expect, test } from 'vitest';
import { base } from '../commands/run.ts';
import { heard } from '../surroundings.ts';

test('the keys of a question are told in the language', async () => {
  const { prompts, screen, keyboard } = await heard(base({}), { answering: true });
  const { choose, tick } = (await prompts?.((message) => `<${message}>`)) ?? {};
  const asked = tick?.('Which?', [{ name: 'One', value: 'one', ticked: true }]);
  keyboard.write('\r');
  expect(await asked).toEqual(['one']);
  const chosen = choose?.('Which?', [{ name: 'One', value: 'one' }]);
  keyboard.write('\r');
  expect(await chosen).toBe('one');
  const shown = String(screen.read());
  for (const words of ['<space> <selects>', '<turns all>', '<goes on>', '<moves>'])
    expect(shown).toContain(words);
  expect(shown).not.toMatch(/navigate|submit|invert/);
});
