import type { Node, NodeMap } from '../core/node.ts';
import { emptyMap, isForbiddenKey } from '../core/node.ts';

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const HYPHEN = 45;
const OPEN = 91;
const CLOSE = 93;

/**
 * Reads in one pass what most front matter is made of: keys with a text on their line, lists of texts on one line or on lines of
 * their own, and maps and lists of these by indentation. Undefined for front matter with anything else: for what it gives,
 * js-yaml gives the same (failsafe schema, YAML 1.2.2).
 */
export function plainFront(source: string): NodeMap | undefined {
  if (source.length > longest || foreign.test(source) || !source.isWellFormed()) return undefined;
  const lines = linesOf(source);
  const read = lines.length > 0 && readMap(lines, 0, 0, 0);
  return read && read.next === lines.length ? read.map : undefined;
}

/** As many characters hold fewer values than the whole reader allows. */
const longest = 16_384;

/** Tabs, carriage returns, comments, and characters that YAML does not print or takes for the end of a line. */
const foreign = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|(?:^|\s)#/;

/** A line that holds something: where its text begins, and that text without the spaces at its end. */
interface Line {
  readonly indent: number;
  readonly text: string;
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    end = source.indexOf('\n', start);
    if (end < 0) end = source.length;
    let from = start;
    while (from < end && source.charCodeAt(from) === SPACE) from += 1;
    let to = end;
    while (to > from && source.charCodeAt(to - 1) === SPACE) to -= 1;
    if (to > from) lines.push({ indent: from - start, text: source.slice(from, to) });
  }
  return lines;
}

/** Maps and lists deeper than records need are left to the whole reader. */
const deepest = 6;

interface MapRead {
  readonly map: NodeMap;
  /** The first line that is no more of it. */
  readonly next: number;
}

/** The map whose keys stand `indent` deep from a line on; the text of its first line begins `skipped` further right. */
function readMap(
  lines: readonly Line[],
  from: number,
  skipped: number,
  depth: number,
): MapRead | undefined {
  const indent = (lines[from]?.indent ?? 0) + skipped;
  const map = emptyMap();
  let at = from;
  for (let line = lines[at]; line; line = lines[at]) {
    const text = at === from ? line.text.slice(skipped) : line.text;
    if (at > from && line.indent < indent) break;
    if (at > from && line.indent > indent) return undefined;
    const colon = keyEnd(text);
    if (colon < 0) return undefined;
    const key = text.slice(0, colon);
    if (key in map || isForbiddenKey(key)) return undefined;
    at += 1;
    if (colon + 1 < text.length) {
      const value = readText(text, colon + 1);
      if (value === undefined) return undefined;
      map[key] = value;
      continue;
    }
    const below = readBelow(lines, at, indent, depth);
    if (!below) return undefined;
    map[key] = below.node;
    at = below.next;
  }
  return { map, next: at };
}

interface NodeRead {
  readonly node: Node;
  readonly next: number;
}

/** What stands below a key with nothing beside it. */
function readBelow(
  lines: readonly Line[],
  at: number,
  indent: number,
  depth: number,
): NodeRead | undefined {
  const first = lines[at];
  if (!first || first.indent < indent) return { node: '', next: at };
  if (isItem(first.text)) return readList(lines, at, depth + 1);
  if (first.indent === indent) return { node: '', next: at };
  if (depth >= deepest) return undefined;
  const read = readMap(lines, at, 0, depth + 1);
  return read && { node: read.map, next: read.next };
}

function isItem(text: string): boolean {
  return text.charCodeAt(0) === HYPHEN && text.charCodeAt(1) === SPACE;
}

/** A list whose items each begin a line; an item is a text, a list on one line, or a map that goes on below its first key. */
function readList(lines: readonly Line[], from: number, depth: number): NodeRead | undefined {
  const indent = lines[from]?.indent ?? 0;
  const items: Node[] = [];
  let at = from;
  for (let line = lines[at]; line && line.indent >= indent; line = lines[at]) {
    if (line.indent > indent) return undefined;
    if (!isItem(line.text)) break;
    if (keyEnd(line.text, 2) >= 0) {
      const read = depth < deepest ? readMap(lines, at, 2, depth + 1) : undefined;
      if (!read) return undefined;
      items.push(read.map);
      at = read.next;
    } else {
      const item = readText(line.text, 2);
      if (item === undefined) return undefined;
      items.push(item);
      at += 1;
    }
  }
  return { node: items, next: at };
}

/** Where the colon after a plain key stands: words of letters, digits and low lines, in any script; else -1. */
function keyEnd(text: string, from = 0): number {
  key.lastIndex = from;
  return key.test(text) ? key.lastIndex - 1 : -1;
}

const key = /[A-Za-z_\u00c0-\u1fff][\w\u00c0-\u1fff-]{0,60}:(?= |$)/y;

/** A text or a list on one line, from a place to the end of the line. */
function readText(text: string, from: number): Node | undefined {
  let start = from;
  while (text.charCodeAt(start) === SPACE) start += 1;
  const first = text.charCodeAt(start);
  if (first === OPEN) return readFlow(text, start);
  if (first === QUOTE || first === APOSTROPHE) {
    const end = quoteEnd(text, start, first);
    return end === text.length ? text.slice(start + 1, end - 1) : undefined;
  }
  plainText.lastIndex = start;
  return plainText.test(text) ? text.slice(start) : undefined;
}

/** After the sign that closes a quotation in which nothing is escaped; -1 where there is none. */
function quoteEnd(text: string, start: number, quote: number): number {
  const close = text.indexOf(quote === QUOTE ? '"' : "'", start + 1);
  if (close < 0 || text.charCodeAt(close + 1) === quote) return -1;
  return quote === QUOTE && text.slice(start, close).includes('\\') ? -1 : close + 1;
}

/** A plain scalar (YAML 1.2.2, 7.3.3) that begins with no indicator and holds neither `: ` nor a colon at its end. */
const plainText = /[^-?:,[\]{}#&*!|>'"%@`\s](?:[^:]|:(?=\S))*$/y;

/** A list in brackets up to the end of the text, of quoted texts and of plain ones without any sign of YAML. */
function readFlow(text: string, start: number): Node | undefined {
  const items: Node[] = [];
  let at = after(text, start + 1);
  if (text.charCodeAt(at) === CLOSE) return at + 1 === text.length ? items : undefined;
  for (;;) {
    const first = text.charCodeAt(at);
    if (first === QUOTE || first === APOSTROPHE) {
      const end = quoteEnd(text, at, first);
      if (end < 0) return undefined;
      items.push(text.slice(at + 1, end - 1));
      at = after(text, end);
    } else {
      flowText.lastIndex = at;
      const [item] = flowText.exec(text) ?? [];
      if (item === undefined) return undefined;
      items.push(item);
      at = after(text, at + item.length);
    }
    if (text.charCodeAt(at) === CLOSE) return at + 1 === text.length ? items : undefined;
    if (text[at] !== ',') return undefined;
    at = after(text, at + 1);
  }
}

const flowText = /[\w\u00c0-\u1fff](?:[^:,[\]{}#&*!|>'"%@`]*[^\s:,[\]{}#&*!|>'"%@`])?/y;

/** The next place that is no space. */
function after(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}
