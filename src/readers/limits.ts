import { UnreadableDocument } from './unreadable-document.ts';

const mega = 1024 * 1024;

/** What a document may be at most; an annual report with its tables is a tenth of each. */
export const limits = {
  fileBytes: 25 * mega,
  /** UTF-16 code units of text, some four hundred and fifty pages: what is understood of more no longer fits into 400 MB. */
  text: 1.5 * mega,
  pages: 600,
  /** Paragraphs, rows and cells together. */
  pieces: 200_000,
  /** Elements within each other, in XML and HTML; careless pages leave hundreds open. */
  depth: 2000,
  /** One unpacked part of a DOCX or ODT. */
  partBytes: 50 * mega,
  /** All unpacked parts together. */
  unpackedBytes: 80 * mega,
  /** One unpacked stream of a PDF. */
  streamBytes: 64 * mega,
  zipEntries: 4000,
} as const;

/** Why a document beyond a limit is refused. */
export function tooLarge(found: string): UnreadableDocument {
  return new UnreadableDocument(
    found,
    'Save the part that matters as a document of its own and read that',
  );
}

/** Why a file of more bytes is refused. */
export function tooManyBytes(): UnreadableDocument {
  return tooLarge(`The file has more than ${limits.fileBytes / mega} MB`);
}

/** Why a document that breaks the rules of its format is refused. */
export function damaged(kind: string, how: string): UnreadableDocument {
  return new UnreadableDocument(
    `This ${kind} is damaged: ${how}`,
    'Open it in the program it was written with and save it again, or ask its sender for another copy',
  );
}
