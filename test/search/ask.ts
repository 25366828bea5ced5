import type { Command } from '../../src/command.ts';
import partners from '../../src/commands/partners.ts';
import search from '../../src/commands/search.ts';
import { openSession } from '../../src/session/session.ts';
import type { Session } from '../../src/session/session.ts';
import { splitCall } from '../../src/session/split-call.ts';
import type { Heard } from '../surroundings.ts';
import { heard } from '../surroundings.ts';

/** What a search answers to a program. */
interface Answer {
  readonly total: number;
  readonly results: readonly {
    readonly id: string;
    readonly matched: string;
    readonly snippet: string;
  }[];
}

export interface Asker extends AsyncDisposable {
  readonly session: Session;
  readonly noted: readonly string[];
  /** Asks a line as it would be typed, without the name of the command; rejects as the command does. */
  ask(line: string, ...flags: readonly string[]): Promise<Answer>;
  /** Asks a line that begins with the name of its command, `search` or `partners`. */
  call(line: string): Promise<Answer>;
  /** The same, as people see it. */
  shown(line: string, ...flags: readonly string[]): Promise<string>;
}

/** Searches in a base, one session for all of them. */
export async function asker(folder: string): Promise<Asker> {
  const around: Heard = await heard(folder);
  const session = await openSession(around, {
    base: folder,
    language: undefined,
    quiet: false,
    refresh: true,
  });
  const run = async (
    line: string,
    flags: readonly string[],
    command: Command = search,
  ): Promise<string> => {
    const split = splitCall(line);
    if ('problem' in split) throw new Error(split.problem);
    around.written.length = 0;
    const { words, options } = split;
    await command.run(
      {
        words,
        text: (option) => options[option]?.at(-1),
        list: (option) => options[option] ?? [],
        flag: (option) => flags.includes(option),
      },
      session,
    );
    return around.written.join('');
  };
  return {
    session,
    noted: around.noted,
    ask: async (line, ...flags) => JSON.parse(await run(line, ['json', ...flags])) as Answer,
    call: async (line) => {
      const [name = ''] = line.split(' ', 1);
      const command = { search, partners }[name];
      if (!command) throw new Error(`“${name}” is not asked here`);
      return JSON.parse(await run(line.slice(name.length), ['json'], command)) as Answer;
    },
    shown: (line, ...flags) => run(line, flags),
    [Symbol.asyncDispose]: () => session.end(),
  };
}
