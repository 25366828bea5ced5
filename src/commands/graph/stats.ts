import type { Command } from '../../command.ts';
import { componentSizes } from '../../core/graph.ts';
import type { GraphEdge } from '../../core/graph.ts';
import { toTerminal, width } from '../../terminal/text.ts';

/** How many of the most linked records are named. */
const shownHubs = 10;

export default {
  summary: 'counts records and links, the most linked ones, and the groups that hang together',
  options: [{ flags: '--json', summary: 'one JSON document' }],
  examples: [{ call: 'koinon graph stats', does: 'the shape of the network' }],
  run: async (call, session) => {
    const store = await session.store();
    const { kinds, links } = await store.counts();
    const keys: number[] = [];
    for await (const { key } of store.records({})) keys.push(key);
    const degrees = new Map(keys.map((key) => [key, 0]));
    const relations = new Map<string, number>();
    const edges: GraphEdge[] = [];
    for await (const { from, to, relation } of store.edges()) {
      edges.push({ from, to, relation });
      relations.set(relation, (relations.get(relation) ?? 0) + 1);
      for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    }
    const components = componentSizes(keys, edges);
    // Records come by their ids, and of equally many links the first stays first.
    const top = [...degrees]
      .sort((a, b) => b[1] - a[1])
      .slice(0, shownHubs)
      .filter(([, degree]) => degree > 0);
    const names = await store.names(top.map(([key]) => key));
    const hubs = top.map(([key, degree]) => ({
      id: names.get(key)?.id ?? '',
      title: names.get(key)?.title ?? '',
      links: degree,
    }));
    const alone = [...degrees.values()].filter((degree) => degree === 0).length;
    const byRelation = Object.fromEntries(
      [...relations].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    );
    if (call.flag('json')) {
      await session.json({
        records: keys.length,
        kinds: Object.fromEntries(kinds),
        links: edges.length,
        unresolved: links.get('unresolved') ?? 0,
        relations: byRelation,
        components: { count: components.length, largest: components[0] ?? 0, alone },
        hubs,
      });
      return 0;
    }
    const { palette, labels, told, comma } = session;
    const margin = Math.max(
      ...[told('Records'), told('Links'), told('Groups'), told('Most linked')].map(width),
    );
    const named = (label: string) => palette.strong(label) + ' '.repeat(margin - width(label));
    const lines = [
      `${named(told('Records'))}${keys.length}: ${[...kinds].map(([kind, count]) => labels.counted(kind, count)).join(comma)}`,
      `${named(told('Links'))}${edges.length}: ${Object.entries(byRelation)
        .map(([name, count]) => `${labels.relation(name)} ${count}`)
        .join(comma)}`,
      `${named(told('Groups'))}${told(`${components.length}; the largest has ${components[0] ?? 0} records, ${alone} stand alone`)}`,
      palette.strong(told('Most linked')),
      ...hubs.map(
        ({ id, title, links: count }) =>
          `  ${String(count).padStart(4)}  ${palette.id(id)}  ${toTerminal(title)}`,
      ),
    ];
    await session.write(`${lines.join('\n')}\n`);
    return 0;
  },
} satisfies Command;
