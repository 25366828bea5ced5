import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recordsOf } from './tools/bases.ts';
import type { Measurement, Row } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon, runNode } from './tools/run-node.ts';

/** Three links away from a hub that is linked with 10,000 records of so many; the start of Node itself is taken off. */
export default (async function* ({ bases, large }) {
  yield* walked(bases.make('graph', 10_000), 'graph, 3 links from a hub');
  if (large)
    yield* walked(bases.make('graph-large', 100_000), 'graph at 100,000, 3 links from a hub');
}) satisfies Measurement;

function* walked(base: string, what: string): Iterable<Row> {
  const links = recordsOf(base)
    .slice(0, 10_000)
    .map((path) => `[[${basename(path, '.md')}]]`);
  writeFileSync(
    join(base, 'organisations', 'hub.md'),
    `---\nkind: organisation\nid: hub\ntitle: Hub\n---\n\n${links.join('\n\n')}\n`,
  );
  koinon(base, 'ingest');
  const bare = least(5, () => runNode(['-e', '0']).wall);
  const neighbours = ['graph', 'neighbours', 'hub', '--depth', '3'];
  const walk = least(5, () => koinon(base, '--no-refresh', ...neighbours).wall);
  yield { what, measured: walk - bare, unit: 'ms', bar: 200, sky: 50 };
}
