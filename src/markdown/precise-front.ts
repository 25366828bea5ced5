import type { Node as YamlNode, Pair, ParsedNode } from 'yaml';
import { LineCounter, isAlias, isMap as isYamlMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Path, Problem } from '../core/message.ts';
import type { Node, NodeMap } from '../core/node.ts';
import { isMap, nodeMap, normalKey } from '../core/node.ts';

/** Front matter read slowly, with a reason and a place for all that is wrong; what parses stays usable. */
export function readYamlPrecisely(source: string): {
  readonly data: NodeMap;
  readonly problems: readonly Problem[];
} {
  const { document, lines } = parsed(source);
  const problems: Problem[] = document.errors.slice(0, 20).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      severity: 'error',
      rule: 'yaml',
      ...explain(error.code, source, line),
      line: line + 1,
      column: col,
    };
  });
  const data = document.contents === null ? nodeMap([]) : plain(document.contents, problems, lines);
  if (isMap(data)) return { data, problems };
  if (problems.length === 0) {
    const reason = 'Expected fields such as “title: …”, one a line, found something else';
    problems.push({ severity: 'error', rule: 'yaml', reason, line: 2, column: 1 });
  }
  return { data: nodeMap([]), problems };
}

/** Line and column, in the file, of what a path leads to; as deep as the path can be followed. */
export function locate(
  source: string,
  path: Path,
  key = false,
): { readonly line: number; readonly column: number } {
  const { document, lines } = parsed(source);
  let node: YamlNode | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isYamlMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (each) => isScalar(each.key) && normalKey(String(each.key.value)) === step,
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

function isNode(value: unknown): value is YamlNode {
  return isScalar(value) || isYamlMap(value) || isSeq(value) || isAlias(value);
}

function parsed(source: string) {
  const lines = new LineCounter();
  const document = parseDocument<ParsedNode>(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    logLevel: 'silent',
  });
  return { document, lines };
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function plain(node: ParsedNode | null, problems: Problem[], lines: LineCounter): Node {
  if (node === null) return '';
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isAlias(node)) {
    const { line, col } = lines.linePos(node.range[0]);
    const reason =
      'YAML anchors and aliases (&, *) are not read; write the value out, or put it in quotes';
    problems.push({ severity: 'error', rule: 'yaml', reason, line: line + 1, column: col });
    return '';
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, problems, lines));
  const entries = new Map<string, Node>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (forbidden.has(name)) {
      const { line, col } = lines.linePos(key?.range?.[0] ?? 0);
      problems.push({
        severity: 'error',
        rule: 'field',
        reason: `“${name}” cannot be the name of a field`,
        line: line + 1,
        column: col,
      });
    } else if (name !== '' && !entries.has(name)) entries.set(name, plain(value, problems, lines));
  }
  return nodeMap(entries);
}

/** What YAML's error means for somebody who only typed a line. */
function explain(
  code: string,
  source: string,
  line: number,
): { readonly reason: string; readonly expected?: readonly string[] } {
  const written = source.split('\n')[line - 1]?.replace(/\r$/, '') ?? '';
  const colon = /^(\s*-?\s*[\w-]+):\s+(?!["'[{|>])(.*:(?:\s.*)?)$/.exec(written);
  if (colon) {
    const quoted = `${colon[1]}: "${(colon[2] ?? '').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    return {
      reason: 'A colon followed by a space inside a text; put the text in quotes',
      expected: [quoted.trim()],
    };
  }
  if (code === 'DUPLICATE_KEY')
    return { reason: 'This field stands twice; join the two or remove one' };
  if (/^\s*\t/.test(written) || code === 'TAB_AS_INDENT')
    return { reason: 'A tab at the start of a line; use spaces' };
  if (/:\s*[@`%]/.test(written))
    return { reason: 'A text cannot begin with @, ` or %; put it in quotes' };
  if (/^\s*-?\s*[\w-]+:\s*[*&!]/.test(written))
    return { reason: 'A text cannot begin with *, & or !; put it in quotes' };
  if (code === 'MISSING_CHAR') return { reason: 'A quote or bracket is opened and never closed' };
  if (code === 'BAD_INDENT' || code === 'MULTILINE_IMPLICIT_KEY')
    return { reason: 'Expected lines of one list or group to begin in the same column' };
  if (code === 'RESOURCE_EXHAUSTION') return { reason: 'Brackets are nested too deeply' };
  return { reason: 'This line is no “field: value”; look for a missing colon, quote or bracket' };
}
