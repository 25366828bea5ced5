import { readFileSync } from 'node:fs';
import { Command as Program, CommanderError, Option as Flag } from 'commander';
import type { Call, Command, Option } from './command.ts';
import { diskRefusal } from './core/disk-error.ts';
import { UsageError } from './core/usage-error.ts';
import { translated } from './language/translate.ts';
import { load, namesIn } from './registry.ts';
import { languageFor, readLanguage } from './session/call-language.ts';
import { misread } from './session/misread-call.ts';
import { openSession } from './session/session.ts';
import type { Globals, Session, Surroundings } from './session/session.ts';
import { today } from './session/today.ts';
import { colourWanted } from './terminal/colour.ts';
import { toTerminal } from './terminal/text.ts';
import { progress } from './terminal/progress.ts';

/** Something that koinon itself did wrong (sysexits.h: EX_SOFTWARE). */
const defect = 70;

const globalOptions: readonly Option[] = [
  {
    flags: '--base <dir>',
    summary: 'the folder of the base; else KOINON_BASE, else the nearest one upward',
  },
  {
    flags: '--lang <language>',
    summary:
      'language of labels and messages: en, fr, es, it, pt, ca, el, ar; else KOINON_LANG, the base, LANG',
  },
  {
    flags: '--color <when>',
    summary: 'colours',
    choices: ['auto', 'always', 'never'],
    fallback: 'auto',
  },
  { flags: '--quiet', summary: 'no progress and no notes' },
  { flags: '--no-refresh', summary: 'answer from the index as it is' },
];

