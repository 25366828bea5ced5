import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bytesOf, dropIndex, floor, indexOf, recordsOf } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

const goes = 5;

/** Within two seconds of its last change a file is looked at again anyway. */
const settled = 2_500;

/** Bringing the index of 10,000 records up to date; floor and ingest take turns, so that both meet the same noise. */
export default (async function* ({ bases }) {
  const base = bases.make('ingest', 10_000);
  let memory = 0;
  let floorTime = Infinity;
  const cold = least(goes, () => {
    floorTime = Math.min(floorTime, floor(base));
    dropIndex(base);
    const usage = koinon(base, 'ingest');
    memory = Math.max(memory, usage.memory);
    return usage.wall;
  });
  yield { what: 'ingest of 10,000 ÷ floor', measured: cold / floorTime, bar: 2, sky: 1 };
  yield { what: 'memory of that ingest', measured: memory, unit: 'MB' };

  const records = recordsOf(base);
  const size = bytesOf([indexOf(base)]) / bytesOf(records);
  yield { what: 'index ÷ records', measured: size, bar: 3, sky: 2 };

  await wait(settled);
  koinon(base, 'ingest');
  const nothing = least(goes, () => koinon(base, 'ingest').wall);
  yield {
    what: 'ingest, nothing changed ÷ floor',
    measured: nothing / floorTime,
    bar: 0.15,
    sky: 0.05,
  };

  let one = Infinity;
  for (const path of records.slice(0, goes)) {
    appendFileSync(path, '\nOne sentence more.\n');
    one = Math.min(one, koinon(base, 'ingest').wall);
    await wait(settled);
    koinon(base, 'ingest');
  }
  yield { what: 'ingest, one changed ÷ floor', measured: one / floorTime, bar: 0.2, sky: 0.06 };
}) satisfies Measurement;
