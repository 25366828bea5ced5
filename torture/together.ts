import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { koinon, playground } from './tools/koinon.ts';
import { partOfBase, sharedBase } from './tools/shared-base.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Eight readers and four writers at once, each a process a call, for some seconds. */
export default async function* together({ seconds }: Wish): AsyncIterable<Row> {
  const folder = mkdtempSync(join(playground, 'together-'));
  sharedBase(folder);
  await koinon(folder, ['ingest', '--quiet']);
  const until = performance.now() + seconds * 1_000;
  const rows = await Promise.all([
    ...readers.map((reader) => repeat(folder, reader, until)),
    ...readers.map((reader) => repeat(folder, reader, until)),
    ...writers.map((writer) => repeat(folder, writer, until)),
  ]);
  const byName = new Map<string, Row>();
  for (const row of rows) {
    const earlier = byName.get(row.what);
    byName.set(row.what, {
      what: row.what,
      cases: row.cases + (earlier?.cases ?? 0),
      failures: [...(earlier?.failures ?? []), ...row.failures],
    });
  }
  yield* byName.values();
  // What was written last nobody has read yet: the next plain run must bring the index to what the files say.
  await koinon(folder, ['ingest', '--quiet']);
  const after = await koinon(folder, ['doctor', '--deep', '--quiet']);
  const failures = after.code === 0 ? [] : [`${after.code}: ${after.out}${after.error}`];
  yield { what: 'the base when all have ended', cases: 1, failures };
}

interface Part {
  readonly name: string;
  /** The words of the call of that number, and what has to be done before it. */
  readonly words: (number: number, folder: string) => readonly string[];
  /** What is wrong with an answer. */
  readonly fault?: (out: string) => string | undefined;
  /** Refusals that are no fault, since another writer came first. */
  readonly mayRefuse?: RegExp;
}

const readers: readonly Part[] = [
  {
    name: 'search',
    words: () => ['search', 'saltworks', '--limit', '0', '--json'],
    fault: (out) => partOfBase.hits(JSON.parse(out)),
  },
  {
    name: 'partners',
    words: () => ['partners', 'hub', '--limit', '0', '--json'],
    fault: (out) => partOfBase.partners(JSON.parse(out)),
  },
  {
    name: 'show',
    words: (number) => ['show', `Project ${number % partOfBase.projects}`, '--json'],
    fault: (out) => partOfBase.links(JSON.parse(out)),
  },
  {
    name: 'export',
    words: () => ['export', 'csv', 'project-summary'],
    fault: (out) => partOfBase.summary(out),
  },
];

const meanwhile = /in the meantime|is gone|There is no record|already/;

const writers: readonly Part[] = [
  {
    name: 'ingest while files change',
    words: (number, folder) => {
      const at = number % partOfBase.projects;
      writeFileSync(join(folder, 'projects', `p${at}.md`), partOfBase.project(at, number));
      return number % 3 === 0 ? ['ingest', '--force', '--quiet'] : ['ingest', '--quiet'];
    },
  },
  {
    name: 'rename there and back',
    words: (number) =>
      number % 2 === 0 ? ['rename', 'moving', 'moved-on'] : ['rename', 'moved-on', 'moving'],
    mayRefuse: meanwhile,
  },
  {
    name: 'new',
    words: (number) => ['new', 'organisation', '--set', `title=Newcomer ${number}`, '--quiet'],
    mayRefuse: meanwhile,
  },
  {
    name: 'import, review, apply',
    words: (number, folder) => {
      const step = number % 3;
      if (step === 0) writeFileSync(join(folder, 'report.txt'), partOfBase.report(number));
      const calls = [
        ['import', 'report.txt'],
        ['review', '--accept', 'all'],
        ['apply', '--by', 'me'],
      ];
      return calls[step] ?? [];
    },
    mayRefuse: /in the meantime|There is no draft/,
  },
];

async function repeat(folder: string, part: Part, until: number): Promise<Row> {
  const failures: string[] = [];
  let cases = 0;
  for (; performance.now() < until; cases++) {
    const words = part.words(cases, folder);
    const { code, signal, out, error } = await koinon(folder, words, { killAfter: 60_000 });
    const told = `koinon ${words.join(' ')}: ${code ?? signal} ${error.slice(0, 500)}`;
    if (code === 2 && part.mayRefuse?.test(error)) continue;
    if ((code !== 0 && code !== 1) || /SQLITE|locked|busy/i.test(error)) {
      failures.push(told);
      continue;
    }
    try {
      const fault = part.fault?.(out);
      if (fault !== undefined) failures.push(`koinon ${words.join(' ')}: ${fault}`);
    } catch (problem) {
      failures.push(`${told}: ${String(problem)}: ${out.slice(0, 200)}`);
    }
  }
  return { what: part.name, cases, failures };
}
