/** What a stretch of text means; the colour follows from it. */
type Meaning = 'error' | 'warning' | 'info' | 'strong' | 'quiet' | 'match' | 'id';

/** One function for each meaning: takes safe text, gives it as it is to be shown. */
export type Palette = Readonly<Record<Meaning, (text: string) => string>>;

const same = (text: string): string => text;

const PLAIN: Palette = {
  error: same,
  warning: same,
  info: same,
  strong: same,
  quiet: same,
  match: same,
  id: same,
};

/** Whether colours are wanted: the flag decides, else `NO_COLOR`, else `FORCE_COLOR`, else a terminal that can show them. */
export function colourWanted({
  flag = 'auto',
  env,
  isTerminal,
}: {
  readonly flag?: 'auto' | 'always' | 'never';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The palette to write with; without colours nothing is loaded and every text stays itself. */
export async function palette(on: boolean): Promise<Palette> {
  if (!on) return PLAIN;
  const { Chalk } = await import('chalk');
  // The sixteen colours follow the user's own theme, light or dark.
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.blue,
    strong: chalk.bold,
    quiet: chalk.dim,
    match: chalk.bold.yellow,
    id: chalk.cyan,
  };
}
