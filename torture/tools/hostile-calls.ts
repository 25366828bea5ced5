import fc from 'fast-check';
import type { Command, Option } from '../../src/command.ts';
import { load, namesIn } from '../../src/registry.ts';

/** Calls of every command, found by their folder, with hostile texts wherever a text may stand. */
export async function hostileCalls(
  strings: readonly string[],
  count: number,
  seed: number,
): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const calls = new Map<string, readonly (readonly string[])[]>();
  for (const name of namesIn('commands')) {
    if (name === 'tour') continue;
    const command = await load<Command>('commands', name);
    const made = fc.sample(callOf(name, command, strings), { numRuns: count, seed });
    calls.set(name, [[...name.split(' '), '--help'], name.split(' '), ...made]);
  }
  return calls;
}

function callOf(
  name: string,
  command: Command,
  strings: readonly string[],
): fc.Arbitrary<readonly string[]> {
  const words = (command.arguments ?? []).map(({ name: argument }) =>
    fc.option(
      isPath(argument, name)
        ? pathText(strings)
        : fc.oneof(
            anyOf(strings),
            fc.constantFrom('o0', 'o1', 'p1', 'organisation', 'participants', 'records'),
          ),
      { nil: undefined, freq: argument.startsWith('[') ? 3 : 20 },
    ),
  );
  const options = (command.options ?? []).map((option) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: flagOf(option, strings) },
    ),
  );
  const general = fc.option(
    fc.constantFrom(['--lang', 'ar'], ['--lang', 'fr'], ['--quiet'], ['--no-refresh']),
    { nil: undefined },
  );
  return fc
    .tuple(fc.tuple(...words), fc.tuple(...options), general, fc.boolean())
    .map(([given, flags, more, fenced]) => [
      ...name.split(' '),
      ...flags.flatMap((each) => each ?? []),
      ...(more ?? []),
      '--color',
      'always',
      ...(fenced ? ['--'] : []),
      ...given.flatMap((each) => each ?? []),
    ]);
}

function flagOf(option: Option, strings: readonly string[]): fc.Arbitrary<readonly string[]> {
  const [long = ''] = /--[a-z-]+/.exec(option.flags) ?? [];
  const value = /<(.+)>/.exec(option.flags)?.[1];
  if (value === undefined) return fc.constant([long]);
  if (option.choices) return fc.constantFrom(...option.choices).map((choice) => [long, choice]);
  const text = isPath(value, '') ? pathText(strings) : anyOf(strings);
  return text.chain((each) =>
    fc.constantFrom(
      [long, each],
      [`${long}=${each}`],
      [long, value.includes('=') ? `title=${each}` : each],
    ),
  );
}

/** People may name any file for these; that they do so is no way out of the base. */
function isPath(name: string, command: string): boolean {
  return /file|dir|folder/.test(name) || /^(?:import|eval|init)$/.test(command);
}

function anyOf(strings: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...strings).map((text) => text.replaceAll('\0', ''));
}

function pathText(strings: readonly string[]): fc.Arbitrary<string> {
  return anyOf(strings.filter((text) => !/[/\\]|^\.+$/.test(text)));
}
