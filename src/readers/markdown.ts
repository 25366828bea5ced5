import { isUtf8 } from 'node:buffer';
import type { Block, Document, TextSpan } from '../core/document.ts';
import { limits, tooLarge } from './limits.ts';
import { languageOf, titled } from './metadata.ts';
import type { Reader } from './reader.ts';
import { decode } from './text/decode.ts';
import { linesOf, trimmed } from './text/lines.ts';
import { rowOf } from './text/rows.ts';

/**
 * Markdown, line by line: the text is the decoded file, marks of emphasis and links included. A parser with a tree would
 * take minutes for some texts of 20 kB; headings, items and rows need none.
 */
export default {
  name: 'markdown',
  recognises: (bytes, fileName = '') => /\.(?:md|markdown)$/i.test(fileName) || looksWritten(bytes),
  read: async (bytes) => readMarkdown(bytes),
} satisfies Reader;

/** Front matter at the start, or two headings with their marks among the first lines. */
function looksWritten(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if (sample.includes(0) || !isUtf8(bytes)) return false;
  const start = new TextDecoder().decode(sample);
  if (/^---[ \t]*\r?\n[\w-]{1,40}:/.test(start)) return true;
  return (start.match(/^#{1,6} \S/gm)?.length ?? 0) > 1;
}

function readMarkdown(bytes: Uint8Array): Document {
  const decoded = decode(bytes);
  const { text } = decoded;
  if (text.length > limits.text)
    throw tooLarge(`The text has more than ${limits.text.toLocaleString('en')} characters`);
  const lines = linesOf(text);
  const body = afterFrontMatter(text, lines);
  const front = lines.slice(1, Math.max(1, body - 1));
  const metadata = frontMetadata(text, front);
  return {
    format: 'markdown',
    ...decoded,
    blocks: blocksOf(text, lines.slice(body)),
    metadata,
    notes: [],
  };
}

function afterFrontMatter(text: string, lines: readonly TextSpan[]): number {
  const isFence = ({ start, end }: TextSpan) => text.slice(start, end) === '---';
  if (!lines[0] || !isFence(lines[0])) return 0;
  return lines.findIndex((line, index) => index > 0 && isFence(line)) + 1;
}

/** What the front matter says of the document; only plain values on one line. */
function frontMetadata(text: string, lines: readonly TextSpan[]): Document['metadata'] {
  const values = new Map<string, string>();
  for (const { start, end } of lines) {
    const [, key = '', value = ''] =
      /^([a-z_]{1,30}):\s{1,9}(.*)$/i.exec(text.slice(start, Math.min(end, start + 600))) ?? [];
    values.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  const value = (...keys: readonly string[]) =>
    keys.map((key) => values.get(key)).find((found) => found !== undefined && found !== '');
  const published = /^\d{4}-\d{2}-\d{2}/.exec(value('published', 'date') ?? '')?.[0];
  const publisher = value('publisher');
  const url = value('url', 'source');
  return {
    ...titled(value('title') ?? ''),
    ...languageOf(value('language', 'lang') ?? ''),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url?.startsWith('http') === true ? { url } : {}),
  };
}

function blocksOf(text: string, lines: readonly TextSpan[]): Block[] {
  const blocks: Block[] = [];
  let open: 'paragraph' | 'item' | undefined;
  let fence = '';
  const extend = (end: number) => {
    const last = blocks.at(-1);
    if (last) blocks[blocks.length - 1] = { ...last, end };
  };
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const mark = /^(?:`{3,9}|~{3,9})/.exec(content)?.[0] ?? '';
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) {
      fence = fence === '' ? mark : '';
      open = undefined;
      continue;
    }
    if (content === '' || (fence === '' && /^<!--.*-->$/.test(content))) {
      open = undefined;
      continue;
    }
    const heading = fence === '' ? /^#{1,6}(?=[ \t])/.exec(content)?.[0].length : undefined;
    const item =
      fence === ''
        ? /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/.exec(content)?.[0]
        : undefined;
    if (heading !== undefined) {
      const span = withoutClosing(text, { start: line.start + heading, end: line.end });
      if (span.end > span.start) blocks.push({ kind: 'heading', level: heading, ...span });
      open = undefined;
    } else if (open === 'paragraph' && /^(?:=+|-+)$/.test(content)) {
      const last = blocks.pop();
      if (last) blocks.push({ ...last, kind: 'heading', level: content.startsWith('=') ? 1 : 2 });
      open = undefined;
    } else if (/^(?:-[ \t]*){3,99}$|^(?:\*[ \t]*){3,99}$|^_{3,99}$/.test(content.slice(0, 200))) {
      open = undefined;
    } else if (fence === '' && content.startsWith('|')) {
      blocks.push(...rowOf(text, line, '|'));
      open = undefined;
    } else if (item !== undefined) {
      blocks.push({ kind: 'item', start: line.start + item.length, end: line.end });
      open = 'item';
    } else if (open) extend(line.end);
    else {
      const quoted = /^(?:>[ \t]?){1,9}/.exec(content)?.[0].length ?? 0;
      const span = trimmed(text, { start: line.start + quoted, end: line.end });
      if (span.end > span.start) {
        blocks.push({ kind: 'paragraph', ...span });
        open = 'paragraph';
      }
    }
  }
  return blocks;
}

/** `## Partners ##` is headed `Partners`. */
function withoutClosing(text: string, span: TextSpan): TextSpan {
  const inner = trimmed(text, span);
  let { end } = inner;
  while (end > inner.start && text[end - 1] === '#') end -= 1;
  return end === inner.end || text[end - 1] !== ' '
    ? inner
    : trimmed(text, { start: inner.start, end });
}
