import { dirname } from 'node:path';
import { expand } from '../src/core/expand.ts';
import { parseQuery } from '../src/core/parse-query.ts';
import type { Selection } from '../src/core/selection.ts';
import { loadKinds } from '../src/registry.ts';
import { sqliteStore } from '../src/store/sqlite/store.ts';
import type { Store } from '../src/store/store.ts';
import { lexiconOf, lexiconText } from '../src/vocabulary/lexicon.ts';
import { concepts } from '../src/vocabulary/load.ts';
import { indexOf } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

const asked = 200;

/** Two hundred mixed questions to a large index inside one process, widened by meaning as the command does it. */
export default (async function* ({ bases, large }) {
  if (!large) return;
  const base = process.env['KOINON_BENCH_BASE'] ?? bases.make('search-large', 100_000);
  koinon(base, '--quiet', 'ingest');
  await using store = sqliteStore(dirname(indexOf(base)), await loadKinds());
  const lexicon = lexiconOf(Buffer.from(lexiconText(concepts)));
  const questions = await mixed(store);
  const round = async () => {
    const times: number[] = [];
    for (const { words, ...filters } of questions) {
      const begun = performance.now();
      const typed = parseQuery(words);
      const query = typed && expand(typed, lexicon);
      await store.search({ limit: 20, ...filters, query });
      times.push(performance.now() - begun);
    }
    return times.toSorted((a, b) => a - b);
  };
  const rounds = [await round(), await round(), await round()];
  const [first = []] = rounds.toSorted((a, b) => at(a, 0.95) - at(b, 0.95));
  yield { what: 'search of 100,000, median of 200', measured: at(first, 0.5), unit: 'ms' };
  const [bar, sky] = [50, 10];
  yield { what: 'search of 100,000, 95th', measured: at(first, 0.95), unit: 'ms', bar, sky };
  const slip = performance.now();
  await store.indexedWords('t');
  yield { what: 'words to correct a slip', measured: performance.now() - slip, unit: 'ms' };
}) satisfies Measurement;

interface Question extends Omit<Selection, 'query'> {
  readonly words: string;
}

const names = [
  'social economy',
  'Tunisie',
  'κοινωνική οικονομία',
  'cooperativa',
  'Occitanie',
  'energy',
];

/** Frequent, middling and rare words, pairs of them, names of concepts, a prefix, and filters beside them. */
async function mixed(store: Store): Promise<readonly Question[]> {
  const words = [...(await store.indexedWords('co'))].sort((a, b) => b.records - a.records);
  const at = (share: number) => words[Math.floor((words.length - 1) * share)]?.word ?? '';
  const country = { any: ['TN'], none: [] };
  return Array.from({ length: asked }, (_, turn): Question => {
    const step = Math.floor(turn / 8);
    const [frequent, middling, rare] = [step / 2_000, 0.05 + step / 200, 0.5 + step / 60].map(at);
    const name = names[step % names.length] ?? '';
    const questions: readonly Question[] = [
      { words: `${frequent}` },
      { words: `${middling}` },
      { words: `${rare}` },
      { words: `${frequent} ${middling}` },
      { words: name },
      { words: `${name} ${frequent}` },
      { words: `${middling?.slice(0, 4)}*`, kind: { any: ['project'], none: [] } },
      { words: step % 2 ? `${frequent}` : '', country, theme: { any: ['sse'], none: [] } },
    ];
    return questions[turn % questions.length] ?? { words: '' };
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}
