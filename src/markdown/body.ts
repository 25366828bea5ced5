import { commonmarkBlocks } from './body-commonmark.ts';
import { toBody, type Body, type BodyOptions } from './body-contents.ts';
import { withoutLastSpaces } from './inline.ts';
import { plainBlocks } from './body-plain.ts';
import { isTooMuch, scanBlocks } from './body-scan.ts';

export type { Body, BodyLink, BodyOptions } from './body-contents.ts';

/** Reads the body of a record fast; `partial` says that it was too long, or made to be slow, and was only scanned. */
export function readBody(markdown: string, options: BodyOptions): Body {
  const source = normaliseBody(markdown);
  if (isTooMuch(source)) return { ...toBody(scanBlocks(source), options), partial: true };
  const plain = plainBlocks(source);
  if (plain) return toBody(plain, options);
  const { blocks, partial } = commonmarkBlocks(source);
  const body = toBody(blocks, options);
  return partial ? { ...body, partial } : body;
}

/** One kind of line end, no byte order mark, no NUL, no tab at the end of a line: lines and columns stay as they are. */
export function normaliseBody(markdown: string): string {
  let source = markdown.charCodeAt(0) === 0xfeff ? markdown.slice(1) : markdown;
  if (source.includes('\r')) source = source.replace(/\r\n?/g, '\n');
  if (source.includes('\0')) source = source.replaceAll('\0', '\uFFFD');
  return source.includes('\t') ? source.split('\n').map(withoutLastTab).join('\n') : source;
}

// commonmark.js sees a definition only if no tab follows it.
function withoutLastTab(line: string): string {
  const text = withoutLastSpaces(line);
  return line.includes('\t', text.length) ? text : line;
}
