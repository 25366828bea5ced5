import type { Document } from '../core/document.ts';
import docx from './docx.ts';
import html from './html.ts';
import { limits, tooManyBytes } from './limits.ts';
import markdown from './markdown.ts';
import odt from './odt.ts';
import { refuseOther } from './other-formats.ts';
import pdf from './pdf.ts';
import type { Reader } from './reader.ts';
import text from './text.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** The first that recognises a file reads it; plain text is what is left. */
export const readers: readonly Reader[] = [pdf, docx, odt, html, markdown, text];

/** The reader of a file, or why there is none: an `UnreadableDocument` is thrown. */
export function readerOf(bytes: Uint8Array, fileName: string): Reader {
  if (bytes.length > limits.fileBytes) throw tooManyBytes();
  const reader = readers.find((reader) => reader.recognises(bytes, fileName)) ?? text;
  if (reader === text || reader === markdown) refuseOther(bytes, fileName);
  return reader;
}

/** Reads a document of any format in this process, however long it takes; everything that goes wrong is an `UnreadableDocument`. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<Document> {
  const reader = readerOf(bytes, fileName);
  let document: Document;
  try {
    document = await reader.read(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument(
      `The file looks like ${reader.name.toUpperCase()} but cannot be read`,
      'Open it in the program it was written with, save it again and read that',
    );
  }
  if (document.blocks.length === 0)
    throw new UnreadableDocument('The document holds no text', 'Check that it is the right file');
  return document;
}
