/** What front matter holds before any field has read it: text, lists and maps of them (YAML's failsafe schema). */
export type Node = string | readonly Node[] | NodeMap;

/** A map of front matter; made without a prototype, so that no key can reach one. */
export interface NodeMap {
  readonly [key: string]: Node;
}

export function isText(node: Node | undefined): node is string {
  return typeof node === 'string';
}

export function isList(node: Node | undefined): node is readonly Node[] {
  return Array.isArray(node);
}

export function isMap(node: Node | undefined): node is NodeMap {
  return typeof node === 'object' && !Array.isArray(node);
}

/** A map to be filled, which inherits nothing. */
export function emptyMap(): { [key: string]: Node } {
  return { __proto__: null } as never;
}

/** A map that inherits nothing, from pairs. */
export function nodeMap(entries: Iterable<readonly [string, Node]>): NodeMap {
  const map = emptyMap();
  for (const [key, value] of entries) map[key] = value;
  return map;
}

/** Every text below a node, in order. */
export function textsOf(node: Node): string[] {
  if (isText(node)) return [node];
  return (isList(node) ? node : Object.values(node)).flatMap(textsOf);
}

/** A node as one line: a text as it is, several with commas between. */
export function asText(node: Node): string {
  return isText(node) ? node : textsOf(node).join(', ');
}

/** A key as keys are compared: lower case, `_` for hyphen and space. */
export function normalKey(key: string): string {
  // Most keys are written so, and every record has a dozen.
  if (/^[a-z_]*$/.test(key)) return key;
  return key
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '_');
}

/** A map with its keys as they are compared; of two that are the same, the first stays and `repeated` is told. */
export function normalKeys(map: NodeMap, repeated?: (key: string) => void): NodeMap {
  if (Object.keys(map).every((key) => normalKey(key) === key)) return map;
  const entries = new Map<string, Node>();
  for (const [key, value] of Object.entries(map)) {
    const normal = normalKey(key);
    if (entries.has(normal)) repeated?.(normal);
    else entries.set(normal, value);
  }
  return nodeMap(entries);
}

/** Keys that reach the prototype of an object in JavaScript, however they are written. */
export function isForbiddenKey(key: string): boolean {
  return /proto|constr/i.test(key) && /^(?:__proto__|constructor|prototype)$/.test(normalKey(key));
}
