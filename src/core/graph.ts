/** An edge of the graph of records, walked in both directions. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly relation: string;
}

/** Gives the edges that begin or end at any of these records. */
export type EdgesOf = (keys: readonly number[]) => Promise<readonly GraphEdge[]>;

export interface Walked {
  /** How many links away each record is; the start itself is 0 away. */
  readonly distance: ReadonlyMap<number, number>;
  readonly edges: readonly GraphEdge[];
  /** There was more, and it was left out because of the limit. */
  readonly cut: boolean;
}

/** All records within `depth` links of a start, breadth first, and the edges between them; at most `limit` records. */
export async function neighbours(
  start: number,
  depth: number,
  limit: number,
  edgesOf: EdgesOf,
): Promise<Walked> {
  const distance = new Map([[start, 0]]);
  const edges = new Map<string, GraphEdge>();
  let frontier = [start];
  let cut = false;
  for (let step = 1; step <= depth && frontier.length > 0 && !cut; step++) {
    const next: number[] = [];
    for (const edge of await edgesOf(frontier)) {
      for (const end of [edge.from, edge.to]) {
        if (distance.has(end)) continue;
        if (distance.size >= limit) {
          cut = true;
          continue;
        }
        distance.set(end, step);
        next.push(end);
      }
      if (distance.has(edge.from) && distance.has(edge.to))
        edges.set(`${edge.from} ${edge.relation} ${edge.to}`, edge);
    }
    frontier = next;
  }
  return { distance, edges: [...edges.values()], cut };
}

/** One step of a path: the edge, and the record that it brings us to. */
export interface Step {
  readonly edge: GraphEdge;
  readonly to: number;
}

/** A shortest path between two records, whichever way the links point; undefined where there is none. */
export async function shortestPath(
  from: number,
  to: number,
  edgesOf: EdgesOf,
): Promise<readonly Step[] | undefined> {
  const reached = new Map<number, Step & { readonly before: number }>();
  const seen = new Set([from]);
  let frontier = [from];
  while (!seen.has(to) && frontier.length > 0) {
    const [edges, next] = [await edgesOf(frontier), [] as number[]];
    const here = new Set(frontier);
    for (const edge of edges) {
      for (const [before, after] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        if (!here.has(before) || seen.has(after)) continue;
        seen.add(after);
        reached.set(after, { edge, to: after, before });
        next.push(after);
      }
    }
    frontier = next;
  }
  if (!seen.has(to)) return undefined;
  const steps: Step[] = [];
  for (let at = to; at !== from;) {
    const step = reached.get(at);
    if (!step) break;
    steps.unshift({ edge: step.edge, to: step.to });
    at = step.before;
  }
  return steps;
}

/** Groups of records that are connected with each other, as sizes, largest first; records without links count one each. */
export function componentSizes(keys: Iterable<number>, edges: Iterable<GraphEdge>): number[] {
  const parent = new Map<number, number>();
  for (const key of keys) parent.set(key, key);
  const root = (key: number): number => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  for (const { from, to } of edges) parent.set(root(from), root(to));
  const sizes = new Map<number, number>();
  for (const key of parent.keys()) sizes.set(root(key), (sizes.get(root(key)) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => b - a);
}
