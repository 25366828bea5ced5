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

/** What front matter writes for the fields and relations of a kind, by their declared names; of two keys for one, the first. */
export function writtenFields(
  data: NodeMap,
  kind: Kind,
  context: ValueContext,
): ReadonlyMap<string, WrittenField> {
  const fields = new Map<string, WrittenField>();
  for (const [key, node] of Object.entries(data)) {
    const declared = declaredKey(normalKey(key), kind, context);
    if (declared !== undefined && !fields.has(declared)) fields.set(declared, { key, node });
  }
  return fields;
}
