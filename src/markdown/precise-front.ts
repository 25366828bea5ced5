import type { ParsedNode } from 'yaml';
import { isAlias, isScalar, isSeq, visit } from 'yaml';
import type { Problem } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isForbiddenKey, isMap, nodeMap } from '../core/node.ts';
import { explain, neverClosed } from './explain-yaml.ts';
import type { YamlError } from './yaml-document.ts';
import { isNode, mostErrors, yamlDocument } from './yaml-document.ts';

/** Front matter read slowly, with a reason and a place for all that is wrong; what parses stays usable. */
export function readYamlPrecisely(source: string): {
  readonly data: NodeMap;
  readonly problems: readonly Problem[];
} {
  const { document, lines, errors } = yamlDocument(source);
  const problems: Problem[] = errors.map(problemOf);
  const say: Say = (reason, offset = 0, rule = 'yaml') => {
    if (problems.length >= mostErrors) return;
    const { line, col } = lines.linePos(offset);
    problems.push({ severity: 'error', rule, reason, line: line + 1, column: col });
  };
  const data = document.contents === null ? nodeMap([]) : plain(document.contents, say);
  if (isMap(data)) return { data, problems };
  if (problems.length === 0) {
    const reason = 'Expected fields such as “title: …”, one a line, found something else';
    problems.push({ severity: 'error', rule: 'yaml', reason, line: 2, column: 1 });
  }
  return { data: nodeMap([]), problems };
}

function problemOf({ error, text, document, lines }: YamlError): Problem {
  const isOpen = /closing|end with/i.test(error.message);
  const { line, col } = lines.linePos(error.pos[0]);
  const why = explain(error.code, isOpen, text, line);
  const at =
    why.reason === neverClosed ? lines.linePos(opening(document, error.pos[0])) : { line, col };
  return { severity: 'error', rule: 'yaml', ...why, line: at.line + 1, column: at.col };
}

/** Where the quote or bracket stands that is still open at an offset: the last one that began before it. */
function opening(document: YamlError['document'], offset: number): number {
  let last = offset;
  visit(document, {
    Node: (_key, node) => {
      if (!isNode(node) || !node.range || node.range[0] >= offset) return;
      const [start, , end] = node.range;
      const opens = isScalar(node)
        ? String(node.type).startsWith('QUOTE')
        : 'flow' in node && node.flow;
      if (opens && end >= offset) last = start;
    },
  });
  return last;
}

/** As deep as the fast reader goes; the JSON of SQLite goes to 1,000. */
const deepest = 100;

type Say = (reason: string, offset: number | undefined, rule?: string) => void;

function plain(node: ParsedNode | null, say: Say, depth = 0): Node {
  if (node === null) return '';
  if (isScalar(node)) return typeof node.value === 'string' ? storable(node.value, node, say) : '';
  if (depth >= deepest) {
    say('Brackets or lists are nested too deeply', node.range?.[0]);
    return '';
  }
  if (isAlias(node)) {
    const remedy = 'write the value out, or put it in quotes';
    say(`YAML anchors and aliases (&, *) are not read; ${remedy}`, node.range[0]);
    return '';
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, say, depth + 1));
  const entries = new Map<string, Node>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const offset = key?.range?.[0] ?? value?.range?.[0];
    if (isForbiddenKey(name)) say(`“${name}” cannot be the name of a field`, offset, 'field');
    else if (name === '') say('A field needs a name before its colon, written as one text', offset);
    else if (entries.has(name)) say('This field stands twice; join the two or remove one', offset);
    else entries.set(name, plain(value, say, depth + 1));
  }
  return nodeMap(entries);
}

/** `"\\0"` and `"\\ud800"` are text to YAML and not to a database, which would change them in silence. */
function storable(text: string, node: ParsedNode, say: Say): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  say(
    'This text holds a character that cannot be kept (\\0 or half of a pair); remove it',
    node.range?.[0],
  );
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
