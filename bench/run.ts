import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { hasData, temporaryBases } from './tools/bases.ts';
import type { Measurement, Row } from './tools/measurement.ts';

// npm run bench [-- --small] [-- ingest search …]: every file beside this one is a measurement; each figure is the least of several goes.
// With --small it takes a third of the time, and leaves out what needs 100,000 records.
const words = process.argv.slice(2);
const large = !words.includes('--small');
const named = words.filter((word) => !word.startsWith('--'));

if (hasData) process.exitCode = await measureAll();
else print('skipped, no data: ../shared/bench is not there');

async function measureAll(): Promise<number> {
  using bases = temporaryBases();
  print(
    `Node ${process.versions.node}, ${availableParallelism()} processors; least of several goes`,
  );
  print(line('what', 'measured', 'bar', 'sky', 'verdict'));
  let short = 0;
  for (const name of measurements()) {
    const { default: measure } = (await import(`./${name}.ts`)) as { default: Measurement };
    for await (const row of measure({ bases, large })) {
      print(lineOf(row));
      if (verdictOf(row) === 'SHORT') short++;
    }
  }
  return short > 0 ? 1 : 0;
}

function measurements(): string[] {
  return readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'run.ts')
    .map(({ name }) => name.slice(0, -3))
    .filter((name) => named.length === 0 || named.includes(name))
    .sort();
}

function verdictOf({ measured, bar, sky }: Row): string {
  if (bar === undefined) return '';
  if (!(measured <= bar)) return 'SHORT';
  return sky !== undefined && measured <= sky ? 'met, sky' : 'met';
}

function lineOf(row: Row): string {
  const shown = (value: number | undefined) =>
    value === undefined ? '–' : row.unit ? `${Math.round(value)} ${row.unit}` : value.toFixed(2);
  return line(row.what, shown(row.measured), shown(row.bar), shown(row.sky), verdictOf(row));
}

function line(what: string, ...cells: readonly string[]): string {
  return `${what.padEnd(46)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
