import type { EdgesOf, GraphEdge } from '../core/graph.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Call } from '../command.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** The relations that a call restricts a walk to; every one where none is named. */
export function readRelations(call: Call, { kinds }: Session): readonly string[] | undefined {
  const written = call
    .list('relation')
    .map((each) => each.toLowerCase().replaceAll(/[-\s]+/g, '_'));
  if (written.length === 0) return undefined;
  const known = new Set(['mentions', 'sources', ...actingRelations({ kinds })]);
  const odd = written.find((each) => !known.has(each));
  if (odd !== undefined)
    throw new UsageError(
      `There is no relation “${odd}”; there are ${[...known].sort().join(', ')}`,
    );
  return written;
}

/** Relations by which records have to do with each other, unlike a mention in a text or a common source. */
export function actingRelations({ kinds }: Pick<Session, 'kinds'>): readonly string[] {
  const all = kinds.all().flatMap(({ relations }) => Object.entries(relations));
  return [...new Set(all.flatMap(([name, { evidence }]) => (evidence ? [] : [name])))];
}

export function edgesOfStore(store: Store, relations: readonly string[] | undefined): EdgesOf {
  return async (keys) => {
    const edges: GraphEdge[] = [];
    for await (const edge of store.edges({ keys, ...(relations ? { relations } : {}) }))
      edges.push(edge);
    return edges;
  };
}
