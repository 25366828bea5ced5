import type { Node } from '../core/node.ts';
import { isList, isMap } from '../core/node.ts';

/** A field as koinon writes it: one value on the line of its key, several as a block list. */
export function writeField(key: string, values: readonly Node[]): string {
  const [only, ...others] = values;
  if (only === undefined) return '';
  if (others.length === 0) return `${key}:${writeNode(only, 1)}`;
  return `${key}:\n${values.map((value) => writeItem(value, '  ')).join('')}`;
}

/** An item of a block list, indented as its neighbours are. */
export function writeItem(node: Node, indent: string): string {
  const written = writeNode(node, indent.length / 2 + 1);
  // The first field of an object stands beside its dash.
  return `${indent}-${isMap(node) ? written.replace(/^\n +/, ' ') : written}`;
}

/** A whole new record: front matter between its fences, then a body. */
export function writeRecord(
  fields: readonly (readonly [string, readonly Node[]])[],
  body: string,
): string {
  const front = fields.map(([key, values]) => writeField(key, values)).join('');
  return `---\n${front}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function writeNode(node: Node, depth: number): string {
  const indent = '  '.repeat(depth);
  if (isMap(node)) {
    return `\n${Object.entries(node)
      .map(([key, value]) => `${indent}${writeScalar(key)}:${writeNode(value, depth + 1)}`)
      .join('')}`;
  }
  if (isList(node)) return `\n${node.map((value) => writeItem(value, indent)).join('')}`;
  return ` ${writeScalar(node)}\n`;
}

/** Words that some YAML reader takes for something else than a text. */
const reserved = /^(?:y|n|yes|no|true|false|on|off|null|nan|inf|~)$/i;

/** Plain where every YAML reader sees the same text, else in double quotes. */
export function writeScalar(text: string): string {
  const isDate = /^\d{4}(?:-\d{2}){0,2}$/.test(text);
  const isPlain =
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ,.;()/&’'+?!–-]*$/u.test(text) &&
    !reserved.test(text) &&
    !/^[\d.,+-]+$|^0[xob]|^\d[\d_.]*e\d/i.test(text) &&
    !text.endsWith(' ');
  if (isDate || isPlain || /^https?:\/\/[^\s#"'{}[\],]+[^\s#"'{}[\],:]$/.test(text)) return text;
  return `"${Array.from(text, escaped).join('')}"`;
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  const hidden =
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff;
  const half = code >= 0xd800 && code <= 0xdfff;
  return hidden || half ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
