import { wikilinkLength } from './body-wikilink.ts';
import { codeBlock, collectRuns, type Block, type Place } from './inline.ts';

const maxLength = 1_000_000;
const maxContainers = 100;
const maxSpace = 500;
const maxMarkers = 2_000;

/** Whether a parser may need more than linear time for the blocks of a document. */
export function isTooMuch(source: string): boolean {
  if (source.length > maxLength) return true;
  for (let from = 0, to = 0; from < source.length; from = to + 1) {
    to = source.indexOf('\n', from);
    if (to < 0) to = source.length;
    if (to - from <= maxContainers) continue;
    if (containers(source, from, to).depth > maxContainers) return true;
    if (to - from > maxSpace && hasLongSpace(source, from, to)) return true;
  }
  return false;
}

/** How many steps a parser may need for the inline content of one block, at worst; infinite where it is not to be tried. */
export function inlineCost(content: string): number {
  // Most paragraphs: not worth counting.
  if (content.length < 1_000) return 0;
  let markers = 0;
  for (let i = 0; i < content.length; i += 1) if (isMarker(content.charCodeAt(i))) markers += 1;
  return markers > maxMarkers ? Number.POSITIVE_INFINITY : markers * content.length;
}

/**
 * Reads inline content in linear time: text, code spans, HTML comments, wikilinks and plain Markdown links.
 * Emphasis stays in the text as it is written.
 */
export function scanInline(
  content: string,
  runs: ReturnType<typeof collectRuns>,
  place: (offset: number) => Place,
): void {
  const closing = closingTicks(content);
  let from = 0;
  let comments = true;
  const upTo = (end: number, next: number) => {
    if (end > from) runs.text(content.slice(from, end));
    from = next;
  };
  for (let i = 0; i < content.length; i += 1) {
    switch (content[i]) {
      case '\n':
        upTo(i, i + 1);
        runs.lineBreak();
        break;
      case '\\':
        if (isEscapable(content.charCodeAt(i + 1))) {
          upTo(i, i + 1);
          i += 1;
        }
        break;
      case '`': {
        const length = tickLength(content, i);
        const close = closing(i, length);
        if (close > 0) {
          upTo(i, close + length);
          runs.opaque(content.slice(i + length, close).trim());
        }
        i = close > 0 ? from - 1 : i + length - 1;
        break;
      }
      case '<':
        if (comments && content.startsWith('<!--', i)) {
          const close = content.indexOf('-->', i + 4);
          comments = close > 0;
          if (comments) {
            upTo(i, close + 3);
            i = from - 1;
          }
        }
        break;
      case '!':
      case '[': {
        const length = wikilinkLength(content, i);
        if (length > 0) {
          upTo(i, i + length);
          runs.html(content.slice(i, from), () => place(i));
          i = from - 1;
          break;
        }
        const link = content[i] === '[' ? plainLink(content, i) : undefined;
        if (link !== undefined) {
          upTo(i, link.end);
          runs.link(link.destination, () => place(i));
          runs.text(link.label);
          runs.push({ kind: 'end' });
          i = from - 1;
        }
        break;
      }
    }
  }
  upTo(content.length, content.length);
}

/** Reads a document line by line in linear time: fenced code, `#` headings, list items, and all else as text. */
export function scanBlocks(source: string): readonly Block[] {
  const blocks: Block[] = [];
  const runs = collectRuns();
  let fence = '';
  let comment = false;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    const { start, item } = containers(text, 0, text.length);
    const rest = text.slice(start);
    const ticks = /^(?:`{3,99}|~{3,99})/.exec(rest)?.[0];
    if (comment) comment = !rest.includes('-->');
    else if (fence !== '') {
      if (ticks?.startsWith(fence) === true) fence = '';
      else blocks.push(codeBlock(text, line));
    } else if (ticks !== undefined) fence = ticks;
    else if (rest.startsWith('<!--') && !rest.includes('-->')) comment = true;
    else {
      const marks = /^#{1,6}(?=[ \t])/.exec(rest)?.[0].length ?? 0;
      const shift = start + marks;
      scanInline(text.slice(shift), runs, (offset) => ({ line, column: shift + offset + 1 }));
      blocks.push({
        kind: marks > 0 ? 'heading' : item ? 'item' : 'paragraph',
        depth: marks,
        line,
        runs: runs.take(),
      });
    }
  });
  return blocks;
}

/** The markers of block quotes and list items that a line begins with, and where the rest of it starts. */
function containers(text: string, from: number, to: number) {
  let depth = 0;
  let item = false;
  let start = from;
  for (let i = from; i < to;) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9) {
      i += 1;
    } else if (code === 62) {
      depth += 1;
      i += 1;
    } else {
      let end = i + 1;
      if (code !== 42 && code !== 43 && code !== 45) {
        end = i;
        while (end < i + 9 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
        const sign = text.charCodeAt(end);
        if (end === i || (sign !== 46 && sign !== 41)) break;
        end += 1;
      }
      const after = text.charCodeAt(end);
      if (end < to && after !== 32 && after !== 9) break;
      depth += 1;
      item = true;
      i = end;
    }
    start = i;
  }
  return { depth, item, start };
}

/** For each run of backticks the next one of the same length, asked for from left to right. */
function closingTicks(content: string) {
  const byLength = new Map<number, number[]>();
  for (let i = content.indexOf('`'); i >= 0; i = content.indexOf('`', i)) {
    const length = tickLength(content, i);
    const starts = byLength.get(length);
    if (starts === undefined) byLength.set(length, [i]);
    else starts.push(i);
    i += length;
  }
  for (const starts of byLength.values()) starts.reverse();
  return (at: number, length: number): number => {
    const starts = byLength.get(length) ?? [];
    while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) <= at) starts.pop();
    return starts.at(-1) ?? -1;
  };
}

function tickLength(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 96) end += 1;
  return end - at;
}

/** A link without anything special in its label and destination; the search ends at the next bracket or white space. */
function plainLink(content: string, at: number) {
  const plain = /\[([^[\]\n`\\]*)\]\(([^\s()<>\\]+)\)/y;
  plain.lastIndex = at;
  const [whole, label, destination] = plain.exec(content) ?? [];
  if (whole === undefined || label === undefined || destination === undefined) return undefined;
  return { label, destination, end: at + whole.length };
}

function isMarker(code: number): boolean {
  // * < [ ] _ ` ~
  return (
    code === 42 ||
    code === 60 ||
    code === 91 ||
    code === 93 ||
    code === 95 ||
    code === 96 ||
    code === 126
  );
}

function isEscapable(code: number): boolean {
  return (
    (code > 32 && code < 48) ||
    (code > 57 && code < 65) ||
    (code > 90 && code < 97) ||
    (code > 122 && code < 127)
  );
}

/** White space or backticks, whose long runs some patterns of commonmark.js read again and again. */
function hasLongSpace(text: string, from: number, to: number): boolean {
  let run = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    run = code === 32 || code === 9 || code === 96 ? run + 1 : 0;
    if (run > maxSpace) return true;
  }
  return false;
}
