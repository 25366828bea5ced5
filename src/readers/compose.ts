import type { Block, Document, TextSpan } from '../core/document.ts';
import { limits, tooLarge } from './limits.ts';
import type { UnreadableDocument } from './unreadable-document.ts';

/** What a reader found, in reading order, before it has a place in a text. */
export type Piece =
  | {
      readonly kind: 'heading' | 'paragraph' | 'item' | 'caption';
      readonly level?: number;
      readonly page?: number;
      readonly text: string;
    }
  | { readonly kind: 'row'; readonly page?: number; readonly cells: readonly string[] };

/** Soft hyphens, zero-width spaces, marks of direction and controls: they are not seen and would part what belongs together. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const controls = /(?![\t-\r])\p{Cc}/gu;

/**
 * The text of the pieces and their places in it: an empty line between blocks, one line end between rows and between items,
 * a tab between cells; a line end within a block is one that a person made. NFC, well-formed, spaces single.
 */
export function compose(pieces: readonly Piece[]): Pick<Document, 'text' | 'blocks'> {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let count = 0;
  let raw = 0;
  const write = (text: string): TextSpan => {
    parts.push(text);
    length += text.length;
    return { start: length - text.length, end: length };
  };
  let last: Piece['kind'] | undefined;
  for (const piece of pieces) {
    const written = piece.kind === 'row' ? piece.cells : [piece.text];
    for (const { length: more } of written) raw += more;
    if (raw > longestRaw) throw tooLong();
    const texts = written.map(tidy);
    count += texts.length;
    if (count > limits.pieces)
      throw tooLarge(
        `The document has more than ${limits.pieces.toLocaleString('en')} paragraphs and cells`,
      );
    if (texts.every((text) => text === '')) continue;
    if (last) write(piece.kind === last && (last === 'row' || last === 'item') ? '\n' : '\n\n');
    last = piece.kind;
    const page = piece.page === undefined ? {} : { page: piece.page };
    const start = length;
    if (piece.kind === 'row') {
      const cells = texts.map((text, index) => {
        if (index > 0) write('\t');
        return write(text);
      });
      blocks.push({ kind: 'row', start, end: length, ...page, cells });
    } else {
      const level = piece.level === undefined ? {} : { level: piece.level };
      blocks.push({ kind: piece.kind, ...level, ...write(texts[0] ?? ''), ...page });
    }
    if (length > limits.text) throw tooLong();
  }
  return { text: parts.join(''), blocks };
}

/** Before it is tidied: what is indented may shrink to a quarter, and to tidy more takes longer than anybody waits. */
const longestRaw = 4 * limits.text;

function tooLong(): UnreadableDocument {
  return tooLarge(
    `The document has more than ${limits.text.toLocaleString('en')} characters of text`,
  );
}

/** One piece of text as a person sees it: lines trimmed, spaces single, nothing that is not seen. */
export function tidy(text: string): string {
  return text
    .replace(unseen, '')
    .toWellFormed()
    .normalize('NFC')
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) =>
      line
        .replace(controls, ' ')
        .replace(/[ \t\v\f]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
