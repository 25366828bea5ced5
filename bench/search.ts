import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon, runNode } from './tools/run-node.ts';

const goes = 7;

/** One search in an index of 10,000 records, measured in the time that the processor spends on it. */
export default (async function* ({ bases }) {
  const base = bases.make('search', 10_000);
  koinon(base, 'ingest');
  const bare = least(goes, () => runNode(['-e', '0']).cpu);
  const search = least(goes, () => koinon(base, '--no-refresh', 'search', 'Occitanie').cpu);
  const refreshed = least(goes, () => koinon(base, 'search', 'Occitanie').cpu);
  yield { what: 'search ÷ node -e 0', measured: search / bare, bar: 3, sky: 2 };
  yield { what: 'search with a look at every file ÷ node -e 0', measured: refreshed / bare };
}) satisfies Measurement;
