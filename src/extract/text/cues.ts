import type { Node } from '../../core/node.ts';
import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { Phrases } from './phrases.ts';
import { phrases } from './phrases.ts';

const files = new Map<string, Node>();

/** The words below a key of a file of `data/cues`, such as `dates` and `roles`. */
export function cueNode(file: string, key: string): Node {
  const node = files.get(file) ?? shipped(`cues/${file}`);
  files.set(file, node);
  return (isMap(node) ? node[key] : undefined) ?? [];
}

/** All words below a key, whatever the languages. */
export function cueWords(file: string, key: string): Phrases<true> {
  return phrases(textsOf(cueNode(file, key)).map((word) => [word, true] as const));
}

/** The words below each key of a key: each stands for the key that holds it. */
export function cueKinds(file: string, key: string): Phrases<string> {
  return phrases(
    entriesOf(cueNode(file, key)).flatMap(([kind, words]) =>
      textsOf(words).map((word) => [word, kind] as const),
    ),
  );
}

/** The pairs of a map. */
export function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node !== undefined && isMap(node) ? Object.entries(node) : [];
}
