import { limits, tooLarge } from '../limits.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import type { Placed } from './fragment.ts';

/** An open PDF; pages are counted from 1. */
export interface OpenPdf {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  page(number: number): Promise<{ readonly height: number; readonly drawn: readonly Placed[] }>;
  close(): Promise<void>;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Opens a PDF with pdf.js; nothing of it is run, drawn or fetched. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the bytes away from whoever gave them.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException'
      ? new UnreadableDocument(
          'The PDF is protected by a password',
          'Open it with the password, print it to a new PDF and read that',
        )
      : new UnreadableDocument(
          'The PDF is damaged and cannot be opened',
          'Open it in a PDF program and print it to a new PDF, or ask its sender for another copy',
        );
  });
  if (pdf.numPages > limits.pages) {
    await pdf.loadingTask.destroy();
    throw tooLarge(`The PDF has ${pdf.numPages} pages, more than the ${limits.pages} koinon reads`);
  }
  const info = new Map<string, unknown>(Object.entries((await pdf.getMetadata()).info));
  const written = (key: string) => {
    const value = info.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    pages: pdf.numPages,
    title: written('Title'),
    language: written('Language'),
    page: async (number) => {
      const page = await pdf.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      page.cleanup();
      const matrix = matrixOf(view.transform);
      const drawn = items.flatMap((item) => ('str' in item ? placed(item, matrix) : []));
      return { height: view.height, drawn };
    },
    close: async () => {
      await pdf.loadingTask.destroy();
    },
  };
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly unknown[];
}

/** Text set upright; what is written along the side of a page is no part of its text. */
function placed({ str, width, transform }: Item, view: Matrix): Placed[] {
  if (str.trim() === '') return [];
  const [a, b, c, d, x, y] = times(view, matrixOf(transform));
  const height = Math.hypot(c, d);
  if (![x, y, height, width].every(Number.isFinite) || height === 0) return [];
  if (Math.abs(b) > 0.1 * Math.abs(a)) return [];
  const scale = Math.hypot(view[0], view[1]);
  return [{ text: str, x, right: x + width * scale, y, height }];
}

/** What pdf.js gives as a matrix; what is missing in it or no number is none, and places nothing. */
function matrixOf(values: readonly unknown[]): Matrix {
  const [a = NaN, b = NaN, c = NaN, d = NaN, x = NaN, y = NaN] = values.map(Number);
  return [a, b, c, d, x, y];
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
