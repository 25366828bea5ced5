import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recordsOf } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon, runNode } from './tools/run-node.ts';

/** Three links away from a hub that is linked with all of 10,000 records; the start of Node itself is taken off. */
export default (async function* ({ bases }) {
  const base = bases.make('graph', 10_000);
  const links = recordsOf(base).map((path) => `[[${basename(path, '.md')}]]`);
  writeFileSync(
    join(base, 'organisations', 'hub.md'),
    `---\nkind: organisation\nid: hub\ntitle: Hub\n---\n\n${links.join('\n\n')}\n`,
  );
  koinon(base, 'ingest');
  const bare = least(5, () => runNode(['-e', '0']).wall);
  const neighbours = ['graph', 'neighbours', 'hub', '--depth', '3'];
  const walk = least(5, () => koinon(base, '--no-refresh', ...neighbours).wall);
  yield { what: 'graph, 3 links from a hub', measured: walk - bare, unit: 'ms', bar: 200, sky: 50 };
}) satisfies Measurement;
