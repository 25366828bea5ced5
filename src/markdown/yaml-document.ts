import type { Document, Node as YamlNode, Pair, YAMLParseError } from 'yaml';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { normalKey } from '../core/node.ts';
import { quotedColon } from './explain-yaml.ts';

/** Front matter as a document with places, read as it was meant where a text only lacks its quotes. */
export interface YamlDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** What is wrong, each with the text and the document in which it was found. */
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly error: YAMLParseError;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** More than these are not told apart by anybody. */
export const mostErrors = 20;

export function yamlDocument(source: string): YamlDocument {
  const errors: YamlError[] = [];
  for (let text = source; ;) {
    const { document, lines } = parsed(text);
    const found = (error: YAMLParseError) => ({ error, text, document, lines });
    const mended =
      errors.length < mostErrors ? withQuotes(text, document.errors, lines) : undefined;
    if (!mended) {
      errors.push(...document.errors.slice(0, mostErrors - errors.length).map(found));
      return { document, lines, errors };
    }
    errors.push(found(mended.error));
    text = mended.text;
  }
}

/** YAML takes the lines below a text with a colon for a part of it: with the quotes that are missing they are read. */
function withQuotes(
  text: string,
  errors: readonly YAMLParseError[],
  lines: LineCounter,
): { readonly text: string; readonly error: YAMLParseError } | undefined {
  const written = text.split('\n');
  for (const error of errors.slice(0, mostErrors)) {
    const number = lines.linePos(error.pos[0]).line - 1;
    const quoted = quotedColon(written[number] ?? '');
    if (quoted !== undefined) return { text: written.with(number, quoted).join('\n'), error };
  }
  return undefined;
}

function parsed(source: string) {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    // Its own way to find keys that stand twice is quadratic.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return { document, lines };
}

export function isNode(value: unknown): value is YamlNode {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** The pairs of a map by their keys; of two that are the same, the first. */
export function pairsByKey(pairs: readonly Pair[]): ReadonlyMap<string, Pair> {
  const index = new Map<string, Pair>();
  for (const pair of pairs) {
    if (!isScalar(pair.key)) continue;
    const key = normalKey(String(pair.key.value));
    if (!index.has(key)) index.set(key, pair);
  }
  return index;
}
