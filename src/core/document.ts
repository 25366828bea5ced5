/** A part of a text: half-open, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A piece of a document with its place in the document's text; blocks follow each other and never overlap. */
export interface Block extends TextSpan {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'caption';
  /** 1 to 6, of a heading. */
  readonly level?: number;
  /** Counted from 1, where the document has pages. */
  readonly page?: number;
  /** Of a row: its cells in order, empty ones too. */
  readonly cells?: readonly TextSpan[];
}

/** A document as a reader gives it: one text that never changes again, and its structure as places in that text. */
export interface Document {
  /** What it was read as: `text`, `markdown`, `html`, `docx`, `odt`, `pdf`. */
  readonly format: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In order: line ends in the middle of words, with the hyphens that stand there only for them; they are no part of what is said. */
  readonly breaks?: readonly TextSpan[];
  /** Of a text file, where it is not UTF-8: `windows-1252`, `utf-16le` … */
  readonly encoding?: string;
  /** What the file says of itself. */
  readonly metadata: {
    readonly title?: string;
    /** ISO 639-1. */
    readonly language?: string;
    /** ISO 8601 day. */
    readonly published?: string;
    readonly publisher?: string;
    readonly url?: string;
  };
  /** What a person should know about the reading, such as pages without text. */
  readonly notes: readonly string[];
}
