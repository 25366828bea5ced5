import { mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command, ExitCode } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from '../session/session.ts';
import { shippedFolder } from '../shipped.ts';

/** The records that come with koinon. */
const example = shippedFolder('base');

/** What somebody does on a first day, in order. */
const steps: readonly { readonly says: string; readonly words: readonly string[] }[] = [
  { says: 'A folder of records becomes an index', words: ['ingest'] },
  {
    says: 'Which projects in Tunisia or Jordan are about social inclusion?',
    words: [
      'search',
      '--kind',
      'project',
      '--country',
      'Tunisie',
      '--country',
      'JO',
      '--theme',
      'social-inclusion',
    ],
  },
  {
    says: 'Who in Spain works on the social and solidarity economy?',
    words: [
      'search',
      '--kind',
      'organisation',
      '--country',
      'Spain',
      '--theme',
      'sse',
      '--limit',
      '5',
    ],
  },
  {
    says: 'Where do the records speak of training?',
    words: ['search', 'training', '--limit', '4'],
  },
];

const reports: readonly (readonly string[])[] = [
  ['partners-by-country'],
  ['country-totals'],
  ['project-summary'],
  ['project-partners'],
  ['participants', 'imc-wg-montpellier'],
];

export default {
  summary: 'shows what koinon does, on the example base that comes with it',
  options: [
    {
      flags: '-o, --output <dir>',
      summary: 'where the files for the conference go',
      fallback: 'conference',
    },
  ],
  examples: [
    {
      call: 'koinon tour',
      does: 'reads the example base, searches it and writes CSV files for a conference',
    },
  ],
  run: async (call, session) => {
    const output = call.text('output') ?? 'conference';
    const folder = resolve(session.surroundings.folder, output);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
      throw new UsageError(`${output} is a file; name a folder with --output, or a new one`);
    let worst = 0;
    for (const { says, words } of steps) {
      await title(says, words, session);
      worst = Math.max(worst, await session.surroundings.call(['--base', example, ...words]));
    }
    worst = Math.max(worst, await writeReports(folder, session));
    await sayNext(session);
    return exitCode(worst);
  },
} satisfies Command;

function exitCode(code: number): ExitCode {
  return code > 1 ? 2 : code === 1 ? 1 : 0;
}

async function title(
  says: string,
  words: readonly string[],
  { palette, told, write }: Session,
): Promise<void> {
  await write(`\n${palette.strong(told(says))}\n${palette.quiet(`$ koinon ${words.join(' ')}`)}\n`);
}

/** Lists the files that were written, and gives the worst exit code. */
async function writeReports(folder: string, session: Session): Promise<number> {
  mkdirSync(folder, { recursive: true });
  await title(
    'The summaries for a conference, ready for a spreadsheet',
    [
      'export',
      'csv',
      'partners-by-country',
      '--profile',
      'excel',
      '--output',
      'partners-by-country.csv',
    ],
    session,
  );
  let worst = 0;
  for (const words of reports) {
    const path = join(folder, `${words[0]}.csv`);
    const code = await session.surroundings.call([
      '--base',
      example,
      '--quiet',
      'export',
      'csv',
      ...words,
      '--profile',
      'excel',
      '--output',
      path,
    ]);
    worst = Math.max(worst, code);
    if (code < 2) await session.write(`  ${path}\n`);
  }
  return worst;
}

async function sayNext({ palette, told, write, surroundings }: Session): Promise<void> {
  const base = relative(surroundings.folder, example) || '.';
  const next = [
    [`koinon --base ${base} show medtown`, 'one record with its links'],
    [`koinon --base ${base} graph path iesmed medcoop`, 'through whom two know each other'],
    ['koinon init my-network', 'a base of your own'],
    ['koinon --help', 'everything else'],
  ] as const;
  await write(
    `\n${palette.strong(told('Try next'))} ${told('(from a copy of the project, “npx koinon” for “koinon”)')}\n`,
  );
  for (const [words, does] of next) await write(`  ${words}\n      ${told(does)}\n`);
}