/** Runs one call and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Program('koinon');
  program
    .description(
      'A knowledge base of the actors of the social and solidarity economy, in a folder of Markdown records.',
    )
    .version(version(), '--version', 'the version of koinon')
    .helpOption('-h, --help', 'this help')
    .helpCommand('help [command]', 'help on a command')
    .showSuggestionAfterError()
    .exitOverride()
    // It is said once, below, in the language of the call.
    .configureOutput({ outputError: () => {} });
  for (const option of globalOptions) program.addOption(flag(option));
  let code = 0;
  const wanted = wantedCommands(argv);
  for (const name of wanted) {
    await add(program, name, async (call, command) => {
      code = await runCommand(command, call, program.opts());
    });
  }
  try {
    await program.parseAsync(wordsLast(argv, flagsWithValue(program)), { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError) || !error.message.startsWith('error: '))
      return failure(error);
    return failure(told(new UsageError(misread(error.message)), spoken(program.opts())));
  }
}

/** `-word` leaves a word out of a search; what begins with a hyphen would be a flag anywhere but at the end. */
function wordsLast(argv: readonly string[], withValue: ReadonlySet<string>): readonly string[] {
  if (argv.includes('--')) return argv;
  const isWord = (each: string, at: number) =>
    each.startsWith('-') &&
    !each.startsWith('--') &&
    /^-[\p{L}\p{N}"(][^=]/u.test(each) &&
    !/^-[oh]$/.test(each) &&
    !withValue.has(argv[at - 1] ?? '');
  const words = argv.filter(isWord);
  const others = argv.filter((each, at) => !isWord(each, at));
  return words.length === 0 ? argv : [...others, '--', ...words];
}

/** The flags after which a value stands, and that may begin with a hyphen: `--sort -start`. */
function flagsWithValue(program: Program): ReadonlySet<string> {
  const own = program.options
    .filter(({ required }) => required)
    .flatMap(({ short, long }) => [short ?? '', long ?? '']);
  return new Set([...own, ...program.commands.flatMap((each) => [...flagsWithValue(each)])]);
}

/** The one command that the words name, so that nothing else is loaded; all of them where help may be wanted. */
function wantedCommands(argv: readonly string[]): readonly string[] {
  const names = namesIn('commands');
  const words: string[] = [];
  for (let at = 0; at < argv.length && words.length < 2; at++) {
    const word = argv[at] ?? '';
    if (/^--(?:base|lang|color)$/.test(word)) at++;
    else if (!word.startsWith('-')) words.push(word);
  }
  const [first = '', second = ''] = words;
  const found = names.filter((name) => name === first || name === `${first} ${second}`);
  return found.length === 1 ? found : names;
}

async function add(
  program: Program,
  name: string,
  run: (call: Call, command: Command) => Promise<void>,
): Promise<void> {
  const command = await load<Command>('commands', name);
  const words = name.split(' ');
  let parent = program;
  for (const group of words.slice(0, -1)) {
    parent =
      parent.commands.find((each) => each.name() === group) ??
      parent.command(group).description(groupSummary(group));
    parent.helpCommand(false);
  }
  const leaf = parent.command(words.at(-1) ?? name).description(command.summary);
  for (const argument of command.arguments ?? []) leaf.argument(argument.name, argument.summary);
  for (const option of command.options ?? []) leaf.addOption(flag(option));
  leaf.addHelpText('after', () => examples(command));
  leaf.configureHelp({ showGlobalOptions: true });
  leaf.action(async () => {
    await run(callOf(leaf), command);
  });
}

const groups: { readonly [group: string]: string } = {
  link: 'links of records',
  graph: 'the network',
  export: 'summaries for spreadsheets',
  consortium: 'consortia and the rules of calls',
};

function groupSummary(group: string): string {
  const members = namesIn('commands').filter((name) => name.startsWith(`${group} `));
  return `${groups[group] ?? group}: ${members.map((name) => name.slice(group.length + 1)).join(', ')}`;
}

function flag({ flags, summary, many, choices, fallback }: Option): Flag {
  const made = new Flag(flags, summary);
  if (choices) made.choices(choices);
  if (many)
    made.argParser((value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      value,
    ]);
  if (fallback !== undefined) made.default(fallback);
  return made;
}

function callOf(leaf: Program): Call {
  const given: Readonly<{ [option: string]: unknown }> = leaf.opts();
  const value = (option: string) =>
    given[option.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  return {
    words: leaf.args,
    text: (option) => {
      const text = value(option);
      return typeof text === 'string' ? text : undefined;
    },
    list: (option) => {
      const list = value(option);
      return Array.isArray(list) ? list.map(String) : [];
    },
    flag: (option) => value(option) === true,
  };
}

function examples({ examples: list }: Command): string {
  return `\nExamples:\n${list.map(({ call, does }) => `  ${call}\n      ${does}`).join('\n')}`;
}

async function runCommand(
  command: Command,
  call: Call,
  options: Readonly<{ [option: string]: unknown }>,
  isAgain = false,
): Promise<number> {
  const globals: Globals = {
    base: textOf(options['base']),
    language: readLanguage(options['lang'] ?? process.env['KOINON_LANG']),
    quiet: options['quiet'] === true,
    refresh: options['refresh'] !== false || isAgain,
  };
  let session: Session | undefined;
  try {
    session = await openSession(surroundings(options['color'], globals.quiet), globals);
    return await command.run(call, session);
  } catch (error) {
    if (isAgain || !session?.canAnswerAnew(error))
      throw told(error, session?.language ?? spoken(options));
    session.note('The index was damaged and is made anew');
  } finally {
    await session?.end();
  }
  return runCommand(command, call, options, true);
}

/** The same error in a language, where it is one of the user's. */
function told(error: unknown, language: string): unknown {
  const say = (message: string) => translated(message, language);
  if (error instanceof UsageError) return new UsageError(say(error.message), { cause: error });
  if (error instanceof Error && error.name === 'ExitPromptError')
    return new UsageError(say(stopped), { cause: error });
  const refusal = diskRefusal(error, say);
  return refusal === undefined ? error : new UsageError(refusal, { cause: error });
}

/** The language of a call without a session, whether or not its options can be used. */
function spoken(options: Readonly<{ [option: string]: unknown }>): string {
  const asked = textOf(options['lang']) ?? process.env['KOINON_LANG'];
  return languageFor(textOf(options['base']), asked, process.cwd(), process.env);
}

function textOf(option: unknown): string | undefined {
  return typeof option === 'string' ? option : undefined;
}

function surroundings(colour: unknown, quiet: boolean): Surroundings {
  const { stdout, stderr, env } = process;
  const wish = colour === 'always' || colour === 'never' ? colour : 'auto';
  // Asked in this order: a stdin that nobody will read takes 4 ms to be made.
  const answering = stderr.isTTY && process.stdin.isTTY;
  return {
    folder: process.cwd(),
    env,
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    input: () => process.stdin,
    note: (text) => stderr.write(`${toTerminal(text)}\n`),
    show: (text) => stderr.write(`${text}\n`),
    width: stdout.isTTY ? stdout.columns : undefined,
    colour: colourWanted({ flag: wish, env, isTerminal: stdout.isTTY }),
    ...(answering
      ? {
          prompts: async (told) => {
            const { inquirerPrompts } = await import('./session/prompts.ts');
            return inquirerPrompts({ input: process.stdin, output: stderr }, told);
          },
        }
      : {}),
    progress: (label, told) => progress(stderr, label, { isTerminal: stderr.isTTY, quiet, told }),
    call: main,
    today: today(env['SOURCE_DATE_EPOCH']),
  };
}

const stopped = 'stopped; nothing is written';

/** What went wrong, said once, with the exit code that it means. */
function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    process.stderr.write(`koinon: ${toTerminal(error.message)}\n`);
    return 2;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    process.stderr.write(`koinon: ${stopped}\n`);
    return 2;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  const refusal = diskRefusal(error);
  if (refusal !== undefined) {
    process.stderr.write(`koinon: ${toTerminal(refusal)}\n`);
    return 2;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `koinon: this is a defect of koinon; please report it with the lines below\n${toTerminal(trace, { lines: true })}\n`,
  );
  return defect;
}

// `koinon … | head` is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
