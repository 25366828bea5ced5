import type { Piece } from '../compose.ts';
import { limits, tooLarge } from '../limits.ts';

/** What a paragraph of a word processor is; a paragraph where nothing says otherwise. */
export interface ParagraphStyle {
  readonly kind: Exclude<Piece['kind'], 'row'>;
  readonly level?: number;
}

/** The sign of a list that somebody typed. */
const typedMark = /^\s{0,9}[-–•*·▪◦‣●○➢]\s{1,9}(?=\S)/;

interface Paragraph {
  style: ParagraphStyle;
  text: string;
}

interface Table {
  cells: string[];
  /** Of the cells of the row that is being read; one cell alone is a frame, not a row. */
  pieces: Piece[];
}

/** Collects what a word processor's XML tells into pieces; paragraphs, tables and notes may lie in each other. */
export function officeText() {
  const body: Piece[] = [];
  const notes: Piece[] = [];
  const sinks: Piece[][] = [body];
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  let count = 0;
  const add = (sink: Piece[] | undefined, piece: Piece) => {
    count += 1;
    if (count > limits.pieces)
      throw tooLarge(
        `The document has more than ${limits.pieces.toLocaleString('en')} paragraphs and cells`,
      );
    sink?.push(piece);
  };
  return {
    startParagraph: (style: ParagraphStyle = { kind: 'paragraph' }) => {
      paragraphs.push({ style, text: '' });
    },
    /** Word says what a paragraph is after it has begun. */
    restyle: (style: ParagraphStyle) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.style = style;
    },
    /** A numbered heading stays a heading. */
    list: () => {
      const paragraph = paragraphs.at(-1);
      if (paragraph?.style.kind === 'paragraph') paragraph.style = { kind: 'item' };
    },
    text: (text: string) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.text += text;
    },
    endParagraph: () => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const { style, text } = paragraph;
      const mark = style.kind === 'paragraph' ? typedMark.exec(text)?.[0] : undefined;
      if (mark === undefined) add(sinks.at(-1), { ...style, text });
      else add(sinks.at(-1), { kind: 'item', text: text.slice(mark.length) });
    },
    startNote: () => {
      sinks.push(notes);
    },
    endNote: () => {
      sinks.pop();
    },
    startTable: () => {
      tables.push({ cells: [], pieces: [] });
    },
    endTable: () => {
      tables.pop();
    },
    startCell: () => {
      sinks.push([]);
    },
    /** A cell as wide as several keeps the following ones below their headings. */
    endCell: (columns = 1) => {
      const pieces = sinks.pop() ?? [];
      const table = tables.at(-1);
      if (!table) return;
      table.pieces = table.cells.length === 0 ? pieces : [];
      table.cells.push(pieces.map(textOf).join('\n'));
      for (let column = 1; column < Math.min(columns, 64); column += 1) table.cells.push('');
      count += Math.min(columns, 64);
    },
    endRow: () => {
      const table = tables.at(-1);
      if (!table) return;
      const sink = sinks.at(-1);
      const { cells, pieces } = table;
      if (cells.length === 1) for (const piece of pieces) add(sink, piece);
      else if (tables.length > 1) add(sink, { kind: 'paragraph', text: cells.join(' ') });
      else add(sink, { kind: 'row', cells });
      table.cells = [];
      table.pieces = [];
    },
    /** The body, then the notes. */
    pieces: (): readonly Piece[] => [...body, ...notes],
  };
}

function textOf(piece: Piece): string {
  return piece.kind === 'row' ? piece.cells.join(' ') : piece.text;
}
