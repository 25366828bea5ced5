import { indexOf } from './tools/bases.ts';
import type { Measurement } from './tools/measurement.ts';
import { least } from './tools/measurement.ts';
import { koinon, runNode } from './tools/run-node.ts';

/** What the table shows, read and printed with SQL and nothing else; `process.argv[1]` is the index. */
const bare = `
const Database = require('better-sqlite3');
const database = new Database(process.argv[1], { readonly: true });
const rows = database.prepare(\`
  select f.value as country, r.id, r.title, r.fields,
    (select count(distinct l.source) from link l where l.found = r.key and l.relation in ('lead', 'partners')) as projects,
    (select group_concat(distinct p.title) from link l join record p on p.key = l.source
      where l.found = r.key and l.relation in ('lead', 'partners')) as titles
  from record r join facet f on f.record = r.key and f.field = 'countries'
  where r.kind = 'organisation' order by f.value, r.title\`).raw().all();
process.stdout.write(rows.map((row) => row.map((cell) => '"' + String(cell).replaceAll('"', '""') + '"').join(',')).join('\\n'));
`;

/** The summary that is exported most, as a whole process, against a bare one that reads the same rows. */
export default (async function* ({ bases, large }) {
  const records = large ? 100_000 : 10_000;
  const base = bases.make('export', records);
  koinon(base, 'ingest');
  const sql = least(5, () => runNode(['-e', bare, indexOf(base)]).wall);
  const call = ['--no-refresh', 'export', 'csv', 'partners-by-country'];
  const exported = least(5, () => koinon(base, ...call).wall);
  const what = `export of ${records.toLocaleString('en')} records ÷ bare SQL`;
  yield { what, measured: exported / sql, bar: 2, sky: 1.2 };
}) satisfies Measurement;
