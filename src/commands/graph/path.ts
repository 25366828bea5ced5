import type { Command } from '../../command.ts';
import { shortestPath } from '../../core/graph.ts';
import { actingRelations, edgesOfStore, readRelations } from '../../session/edges.ts';
import { findOne } from '../../session/find-one.ts';
import { inverseLabel, relationLabel } from '../../session/link-rows.ts';
import { toTerminal } from '../../terminal/text.ts';

export default {
  summary:
    'shows a shortest way between two records; mentions and common sources only where nothing else leads there',
  arguments: [
    { name: '<from>', summary: 'an id, a title, an acronym or an alias' },
    { name: '<to>', summary: 'likewise' },
  ],
  options: [
    { flags: '--relation <name>', summary: 'only along this relation', many: true },
    { flags: '--json', summary: 'one JSON document; path is null where there is none' },
  ],
  examples: [
    {
      call: 'koinon graph path iesmed region-campania',
      does: 'through whom the two know each other',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const [from, to] = [
      await findOne(store, call.words[0] ?? ''),
      await findOne(store, call.words[1] ?? ''),
    ];
    const relations = readRelations(call, session);
    const along = (only: readonly string[] | undefined) =>
      shortestPath(from.key, to.key, edgesOfStore(store, only));
    const steps =
      (relations ? undefined : await along(actingRelations(session))) ?? (await along(relations));
    const names = await store.names([from.key, ...(steps ?? []).map((step) => step.to)]);
    const shown = (steps ?? []).map(({ edge, to: key }) => {
      const onwards = edge.to === key;
      const source = names.get(edge.from)?.kind ?? '';
      const label = onwards
        ? relationLabel(source, edge.relation, session)
        : inverseLabel(source, edge.relation, session);
      return {
        relation: edge.relation,
        direction: onwards ? 'out' : 'in',
        label,
        record: names.get(key),
      };
    });
    if (call.flag('json')) {
      const path = steps && [from.id, ...shown.map(({ record }) => record?.id)];
      const links = shown.map(({ relation, direction, record }) => ({
        relation,
        direction,
        to: record?.id,
      }));
      await session.json({ from: from.id, to: to.id, path: path ?? null, links });
    } else if (!steps) session.note(`No way leads from ${from.id} to ${to.id}`);
    else {
      const { palette } = session;
      await session.write(`${palette.id(from.id)}  ${toTerminal(from.title)}\n`);
      for (const { label, record } of shown) {
        await session.write(
          `  ${palette.quiet(label)}  ${palette.id(record?.id ?? '')}  ${toTerminal(record?.title ?? '')}\n`,
        );
      }
    }
    return 0;
  },
} satisfies Command;
