import type { EdgesOf, GraphEdge, Step } from '../graph.ts';

/** What it costs to go along a relation, either way; two who share a project are nearer than two of whom one is mentioned. */
const costs: Readonly<{ [relation: string]: number }> = {
  lead: 2,
  partners: 2,
  associates: 2,
  owner: 2,
  project: 2,
  member_of: 2,
  part_of: 2,
  predecessor: 2,
  created_by: 2,
  organisers: 3,
  co_organisers: 3,
  hosts: 3,
  participants: 3,
  taken_up_by: 3,
  derived_from: 3,
  funders: 5,
  programme: 12,
};

const otherwise = 8;

/** Records that a search for one way may look at; beyond it two are as good as strangers. */
const most = 3_000;

interface Side {
  readonly cost: Map<number, number>;
  readonly before: Map<number, { readonly edge: GraphEdge; readonly key: number }>;
  readonly open: Map<number, number[]>;
  readonly done: Set<number>;
}

/** Nearest ways from one record to others, by the costs of relations; what was seen for one serves the next. */
export function waysFrom(
  from: number,
  edgesOf: EdgesOf,
): (to: number) => Promise<readonly Step[] | undefined> {
  const known = new Map<number, readonly GraphEdge[]>();
  const near = side(from);

  const edgesAt = async (keys: readonly number[]) => {
    const wanted = new Set(keys.filter((key) => !known.has(key)));
    if (wanted.size === 0) return;
    const found = new Map<number, GraphEdge[]>([...wanted].map((key) => [key, []]));
    for (const edge of await edgesOf([...wanted])) {
      found.get(edge.from)?.push(edge);
      if (edge.to !== edge.from) found.get(edge.to)?.push(edge);
    }
    for (const [key, edges] of found) known.set(key, edges);
  };

  /** Goes one cost further on a side, and gives the records whose cost became less. */
  const widen = async (on: Side): Promise<readonly number[]> => {
    const level = reach(on);
    const keys = (on.open.get(level) ?? []).filter((key) => !on.done.has(key));
    on.open.delete(level);
    await edgesAt(keys);
    const nearer: number[] = [];
    for (const key of keys) {
      if (on.done.has(key) || on.cost.get(key) !== level) continue;
      on.done.add(key);
      for (const edge of known.get(key) ?? []) {
        const other = edge.from === key ? edge.to : edge.from;
        const cost = level + (costs[edge.relation] ?? otherwise);
        if (cost >= (on.cost.get(other) ?? Infinity)) continue;
        on.cost.set(other, cost);
        on.before.set(other, { edge, key });
        on.open.set(cost, [...(on.open.get(cost) ?? []), other]);
        nearer.push(other);
      }
    }
    return nearer;
  };

  return async (to) => {
    if (to === from) return [];
    const far = side(to);
    let meeting = near.cost.has(to) ? to : undefined;
    const length = (key: number | undefined) =>
      key === undefined
        ? Infinity
        : (near.cost.get(key) ?? Infinity) + (far.cost.get(key) ?? Infinity);
    while (reach(near) + reach(far) < length(meeting)) {
      if (near.done.size + far.done.size > most && far.done.size > 0) break;
      const on = waiting(near) <= waiting(far) ? near : far;
      for (const key of await widen(on)) if (length(key) < length(meeting)) meeting = key;
    }
    return meeting === undefined ? undefined : [...back(near, meeting), ...forth(far, meeting)];
  };
}

function side(start: number): Side {
  return {
    cost: new Map([[start, 0]]),
    before: new Map(),
    open: new Map([[0, [start]]]),
    done: new Set(),
  };
}

/** The least cost at which a side has something left to go on from. */
function reach({ open }: Side): number {
  return Math.min(Infinity, ...open.keys());
}

function waiting(on: Side): number {
  return on.open.get(reach(on))?.length ?? Infinity;
}

function back({ before }: Side, meeting: number): Step[] {
  const steps: Step[] = [];
  for (let at = meeting, step = before.get(at); step; at = step.key, step = before.get(at))
    steps.unshift({ edge: step.edge, to: at });
  return steps;
}

function forth({ before }: Side, meeting: number): Step[] {
  const steps: Step[] = [];
  for (let step = before.get(meeting); step; step = before.get(step.key))
    steps.push({ edge: step.edge, to: step.key });
  return steps;
}
