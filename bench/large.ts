import { dropIndex } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

/** Ten times the records: time must grow no faster, and memory must not grow with them. */
export default (async function* ({ bases, large }) {
  if (!large) return;
  const small = bases.make('small', 10_000);
  const base = bases.make('large', 100_000);
  let memory = 0;
  const times = [small, base].map((each) =>
    least(2, () => {
      dropIndex(each);
      const usage = koinon(each, 'ingest');
      memory = Math.max(memory, usage.memory);
      return usage.wall;
    }),
  );
  const [short = NaN, long = NaN] = times;
  yield { what: 'ingest of 100,000 ÷ of 10,000', measured: long / short, bar: 11, sky: 10 };
  yield { what: 'memory, ingest of 100,000', measured: memory, unit: 'MB', bar: 500, sky: 250 };
}) satisfies Measurement;
