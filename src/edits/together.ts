import type { Kinds } from '../core/kind.ts';
import type { Store } from '../store/store.ts';

/** Two organisations that are often named together and have no link with each other. */
export interface Together {
  readonly a: number;
  readonly b: number;
  /** Keys of the projects and events in which both have a part. */
  readonly works: readonly number[];
}

/** Fewer than these may be chance. */
const least = 2;

/** A work with more actors than this says little about any two of them. */
const crowd = 60;

/** Pairs that appear together in several projects and events, the most frequent first, for a person to look at. */
export async function together(
  store: Store,
  kinds: Kinds,
  actors: ReadonlySet<number> | undefined,
): Promise<readonly Together[]> {
  const workKinds = kinds
    .all()
    .filter(({ span, relations }) => span && Object.values(relations).some(({ role }) => role));
  const works = await store.keys({ kind: { any: workKinds.map(({ name }) => name), none: [] } });
  const members = new Map<number, Set<number>>();
  for (const [work, actor] of await store.parts({ works })) {
    const set = members.get(work) ?? new Set();
    members.set(work, set.add(actor));
  }
  const shared = new Map<string, number[]>();
  for (const [work, set] of members) {
    if (set.size > crowd) continue;
    const list = [...set].sort((a, b) => a - b);
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        if (actors && !actors.has(a) && !actors.has(b)) continue;
        const key = `${a} ${b}`;
        const known = shared.get(key);
        if (known) known.push(work);
        else shared.set(key, [work]);
      }
    }
  }
  const frequent = [...shared].filter(([, list]) => list.length >= least);
  const linked = await directLinks(
    store,
    frequent.map(([key]) => key),
  );
  return frequent
    .filter(([key]) => !linked.has(key))
    .map(([key, list]) => {
      const [a = 0, b = 0] = key.split(' ').map(Number);
      return { a, b, works: list };
    })
    .sort((x, y) => y.works.length - x.works.length || x.a - y.a || x.b - y.b);
}

/** Which of these pairs already have a link in either direction. */
async function directLinks(store: Store, pairs: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = [...new Set(pairs.flatMap((pair) => pair.split(' ').map(Number)))];
  const linked = new Set<string>();
  for await (const { from, to } of store.edges({ keys }))
    linked.add(from < to ? `${from} ${to}` : `${to} ${from}`);
  return linked;
}
