import type { Values } from '../core/kind.ts';
import { isMap, isText } from '../core/node.ts';
import type { RecordName, StatedLink } from '../store/store.ts';

/** What a record rests on: ids of documents (what was written, where there is none), and web addresses. */
export function sourcesOf(
  values: Values,
  links: readonly StatedLink[],
  names: ReadonlyMap<number, RecordName>,
): readonly string[] {
  const sources = new Set<string>();
  for (const { relation, to, target } of links) {
    if (relation === 'sources') sources.add(to === null ? target : (names.get(to)?.id ?? target));
  }
  for (const url of urlsOf(values, 'sources')) sources.add(url);
  return [...sources];
}

/** The web addresses that a relation holds instead of records. */
export function urlsOf(values: Values, relation: string): readonly string[] {
  return (values[relation] ?? [])
    .map((node) => (isMap(node) ? node['url'] : node))
    .filter((node) => isText(node));
}
