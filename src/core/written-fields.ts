import type { Kind } from './kind.ts';
import type { Node, NodeMap } from './node.ts';
import { normalKey } from './node.ts';
import { declaredKey } from './read-fields.ts';
import type { ValueContext } from './value.ts';

export interface WrittenField {
  /** As it stands in the file, in whatever language. */
  readonly key: string;
  readonly node: Node;
}

/** What front matter writes, by the declared names of fields and relations, else by its own keys; of two for one, the first. */
export function writtenFields(
  data: NodeMap,
  kind: Kind,
  context: ValueContext,
): ReadonlyMap<string, WrittenField> {
  const fields = new Map<string, WrittenField>();
  for (const [key, node] of Object.entries(data)) {
    const normal = normalKey(key);
    const name = declaredKey(normal, kind, context) ?? normal;
    if (!fields.has(name)) fields.set(name, { key, node });
  }
  return fields;
}
