/** A graph in the language of Graphviz: https://graphviz.org/doc/info/lang.html */
export function dot(graph: {
  readonly nodes: readonly { readonly id: string; readonly kind: string; readonly title: string }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly relation: string;
  }[];
}): string {
  const nodes = graph.nodes.map(
    ({ id, kind, title }) => `  ${quoted(id)} [label=${quoted(title)}, class=${quoted(kind)}];\n`,
  );
  const links = graph.links.map(
    ({ from, to, relation }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(relation)}];\n`,
  );
  return `digraph koinon {\n${nodes.join('')}${links.join('')}}\n`;
}

function quoted(text: string): string {
  const safe = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${safe.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(hidden, visible)}"`;
}

/** What hides or reorders text, but for the joiners that Persian and emoji need. */
const hidden = /[\p{Cf}--[\u200c-\u200d]]/gv;

function visible(character: string): string {
  return `\\\\u{${character.codePointAt(0)?.toString(16)}}`;
}
