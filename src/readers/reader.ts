import type { Document } from '../core/document.ts';

/** Reads the documents of one format; what it cannot read it refuses with an `UnreadableDocument`. */
export interface Reader {
  /** The format of its documents. */
  readonly name: string;
  /** Told by the content; by the file name only where the content does not say it. */
  recognises(bytes: Uint8Array, fileName?: string): boolean;
  read(bytes: Uint8Array): Promise<Document>;
}
