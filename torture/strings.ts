import { parse } from 'csv-parse/sync';
import { readdirSync } from 'node:fs';
import { namesIn } from '../src/registry.ts';
import { hostileBase, secret } from './tools/hostile-base.ts';
import { hostileCalls } from './tools/hostile-calls.ts';
import { hostileStrings } from './tools/hostile-strings.ts';
import type { Said } from './tools/host.ts';
import { host } from './tools/hosted.ts';
import { terminalFault } from './tools/terminal-faults.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Hostile texts in every place of a base and of a call, through every command. */
export default async function* strings({ quick, seed }: Wish): AsyncIterable<Row> {
  const all = quick ? hostileStrings.filter((_, at) => at % 12 === 0) : hostileStrings;
  const calls = await hostileCalls(all, quick ? 4 : 150, seed);
  if (quick) yield await callsOf('all commands', [...calls.values()].flat(), all);
  else for (const [name, list] of calls) yield await callsOf(name, list, all);
  yield await callsOf('words that are no command or flag', all.map(misused), all.slice(0, 5));
  yield await cells(all);
}

/** A text where a command, a flag or the value of one is expected. */
function misused(text: string, at: number): readonly string[] {
  const word = text.replaceAll('\0', '');
  const ways = [
    [word],
    ['search', `--${word}`],
    ['check', '--format', word],
    ['--lang', word, 'search', 'a'],
  ];
  return ways[at % ways.length] ?? [];
}

/** What a command does with hostile calls in a hostile base. */
export async function callsOf(
  name: string,
  calls: readonly (readonly string[])[],
  strings: readonly string[],
): Promise<Row> {
  const base = hostileBase(strings);
  const failures: string[] = [];
  const running = host();
  const codes = [0, 0, 0];
  const fail = (words: readonly string[], what: string) =>
    failures.push(`koinon ${words.map((word) => JSON.stringify(word)).join(' ')}\n${what}`);
  try {
    await running.call(base.folder, ['ingest', '--quiet'], 60_000);
    for (const words of calls) {
      try {
        const said = await running.call(base.folder, words, 30_000);
        codes[said.code] = (codes[said.code] ?? 0) + 1;
        const fault = faultOf(said);
        if (fault !== undefined) fail(words, fault);
      } catch (error) {
        fail(words, String(error));
      }
    }
  } finally {
    running.end();
  }
  const trespasses = [
    ...base.trespasses(),
    ...readdirSync('/tmp').filter((each) => /^blns\..*fail$/.test(each)),
  ];
  failures.push(...trespasses);
  const unsure = base.tellsReading ? '' : '; this disk does not tell who reads';
  const remark = `${codes[0]} done, ${codes[1]} with findings, ${codes[2]} refused${unsure}`;
  return { what: name, cases: calls.length, failures, remark };
}

function faultOf({ code, out, error, traces }: Said): string | undefined {
  if (code !== 0 && code !== 1 && code !== 2) return `exit code ${code}: ${error.slice(0, 800)}`;
  if (traces.length > 0) return traces.join();
  if (`${out}${error}`.includes(secret)) return 'a file beside the base is shown';
  const fault = terminalFault(out) ?? terminalFault(error);
  return fault && `on the terminal: ${fault}`;
}

/** Cells of CSV that a spreadsheet would take for a formula. */
export async function cells(strings: readonly string[]): Promise<Row> {
  const base = hostileBase(strings);
  const running = host();
  const failures: string[] = [];
  let cases = 0;
  try {
    const lists = [
      ...namesIn('reports').map((report) => ['export', 'csv', report]),
      ...namesIn('reports').map((report) => ['export', 'csv', report, '--profile', 'excel']),
      ...[
        'search --limit 0',
        'link list',
        'link broken',
        'dedupe --limit 0',
        'partners o0',
        'graph stats',
      ].map((line) => [...line.split(' '), '--format', 'csv']),
    ];
    for (const words of lists) {
      const { out, error, code } = await running.call(base.folder, [...words, '--quiet'], 60_000);
      if (code > 2) failures.push(`${words.join(' ')}: ${error}`);
      if (code === 2) continue;
      const delimiter = words.includes('excel') ? ';' : ',';
      const rows = parse(out, { delimiter, relax_column_count: true, bom: true });
      for (const cell of rows.flat()) {
        cases++;
        if (isFormula(cell)) failures.push(`${words.join(' ')}: ${JSON.stringify(cell)}`);
      }
    }
  } finally {
    running.end();
  }
  return { what: 'cells of CSV', cases, failures };
}

/** What a spreadsheet computes: not a number, and not a phone number. */
function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d\s().,/-]{1,40}(?:[eE][+-]?\d{1,3})?$/.test(cell);
}
