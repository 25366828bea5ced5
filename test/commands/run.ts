import { onTestFinished } from 'vitest';
import type { Call, Command } from '../../src/command.ts';
import { openSession } from '../../src/session/session.ts';
import type { Surroundings } from '../../src/session/session.ts';
import type { Files } from '../base/folder.ts';
import { folderWith } from '../base/folder.ts';
import { heard } from '../surroundings.ts';

/** A call with these words, options and flags. */
export function call(
  words: readonly string[] = [],
  options: Readonly<{ [option: string]: string | true | readonly string[] }> = {},
): Call {
  return {
    words,
    text: (option) => {
      const value = options[option];
      return typeof value === 'string' ? value : undefined;
    },
    list: (option) => {
      const value = options[option];
      return typeof value === 'object' ? value : [];
    },
    flag: (option) => options[option] === true,
  };
}

/** Runs a command in the base that lies in a folder, and gives what it said. */
export async function run(
  command: Command,
  folder: string,
  given: Call,
  more: Partial<Surroundings> = {},
): Promise<{ readonly code: number; readonly written: string; readonly noted: string }> {
  const said = { ...(await heard(folder)), ...more };
  const globals = { base: undefined, language: undefined, quiet: false, refresh: true };
  const session = await openSession(said, globals);
  onTestFinished(() => session.end());
  const code = await command.run(given, session);
  return { code, written: said.written.join(''), noted: said.noted.join('\n') };
}

/** A new base with these files. */
export function base(files: Files): string {
  return folderWith({ 'koinon.yaml': 'name: X\n', ...files });
}
