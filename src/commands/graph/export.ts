import type { Command } from '../../command.ts';
import { visibleJson } from '../../formats/jsonl.ts';
import { dot } from '../../session/dot.ts';
import { filterOptions, readSelection } from '../../session/filters.ts';
import { readRelations } from '../../session/edges.ts';
import { saveOrWrite } from '../../session/save.ts';

export default {
  summary: 'writes the graph for drawing programs, as DOT (Graphviz) or JSON',
  options: [
    ...filterOptions,
    { flags: '--relation <name>', summary: 'only links of this relation', many: true },
    {
      flags: '--format <format>',
      summary: 'dot or json',
      choices: ['dot', 'json'],
      fallback: 'dot',
    },
    { flags: '--json', summary: 'the same as --format json' },
    { flags: '-o, --output <file>', summary: 'write to a file' },
    { flags: '--dry-run', summary: 'say which file would be written, and write nothing' },
  ],
  examples: [
    {
      call: 'koinon graph export --format json -o graph.json',
      does: 'nodes and links for other programs',
    },
    {
      call: 'koinon graph export --kind organisation --kind project > graph.dot',
      does: 'a drawing for Graphviz',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const selection = await readSelection(call, session, store);
    const relations = readRelations(call, session);
    const nodes = new Map<
      number,
      { readonly id: string; readonly kind: string; readonly title: string }
    >();
    for await (const { key, id, kind, title } of store.records(selection))
      nodes.set(key, { id, kind, title });
    const links: { readonly from: string; readonly to: string; readonly relation: string }[] = [];
    for await (const edge of store.edges(relations ? { relations } : {})) {
      const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
      if (from && to) links.push({ from: from.id, to: to.id, relation: edge.relation });
    }
    const graph = { nodes: [...nodes.values()], links };
    const asJson = call.flag('json') || call.text('format') === 'json';
    const text = asJson ? `${visibleJson(graph, 2)}\n` : dot(graph);
    return saveOrWrite([text], call, session);
  },
} satisfies Command;
