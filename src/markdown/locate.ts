import type { Node as YamlNode, Pair } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Path } from '../core/message.ts';
import { normalKey } from '../core/node.ts';
import { isNode, yamlDocument } from './yaml-document.ts';

/** Line and column, in the file, of what a path leads to; as deep as the path can be followed. */
export function locate(
  source: string,
  path: Path,
  key = false,
): { readonly line: number; readonly column: number } {
  const { document, lines } = yamlDocument(source);
  let node: YamlNode | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (each) =>
          isScalar(each.key) && normalKey(String(each.key.value)) === normalKey(String(step)),
      );
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
}
