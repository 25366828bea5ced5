import type { Command } from '../../command.ts';
import { neighbours } from '../../core/graph.ts';
import type { Cell } from '../../core/table.ts';
import { UsageError } from '../../core/usage-error.ts';
import { edgesOfStore, readRelations } from '../../session/edges.ts';
import { findOne } from '../../session/find-one.ts';
import { formatOptions } from '../../session/format-options.ts';

/** More than a person or a drawing can hold; the limit says so when it cuts. */
const most = 1_000;

export default {
  summary: 'lists the records around one, nearest first',
  arguments: [{ name: '<record>', summary: 'an id, a title, an acronym or an alias' }],
  options: [
    { flags: '--depth <n>', summary: 'how many links away', fallback: '1' },
    {
      flags: '--relation <name>',
      summary: 'only along this relation: partners, lead, member_of, mentions …',
      many: true,
    },
    { flags: '--limit <n>', summary: `at most so many records; 0 for all (usually ${most})` },
    ...formatOptions({ json: 'records and links as one JSON document', fallback: 'table' }),
  ],
  examples: [
    { call: 'koinon graph neighbours medtown', does: 'who and what the project is linked with' },
    {
      call: 'koinon graph neighbours acpp --depth 2 --relation partners --relation lead',
      does: 'partners of partners',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const start = await findOne(store, call.words[0] ?? '');
    const depth = wholeNumber('depth', call.text('depth') ?? '1');
    const limit = wholeNumber('limit', call.text('limit') ?? String(most));
    const edgesOf = edgesOfStore(store, readRelations(call, session));
    const walked = await neighbours(start.key, depth, limit === 0 ? Infinity : limit, edgesOf);
    const names = await store.names([...walked.distance.keys()]);
    const found = [...names.values()]
      .map((name) => ({ ...name, distance: walked.distance.get(name.key) ?? 0 }))
      .filter(({ distance }) => distance > 0)
      .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
    if (walked.cut)
      session.note(`More than ${limit} records; the rest is left out. --limit 0 shows all`);
    if (call.flag('json')) {
      const idOf = (key: number) => names.get(key)?.id ?? '';
      await session.json({
        start: start.id,
        cut: walked.cut,
        records: found.map(({ id, kind, title, distance }) => ({ id, kind, title, distance })),
        links: walked.edges.map(({ from, to, relation }) => ({
          from: idOf(from),
          relation,
          to: idOf(to),
        })),
      });
      return 0;
    }
    const format = call.text('format') ?? 'table';
    const columns = session.columns(['distance', 'id', 'kind', 'title'], format);
    const rows = found.map(({ distance, id, kind, title }): readonly Cell[] => [
      distance,
      id,
      session.isShown(format) ? session.labels.kind(kind) : kind,
      title,
    ]);
    await session.print({ columns, rows }, format);
    return 0;
  },
} satisfies Command;

function wholeNumber(option: string, written: string): number {
  if (!/^\d{1,6}$/.test(written))
    throw new UsageError(`--${option} expects a whole number, found “${written}”`);
  return Number(written);
}
