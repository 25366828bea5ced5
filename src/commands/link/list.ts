import type { Command } from '../../command.ts';
import { findOne } from '../../session/find-one.ts';
import { factsJson, linkRows, stateLabel } from '../../session/link-rows.ts';
import { formatOptions } from '../../session/format-options.ts';

export default {
  summary: 'lists the links of a record, out and in',
  arguments: [{ name: '<record>', summary: 'an id, a title, an acronym or an alias' }],
  options: [...formatOptions({ json: 'one JSON document', fallback: 'table' })],
  examples: [
    { call: 'koinon link list medtown', does: 'what the project leads to, and what leads to it' },
    {
      call: 'koinon link list legacoop --format csv',
      does: 'the same as a file for a spreadsheet',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const { key } = await findOne(store, call.words[0] ?? '');
    const rows = await linkRows(key, store, session);
    if (call.flag('json')) {
      await session.json(
        rows.map((row) => ({
          direction: row.direction,
          relation: row.relation,
          id: row.record?.id ?? null,
          kind: row.record?.kind ?? null,
          title: row.record?.title ?? row.target,
          state: row.state,
          ...factsJson(row),
        })),
      );
      return 0;
    }
    const format = call.text('format') ?? 'table';
    await session.print(
      {
        columns: session.columns(['direction', 'relation', 'id', 'kind', 'title'], format),
        rows: rows.map(({ direction, label, record, target, state }) => [
          direction === 'out' ? '→' : '←',
          label,
          record?.id ?? `(${session.isShown(format) ? stateLabel(state, session) : state})`,
          record && session.isShown(format)
            ? session.labels.kind(record.kind)
            : (record?.kind ?? null),
          record?.title ?? target,
        ]),
      },
      format,
    );
    return 0;
  },
} satisfies Command;
