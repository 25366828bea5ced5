import { damaged } from './limits.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** What a file is that koinon does not read, and what to do with it. */
interface OtherFormat {
  readonly start: string;
  /** What an archive of this format also holds. */
  readonly inside?: string;
  readonly found: string;
  readonly remedy: string;
}

const asDocument = 'Open it and save it as DOCX, ODT or PDF';
const asText = 'Save the text or the table that matters as DOCX, ODT, PDF or CSV';
const noPictures =
  'Koinon does not read pictures: run text recognition (OCR) on it, or ask for the document it was made from';

const zip: OtherFormat = {
  start: 'PK',
  found: 'This is a ZIP archive',
  remedy: 'Unpack it and read the documents in it',
};

const others: readonly OtherFormat[] = [
  {
    start: '\xD0\xCF\x11\xE0',
    found: 'This is a document of an old Microsoft Office, or one that is protected by a password',
    remedy: asDocument,
  },
  { start: '{\\rtf', found: 'This is an RTF document', remedy: asDocument },
  { start: 'PK', inside: 'xl/workbook', found: 'This is an Excel workbook', remedy: asText },
  {
    start: 'PK',
    inside: 'ppt/presentation',
    found: 'This is a PowerPoint presentation',
    remedy: asText,
  },
  {
    start: 'PK',
    inside: 'application/vnd.oasis.opendocument',
    found: 'This is an OpenDocument file, but no text',
    remedy: asText,
  },
  { start: 'PK', inside: 'application/epub', found: 'This is an e-book', remedy: asDocument },
  zip,
  {
    start: '\x1F\x8B',
    found: 'This is a packed file',
    remedy: 'Unpack it and read the documents in it',
  },
  { start: '\x89PNG', found: 'This is a picture (PNG)', remedy: noPictures },
  { start: '\xFF\xD8\xFF', found: 'This is a picture (JPEG)', remedy: noPictures },
  { start: 'GIF8', found: 'This is a picture (GIF)', remedy: noPictures },
  { start: 'II*\0', found: 'This is a picture (TIFF)', remedy: noPictures },
  { start: 'MM\0*', found: 'This is a picture (TIFF)', remedy: noPictures },
];

/** Refuses a file that is known to be of a format that koinon does not read, and one that is called a document and holds none. */
export function refuseOther(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0)
    throw new UnreadableDocument('The file is empty', 'Ask its sender for another copy');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, 16);
  const other = others.find(
    (other) =>
      start.startsWith(other.start) &&
      (other.inside === undefined || buffer.includes(other.inside, 0, 'latin1')),
  );
  const [ending] = /\.(?:docx|odt|pdf)$/i.exec(fileName) ?? [];
  const isBroken = other ? other === zip : buffer.subarray(0, 1024).includes(0);
  if (ending !== undefined && isBroken)
    throw damaged(ending.toLowerCase(), 'what a document of this kind holds is not there');
  if (other) throw new UnreadableDocument(other.found, other.remedy);
}
