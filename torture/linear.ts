import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { koinon, playground } from './tools/koinon.ts';
import type { Pathological } from './tools/pathological.ts';
import { pathological } from './tools/pathological.ts';
import { each } from './tools/side-by-side.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Every call ends within these: milliseconds beyond what it takes for a short text, and megabytes. */
const bounds = { wall: 2_000, memory: 512 };

/** An import also looks for all that a text says: a book of 1 MB takes longer to understand than to read. */
const understanding = 8_000;

const calls: readonly (readonly string[])[] = [
  ['ingest'],
  ['check'],
  ['search', 'a'],
  ['show', 'p'],
  ['link', 'suggest'],
  ['import', 'p.txt', '--dry-run'],
  ['import', 'p.md', '--dry-run'],
  ['import', 'p.html', '--dry-run'],
];

/** Those that come before the imports. */
const plainCalls = calls.findIndex(([name]) => name === 'import');

/** Texts that are slow for careless readers, through every call that reads them. */
export default async function* linear({ quick }: Wish): AsyncIterable<Row> {
  const chosen = quick ? pathological.filter((_, at) => at % 40 === 5) : pathological;
  const start = new Map<string, number>();
  for await (const { call, wall } of measured({ name: 'short', make: () => 'A text.' }, 10))
    start.set(call, wall);
  for (const size of quick ? [1_000_000] : [20_000, 1_000_000]) {
    const rows = new Map(
      calls.map((words) => [
        words.join(' '),
        { cases: 0, failures: [] as string[], most: 0, memory: 0 },
      ]),
    );
    await each(chosen.entries(), 2, async ([number, text]) => {
      // A text is understood alike whatever file it came in: in a quick run each comes in another.
      const isWanted = (at: number) => !quick || at < plainCalls || (at - number) % 3 === 0;
      for await (const { call, wall, memory, failure } of measured(text, size, start, isWanted)) {
        const row = rows.get(call);
        if (!row) continue;
        row.cases++;
        row.most = Math.max(row.most, wall - (start.get(call) ?? 0));
        row.memory = Math.max(row.memory, memory);
        if (failure !== undefined) row.failures.push(`${text.name}: ${failure}`);
      }
    });
    for (const [call, { cases, failures, most, memory }] of rows)
      yield {
        what: `${call}, ${size / 1_000} kB`,
        cases,
        failures,
        remark: `at most ${Math.round(most)} ms more than a short text, ${Math.round(memory)} MB`,
      };
  }
}

interface Measured {
  readonly call: string;
  readonly wall: number;
  readonly memory: number;
  readonly failure?: string;
}

async function* measured(
  { make }: Pathological,
  size: number,
  start: ReadonlyMap<string, number> = new Map(),
  isWanted: (at: number) => boolean = () => true,
): AsyncIterable<Measured> {
  const folder = mkdtempSync(join(playground, 'linear-'));
  const text = make(size);
  const record = text.startsWith('---\n') ? text : `---\nkind: project\ntitle: A\n---\n${text}\n`;
  mkdirSync(join(folder, 'projects'));
  mkdirSync(join(folder, 'organisations'));
  writeFileSync(join(folder, 'koinon.yaml'), 'name: X\n');
  writeFileSync(join(folder, 'projects', 'p.md'), record);
  writeFileSync(
    join(folder, 'organisations', 'a.md'),
    '---\ntitle: Union of Work\nacronym: ABC\n---\n',
  );
  for (const name of ['p.txt', 'p.md', 'p.html']) writeFileSync(join(folder, name), text);
  // What lies in the base itself is no record, so that only one file is read.
  writeFileSync(join(folder, 'p.md'), text.startsWith('---\n') ? text : `${text}\n`);
  for (const words of calls.filter((_, at) => isWanted(at))) {
    const isBook = words[0] === 'import' && size >= 1_000_000;
    const most =
      bounds.wall + (isBook ? understanding : 0) + (start.get(words.join(' ')) ?? 20_000);
    const once = async () => {
      const ended = await koinon(folder, words, { env: { TORTURE_USAGE: '1' }, killAfter: 20_000 });
      const memory = ended.told ?? 0;
      const { code, signal, wall } = ended;
      const failure =
        signal !== null
          ? 'longer than 20 s'
          : code === null || code > 2
            ? `exit code ${code}: ${ended.error.slice(0, 300)}`
            : wall > most
              ? `${Math.round(wall)} ms`
              : memory > bounds.memory
                ? `${Math.round(memory)} MB`
                : undefined;
      return { call: words.join(' '), wall, memory, ...(failure === undefined ? {} : { failure }) };
    };
    const first = await once();
    // The machine may have been busy with something else.
    const second = first.failure?.endsWith(' ms') ? await once() : first;
    yield second;
  }
  rmSync(folder, { recursive: true });
}
