import type { Node as YamlNode, Pair, YAMLMap } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { Path } from '../core/message.ts';
import { normalKey } from '../core/node.ts';
import { isNode, pairsByKey, yamlDocument } from './yaml-document.ts';

/** Line and column, in the file, of what a path leads to; as deep as the path can be followed. */
export type Locator = (
  path: Path,
  key?: boolean,
) => { readonly line: number; readonly column: number };

/** {@link Locator} for one path only. */
export function locate(source: string, path: Path, key = false): ReturnType<Locator> {
  return locator(source)(path, key);
}

/** Parses front matter once, to find the places of many paths in it. */
export function locator(source: string): Locator {
  const { document, lines } = yamlDocument(source);
  const indexes = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, step: string): Pair | undefined => {
    let index = indexes.get(map);
    if (!index) indexes.set(map, (index = pairsByKey(map.items)));
    return index.get(normalKey(step));
  };
  return (path, key = false) => {
    let node: YamlNode | null | undefined = document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const [position, step] of path.entries()) {
      const last = position === path.length - 1;
      if (isMap(node)) {
        const pair = pairOf(node, String(step));
        if (!pair) break;
        const from: unknown = key && last ? pair.key : (pair.value ?? pair.key);
        node = isNode(from) ? from : undefined;
      } else if (isSeq(node) && typeof step === 'number') {
        const item: unknown = node.items[step];
        node = isNode(item) ? item : undefined;
      } else if (step === 0) {
        continue;
      } else break;
      if (node?.range) offset = node.range[0];
    }
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
}
