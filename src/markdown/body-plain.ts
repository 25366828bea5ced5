import { wikilinkLength } from './body-wikilink.ts';
import { collectRuns, type Block } from './inline.ts';

const NEWLINE = 10;
const SPACE = 32;
const BANG = 33;
const HASH = 35;
const STAR = 42;
const HYPHEN = 45;
const OPEN = 91;
const CLOSE = 93;
const UNDERSCORE = 95;
const TICK = 96;

/**
 * Reads in one pass what most bodies are made of: headings with `#`, paragraphs, items of one line, and in them wikilinks,
 * links, code and emphasis without anything doubtful. Undefined for a body with anything else: for what it gives,
 * CommonMark gives the same.
 */
export function plainBlocks(source: string): readonly Block[] | undefined {
  if (foreign.test(source)) return undefined;
  const blocks: Block[] = [];
  const runs = collectRuns();
  let line = 0;
  let paragraph: Span | undefined;
  let isItemOpen = false;
  const close = (kind: Block['kind'], span: Span, depth = 0): boolean => {
    if (!plainInline(source, span, runs)) return false;
    blocks.push({ kind, depth, line: span.line, runs: runs.take() });
    return true;
  };
  const closeParagraph = (): boolean => {
    const closed = paragraph === undefined || close('paragraph', paragraph);
    paragraph = undefined;
    return closed;
  };
  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    line += 1;
    end = source.indexOf('\n', start);
    if (end < 0) end = source.length;
    const last = lastOf(source, start, end);
    if (last === start) {
      if (!closeParagraph()) return undefined;
      isItemOpen = false;
      continue;
    }
    const content = markerEnd(source, start);
    const first = source.charCodeAt(start);
    if (content === start) {
      // A line below an item would belong to it.
      if (isItemOpen || !isText(source, start)) return undefined;
      if (paragraph) paragraph.to = last;
      else paragraph = { line, from: start, to: last };
      continue;
    }
    if (content >= last || !closeParagraph()) return undefined;
    const span = { line, from: content, to: last };
    isItemOpen = first !== HASH;
    if (isItemOpen) {
      if (!isText(source, content) || !close('item', span)) return undefined;
    } else {
      const depth = source.indexOf(' ', start) - start;
      // Signs at its end may or may not belong to a heading.
      if (source.charCodeAt(last - 1) === HASH || !close('heading', span, depth)) return undefined;
    }
  }
  return closeParagraph() ? blocks : undefined;
}

/** Escapes, HTML, autolinks, entities, long code spans and fences, tabs: left to a whole parser. */
const foreign = /[\t\v\f\\<]|``|&#?\w{1,32};/;

/** Where the content of a block stands in the source, and on which line it begins. */
interface Span {
  readonly line: number;
  readonly from: number;
  to: number;
}

/** After the last character of a line that is no space. */
function lastOf(source: string, start: number, end: number): number {
  let last = end;
  while (last > start && source.charCodeAt(last - 1) === SPACE) last -= 1;
  return last;
}

/** Where the content after `# `, `- ` or `* ` begins; the start of the line where it begins with none of them. */
function markerEnd(source: string, start: number): number {
  let at = start;
  const first = source.charCodeAt(start);
  if (first === HASH) while (at < start + 6 && source.charCodeAt(at) === HASH) at += 1;
  else if (first === HYPHEN || first === STAR) at += 1;
  if (at === start || source.charCodeAt(at) !== SPACE) return start;
  if (first !== HASH) return at + 1;
  while (source.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** Whether what begins here can be nothing but the text of a paragraph. */
function isText(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  // * is looked at as emphasis
  if (code === STAR) return source.charCodeAt(at + 1) !== SPACE;
  if (code >= 48 && code <= 57) {
    ordered.lastIndex = at;
    return !ordered.test(source);
  }
  return !notText.has(code);
}

const notText = new Set(Array.from(' #+-=>~', (sign) => sign.charCodeAt(0)));
const ordered = /\d{1,9}[.)](?:\s|$)/y;

/** Collects the runs of a block; false where it has anything that is not plain. */
function plainInline(
  source: string,
  { line, from, to }: Span,
  runs: ReturnType<typeof collectRuns>,
): boolean {
  let lineStart = source.lastIndexOf('\n', from - 1) + 1;
  let current = line;
  let text = from;
  let emphasis = 0;
  const upTo = (end: number, next: number) => {
    if (end > text) runs.text(source.slice(text, end));
    text = next;
  };
  for (let i = from; i < to; i += 1) {
    const code = source.charCodeAt(i);
    if (code > UNDERSCORE + 1 || (code > STAR && code < OPEN)) continue;
    if (code === NEWLINE) {
      upTo(i, i + 1);
      runs.lineBreak();
      current += 1;
      lineStart = i + 1;
    } else if (code === STAR) {
      const size = source.charCodeAt(i + 1) === STAR ? 2 : 1;
      const turn = emphasisAt(source, i, i + size, from, to);
      if (turn === undefined || (turn === 'close' ? emphasis !== size : emphasis !== 0))
        return false;
      emphasis = turn === 'open' ? size : 0;
      upTo(i, i + size);
      i = text - 1;
    } else if (code === TICK) {
      const close = source.indexOf('`', i + 1);
      if (close < 0 || close >= to || source.slice(i, close).includes('\n')) return false;
      upTo(i, close + 1);
      runs.opaque(source.slice(i + 1, close));
      i = close;
    } else if (code === OPEN || (code === BANG && source.charCodeAt(i + 1) === OPEN)) {
      const place = { line: current, column: i - lineStart + 1 };
      const length = wikilinkLength(source, i);
      if (length > 0) {
        upTo(i, i + length);
        runs.push({ kind: 'wikilink', raw: source.slice(i, text), ...place });
      } else {
        plainLink.lastIndex = i;
        const [whole, label = '', destination = ''] = plainLink.exec(source) ?? [];
        if (whole === undefined) return false;
        upTo(i, i + whole.length);
        runs.link(destination, () => place);
        runs.text(label);
        runs.push({ kind: 'end' });
      }
      i = text - 1;
    } else if (code === CLOSE || (code === UNDERSCORE && !isWithinWord(source, i))) return false;
  }
  upTo(to, to);
  return emphasis === 0;
}

/** A link whose label and address hold nothing that is read otherwise. */
const plainLink = /\[([^[\]\n`*_!]*)\]\(([\w./:?#=~@,;+-]+)\)/y;

/**
 * What `*` or `**` between two places does, where only one thing is possible: it opens after a space and before a letter or sign,
 * and closes before a space, or between a letter and a usual sign (CommonMark 0.31.2, 6.2).
 */
function emphasisAt(
  source: string,
  at: number,
  after: number,
  from: number,
  to: number,
): 'open' | 'close' | undefined {
  const next = after < to ? source.charAt(after) : ' ';
  const before = at > from ? source.charAt(at - 1) : ' ';
  if (next === '*') return undefined;
  if (isBlank(before)) return /\s/.test(next) ? undefined : 'open';
  if (/\s/.test(before)) return undefined;
  if (isBlank(next)) return 'close';
  return '.,;:!?)'.includes(next) && /[\p{L}\p{N}]/u.test(before) ? 'close' : undefined;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n';
}

/** Between two letters or digits of ASCII an underscore is text. */
function isWithinWord(source: string, at: number): boolean {
  return isWord(source.charCodeAt(at - 1)) && isWord(source.charCodeAt(at + 1));
}

function isWord(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}
