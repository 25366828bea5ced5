import type { Node as YamlNode, Pair, Scalar, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Path } from '../core/message.ts';
import type { Node } from '../core/node.ts';
import { isText, normalKey } from '../core/node.ts';
import { replaced } from '../core/replaced.ts';
import type { FrontEdit } from './front-edit.ts';
import { EditRefused } from './front-edit.ts';
import { writeField, writeItem, writeScalar } from './write-front.ts';
import { isNode, pairsByKey, yamlDocument } from './yaml-document.ts';

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** The source of front matter with these edits, each made where it stands before any of them; nothing where two overlap. */
export function spliced(
  source: string,
  edits: readonly FrontEdit[],
  newline: string,
): string | undefined {
  const root = yamlDocument(source).document.contents;
  if (root !== null && !isMap(root)) throw new EditRefused('its front matter is no list of fields');
  const pairs = root?.items ?? [];
  if (emptiesList(pairs, edits)) return undefined;
  const splices = edits.map((edit) => {
    const { from, to, by } = spliceFor(source, pairs, edit);
    return { start: from, end: to, by: by.replaceAll(/\r?\n/g, newline) };
  });
  return replaced(source, splices);
}

/** Several items that are all of a list: with the last one goes the field. */
function emptiesList(pairs: readonly Pair[], edits: readonly FrontEdit[]): boolean {
  const [edit] = edits;
  if (edits.length < 2 || edit === undefined || !('remove' in edit)) return false;
  const value = pairNamed(pairs, String(edit.remove[0]))?.value;
  return isSeq(value) && value.items.length <= edits.length;
}

function spliceFor(source: string, pairs: readonly Pair[], edit: FrontEdit): Splice {
  if ('set' in edit) {
    const pair = pairNamed(pairs, edit.set);
    return pair
      ? withoutLastNewline(pairSpan(source, pair), writeField(keyText(source, pair), edit.values))
      : appended(source, writeField(edit.set, edit.values));
  }
  if ('add' in edit) {
    const pair = pairNamed(pairs, edit.add);
    return pair ? added(source, pair, edit) : appended(source, writeField(edit.add, edit.values));
  }
  return 'replace' in edit
    ? textReplaced(source, pairs, edit.replace, edit.by)
    : removed(source, pairs, edit.remove);
}

/** A new field goes below the last one. */
function appended(source: string, written: string): Splice {
  const gap = source === '' || source.endsWith('\n') ? '' : '\n';
  return { from: source.length, to: source.length, by: gap + written };
}

function added(source: string, pair: Pair, edit: Extract<FrontEdit, { add: string }>): Splice {
  const { value } = pair;
  const key = keyText(source, pair);
  if (edit.values.length === 0) return { from: 0, to: 0, by: '' };
  if (isSeq(value) && value.items.length > 0 && value.range) {
    const last = value.items.at(-1);
    if (value.flow) {
      const end = rangeOf(last)[1];
      return { from: end, to: end, by: edit.values.map((each) => `, ${flow(each)}`).join('') };
    }
    const indent = indentOf(source, rangeOf(value.items[0])[0]);
    const end = lineEnd(source, rangeOf(last)[1]);
    const items = edit.values.map((each) => writeItem(each, indent)).join('');
    return {
      from: end,
      to: end,
      by: `${source.slice(0, end).endsWith('\n') ? '' : '\n'}${withoutEnd(source, end, items)}`,
    };
  }
  if (isMap(value) && value.items.length > 0) return listOfObject(source, pair, value, edit.values);
  const old = currentValues(value, edit.split);
  return withoutLastNewline(pairSpan(source, pair), writeField(key, [...old, ...edit.values]));
}

/** An object that stood alone becomes the first item of a list: its lines stay as they are, and only move to the right. */
function listOfObject(
  source: string,
  pair: Pair,
  value: YAMLMap,
  further: readonly Node[],
): Splice {
  const [from, to] = rangeOf(value);
  const items = further.map((each) => writeItem(each, '  ')).join('');
  if (value.flow) {
    const line = source.slice(from, to);
    const before = colonAfter(source, rangeOf(pair.key)[1]);
    if (source.slice(before, from).includes('\n') || line.includes('\n'))
      throw new EditRefused(`“${keyText(source, pair)}” holds one object, where a list is needed`);
    return { from: before, to, by: `\n  - ${line}\n${items.replace(/\n$/, '')}` };
  }
  const start = lineStart(source, from);
  const end = lineEnd(source, to);
  const [first = '', ...rest] = source.slice(start, end).split(/\r?\n/);
  const indent = first.slice(0, from - start);
  const moved = rest.map((line) => (line.trim() === '' ? line : `  ${line}`));
  const whole = [`${indent}- ${first.slice(indent.length)}`, ...moved].join('\n');
  const written = further.map((each) => writeItem(each, indent)).join('');
  return {
    from: start,
    to: end,
    by: `${whole}${whole.endsWith('\n') ? '' : '\n'}${withoutEnd(source, end, written)}`,
  };
}

/** The text of a field that has one value, as the first of several. */
function currentValues(
  value: unknown,
  split: ((text: string) => readonly string[]) | undefined,
): readonly Node[] {
  if (!isScalar(value)) return [];
  const text = typeof value.value === 'string' ? value.value : '';
  if (text === '') return [];
  return split ? split(text) : [text];
}

function textReplaced(source: string, pairs: readonly Pair[], path: Path, by: string): Splice {
  const { node, inFlow } = nodeAt(pairs, path);
  if (!isScalar(node)) throw new EditRefused('what is to be replaced is no text');
  const [from, to] = rangeOf(node);
  if (node.value === by) return { from, to, by: source.slice(from, to) };
  return { from, to, by: inFlow ? flow(by) : sameQuotes(node, by) };
}

