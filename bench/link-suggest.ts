import { floor } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon } from './tools/run-node.ts';

const goes = 3;

/** Mentions that are no links yet, looked for in all texts of 10,000 records. */
export default (async function* ({ bases }) {
  const base = bases.make('link-suggest', 10_000);
  koinon(base, 'ingest');
  const floorTime = least(goes, () => floor(base));
  const suggested = least(goes, () => koinon(base, '--no-refresh', 'link', 'suggest').wall);
  yield { what: 'link suggest in 10,000 ÷ floor', measured: suggested / floorTime, bar: 10 };
}) satisfies Measurement;
