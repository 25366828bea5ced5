import type { Document } from '../core/document.ts';
import { compose } from './compose.ts';
import { limits, tooLarge } from './limits.ts';
import { languageOf, titled } from './metadata.ts';
import { isReversed, repairArabic } from './pdf/arabic.ts';
import type { PdfPage } from './pdf/fragment.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { pdfPieces } from './pdf/pieces.ts';
import { withoutRunningLines } from './pdf/running-lines.ts';
import { segmentsOf } from './pdf/segments.ts';
import type { Reader } from './reader.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** PDF files with a text layer: lines, columns, paragraphs and tables are found again by their places on the page. */
export default {
  name: 'pdf',
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: readPdf,
} satisfies Reader;

async function readPdf(bytes: Uint8Array): Promise<Document> {
  const pdf = await openPdf(bytes);
  try {
    const pages: PdfPage[] = [];
    const empty: number[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.pages; number += 1) {
      const { height, drawn } = await pdf.page(number);
      length += drawn.reduce((sum, { text }) => sum + text.length, 0);
      if (length > limits.text)
        throw tooLarge(
          `The document has more than ${limits.text.toLocaleString('en')} characters of text`,
        );
      if (drawn.length === 0) empty.push(number);
      pages.push({ number, height, segments: segmentsOf(drawn) });
    }
    if (empty.length === pdf.pages)
      throw new UnreadableDocument(
        'No page of the PDF holds text: it is scanned, and koinon does not read pictures',
        'Run text recognition (OCR) on it, or ask for the document it was made from',
      );
    const pieces = pdfPieces(withoutRunningLines(repaired(pages)));
    return {
      format: 'pdf',
      ...compose(pieces),
      metadata: { ...titled(pdf.title), ...languageOf(pdf.language) },
      notes: empty.length === 0 ? [] : [scannedNote(empty)],
    };
  } finally {
    await pdf.close();
  }
}

function repaired(pages: readonly PdfPage[]): PdfPage[] {
  const texts = pages.flatMap(({ segments }) => segments.map(({ text }) => text));
  const reversed = isReversed(texts);
  return pages.map((page) => ({
    ...page,
    segments: page.segments.map((segment) => ({
      ...segment,
      text: repairArabic(segment.text, reversed),
    })),
  }));
}

function scannedNote(pages: readonly number[]): string {
  const last = pages.at(-1);
  return pages.length > 1
    ? `Pages ${pages.slice(0, -1).join(', ')} and ${last} hold no text: scanned, and koinon does not read pictures`
    : `Page ${last} holds no text: scanned, and koinon does not read pictures`;
}
