import { Node, Parser } from 'commonmark';

import { inlineCost, scanInline } from './body-scan.ts';
import { wikilinkLength } from './body-wikilink.ts';
import { codeBlock, collectRuns, type Block, type Place } from './inline.ts';

// The part of commonmark.js 0.31.2 that its types leave out. The version is pinned and the tests hold it against remark.
interface InlineParser {
  subject: string;
  pos: number;
  brackets: { readonly index: number } | null;
  delimiters: unknown;
  spnl(): boolean;
  parseInline(block: Node): boolean;
  parseOpenBracket(block: Node): boolean;
  parseBang(block: Node): boolean;
  parseCloseBracket(block: Node): boolean;
  processEmphasis(bottom: null): void;
  parse(block: Node): void;
}

const maxCost = 200_000_000;

let spent = 0;
const unparsed = new Set<Node>();
const parser = withWikilinks(new Parser());

/** Reads the blocks of a document with commonmark.js; `partial` when the inline content of one was too costly and only scanned. */
export function commonmarkBlocks(source: string): {
  readonly blocks: readonly Block[];
  readonly partial: boolean;
} {
  spent = 0;
  unparsed.clear();
  const blocks: Block[] = [];
  collectBlocks(parser.parse(source), false, blocks, collectRuns(), placesIn(source));
  return { blocks, partial: unparsed.size > 0 };
}

/**
 * Makes wikilinks a part of the syntax, as strong as code spans: an underscore or a bracket in them is nothing else. A
 * wikilink becomes raw HTML (see `collectRuns`); `level`, which only headings use, holds the offset of a link in the `literal`
 * of its block, which no block with inline content uses.
 */
function withWikilinks(blockParser: Parser): Parser {
  const inline: InlineParser = Reflect.get(blockParser, 'inlineParser');
  const original = { ...inline };

  const wikilink = (block: Node): boolean => {
    const length = wikilinkLength(inline.subject, inline.pos);
    if (length === 0) return false;
    const node = new Node('html_inline');
    node.literal = inline.subject.slice(inline.pos, inline.pos + length);
    node.level = inline.pos;
    inline.pos += length;
    block.appendChild(node);
    return true;
  };
  inline.parseOpenBracket = (block) =>
    wikilink(block) || original.parseOpenBracket.call(inline, block);
  inline.parseBang = (block) => wikilink(block) || original.parseBang.call(inline, block);
  inline.parseCloseBracket = (block) => {
    const opener = inline.brackets;
    const parsed = original.parseCloseBracket.call(inline, block);
    const node = block.lastChild;
    if (opener !== null && node?.type === 'link') node.level = opener.index;
    return parsed;
  };
  // As the original, but a tab is white space too.
  inline.spnl = () => {
    let lines = 0;
    for (; ; inline.pos += 1) {
      const code = inline.subject.charCodeAt(inline.pos);
      if (code === 10) lines += 1;
      if (!isSpace(code) || lines > 1) return true;
    }
  };
  // As the original, but trimming only what CommonMark calls white space here: a no-break space is text.
  inline.parse = (block) => {
    const content = trim(Reflect.get(block, '_string_content'));
    Reflect.set(block, '_string_content', null);
    block.literal = content;
    const cost = inlineCost(content);
    if (spent + cost > maxCost) {
      unparsed.add(block);
      return;
    }
    spent += cost;
    inline.subject = content;
    inline.pos = 0;
    inline.delimiters = null;
    inline.brackets = null;
    while (inline.parseInline(block));
    inline.processEmphasis(null);
  };
  return blockParser;
}

type Runs = ReturnType<typeof collectRuns>;
type Places = ReturnType<typeof placesIn>;

function collectBlocks(
  parent: Node,
  item: boolean,
  blocks: Block[],
  runs: Runs,
  places: Places,
): void {
  for (let node = parent.firstChild; node !== null; node = node.next) {
    const type = node.type;
    if (type === 'paragraph' || type === 'heading') {
      const content = node.literal ?? '';
      const line = startLine(node, content);
      const place = places(content, line);
      if (unparsed.has(node)) scanInline(content, runs, place);
      else collectInline(node, runs, place);
      const kind = type === 'heading' ? type : item && node.prev === null ? 'item' : type;
      blocks.push({ kind, depth: node.level ?? 0, line, runs: runs.take() });
    } else if (type === 'code_block') {
      blocks.push(codeBlock(node.literal ?? '', node.sourcepos[0][0]));
    } else if (node.firstChild !== null) collectBlocks(node, type === 'item', blocks, runs, places);
  }
}

// Told from the end: the start ignores definitions that were taken off when the block seemed to be an underlined heading.
function startLine(node: Node, content: string): number {
  const [[first], [last]] = node.sourcepos;
  const underlined = node.type === 'heading' && first < last;
  let line = underlined ? last - 1 : last;
  for (let i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) line -= 1;
  return line;
}

function collectInline(parent: Node, runs: Runs, place: (offset: number) => Place): void {
  for (let node = parent.firstChild; node !== null; node = node.next) {
    const { level, literal } = node;
    switch (node.type) {
      case 'text':
        if (literal === '\n') runs.lineBreak();
        else runs.text(literal ?? '');
        break;
      case 'softbreak':
      case 'linebreak':
        runs.lineBreak();
        break;
      case 'code':
        runs.opaque(literal ?? '');
        break;
      case 'html_inline':
        runs.html(literal ?? '', () => place(level));
        break;
      case 'image':
        runs.opaque(plainText(node));
        break;
      case 'link':
        runs.link(node.destination ?? '', () => place(level));
        collectInline(node, runs, place);
        runs.push({ kind: 'end' });
        break;
      default:
        collectInline(node, runs, place);
    }
  }
}

/** The text of an image, as mdast has it: HTML as written, hard breaks left out. */
function plainText(parent: Node): string {
  let text = '';
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node.type === 'softbreak') text += ' ';
    else text += node.firstChild === null ? (node.literal ?? '') : plainText(node);
  }
  return text;
}

/** Turns offsets in the content of a block, asked for in order, into places in the source. */
function placesIn(source: string) {
  let line = 1;
  let start = 0;
  const lineStart = (wanted: number): number => {
    if (wanted < line) line = 1;
    if (line === 1) start = 0;
    for (; line < wanted; line += 1) start = source.indexOf('\n', start) + 1;
    return start;
  };
  return (content: string, firstLine: number) => {
    let at = 0;
    let end = -1;
    let current = firstLine;
    let shift = 0;
    return (offset: number): Place => {
      if (end < 0 || offset > end) {
        for (end = endOfLine(content, at); end < offset; end = endOfLine(content, at)) {
          at = end + 1;
          current += 1;
        }
        // What the containers and the end of a heading took from the line lies before and after the content.
        const from = lineStart(current);
        const whole = source.slice(from, endOfLine(source, from));
        shift = Math.max(0, whole.lastIndexOf(content.slice(at, end))) - at + 1;
      }
      return { line: current, column: shift + offset };
    };
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}