function removed(source: string, pairs: readonly Pair[], path: Path): Splice {
  const [key, index] = path;
  const pair = pairNamed(pairs, String(key));
  if (!pair) throw new EditRefused(`there is no field “${String(key)}”`);
  const { value } = pair;
  const whole = path.length === 1 || !isSeq(value) || value.items.length === 1;
  if (whole) {
    const { from, to } = pairSpan(source, pair);
    return { from: lineStart(source, from), to: nextLine(source, to), by: '' };
  }
  if (path.length !== 2 || typeof index !== 'number')
    throw new EditRefused('only whole items can be removed');
  const item = value.items[index];
  if (item === undefined) throw new EditRefused(`“${String(key)}” has no item ${index + 1}`);
  const [from, to] = rangeOf(item);
  if (!value.flow) {
    const last = lineEnd(source, to);
    return {
      from: lineStart(source, dashBefore(source, from)),
      to: nextLine(source, last),
      by: '',
    };
  }
  const next = value.items[index + 1];
  if (next !== undefined) return { from, to: rangeOf(next)[0], by: '' };
  return { from: rangeOf(value.items[index - 1])[1], to, by: '' };
}

function nodeAt(
  pairs: readonly Pair[],
  path: Path,
): { readonly node: unknown; readonly inFlow: boolean } {
  const [key, ...rest] = path;
  let node: unknown = pairNamed(pairs, String(key))?.value;
  let inFlow = false;
  for (const step of rest) {
    if (isMap(node)) {
      inFlow ||= node.flow === true;
      node = pairNamed(node.items, String(step))?.value;
    } else if (isSeq(node) && typeof step === 'number') {
      inFlow ||= node.flow === true;
      node = node.items[step];
    } else if (step !== 0) return { node: undefined, inFlow };
  }
  return { node, inFlow };
}

function pairNamed(pairs: readonly Pair[], key: string): Pair | undefined {
  let index = indexes.get(pairs);
  if (!index) indexes.set(pairs, (index = pairsByKey(pairs)));
  return index.get(normalKey(key));
}

/** Of one document, many edits may ask for thousands of keys. */
const indexes = new WeakMap<readonly Pair[], ReadonlyMap<string, Pair>>();

function keyText(source: string, pair: Pair): string {
  const [from, to] = rangeOf(pair.key);
  return source.slice(from, to);
}

/** From the key to the end of its value, without the comment and the newline that follow. */
function pairSpan(source: string, pair: Pair): Pick<Splice, 'from' | 'to'> {
  const [from, keyEnd] = rangeOf(pair.key);
  const value = pair.value;
  const end =
    isNode(value) && value.range && value.range[1] > keyEnd
      ? lastEnd(value)
      : colonAfter(source, keyEnd);
  return {
    from,
    to: source.slice(0, end).endsWith('\n') ? end - (source[end - 2] === '\r' ? 2 : 1) : end,
  };
}

/** The end of the last text in a node: a block collection itself ends only where something else begins. */
function lastEnd(node: YamlNode): number {
  if ((isSeq(node) || isMap(node)) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    const inner = isMap(node) ? ((last as Pair).value ?? (last as Pair).key) : last;
    if (isNode(inner) && inner.range) return lastEnd(inner);
  }
  return node.range?.[1] ?? 0;
}

function colonAfter(source: string, at: number): number {
  const colon = source.indexOf(':', at);
  return colon < 0 ? at : colon + 1;
}

function rangeOf(node: unknown): readonly [number, number] {
  if (!isNode(node) || !node.range)
    throw new EditRefused('a part of its front matter has no place of its own');
  return [node.range[0], isMap(node) || isSeq(node) ? lastEnd(node) : node.range[1]];
}

function withoutLastNewline(span: Pick<Splice, 'from' | 'to'>, written: string): Splice {
  return { ...span, by: written.replace(/\n$/, '') };
}

function withoutEnd(source: string, at: number, items: string): string {
  return at < source.length && !source.slice(0, at).endsWith('\n')
    ? items.replace(/\n$/, '')
    : items;
}

function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line on which something ends; where it ends with its newline, that is the place. */
function lineEnd(source: string, at: number): number {
  if (at > 0 && source[at - 1] === '\n') return at;
  const newline = source.indexOf('\n', at);
  if (newline < 0) return source.length;
  return source[newline - 1] === '\r' ? newline - 1 : newline;
}

function nextLine(source: string, at: number): number {
  if (at > 0 && source[at - 1] === '\n') return at;
  const newline = source.indexOf('\n', at);
  return newline < 0 ? source.length : newline + 1;
}

function indentOf(source: string, item: number): string {
  return source.slice(lineStart(source, dashBefore(source, item)), dashBefore(source, item));
}

function dashBefore(source: string, item: number): number {
  return source.lastIndexOf('-', item - 1);
}

/** Inside brackets a text is always quoted: commas and brackets would end it. */
function flow(node: Node): string {
  if (isText(node))
    return /^[\p{L}\p{N}_-]+$/u.test(node)
      ? writeScalar(node)
      : `"${writeScalar(node).replace(/^"([\s\S]*)"$/, '$1')}"`;
  throw new EditRefused('an object does not fit into a list in brackets');
}

/** A text that was quoted stays quoted. */
function sameQuotes(node: Scalar, by: string): string {
  const written = writeScalar(by);
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return quoted && !written.startsWith('"') ? `"${written}"` : written;
}
