import { writeRecord } from '../markdown/write-front.ts';
import type { Draft } from './draft.ts';

/** The record of a document as it will stand in the base. */
export function pageText(draft: Draft): string {
  const { title, language, published, sha256 } = draft.document;
  const { url } = draft;
  return writeRecord(
    [
      ['kind', ['document']],
      ['title', [title]],
      ['lang', [language]],
      ...(published === undefined ? [] : [['published', [published]] as const]),
      ...(url === undefined ? [] : [['url', [url]] as const]),
      ['file', [draft.file]],
      ['sha256', [sha256]],
    ],
    '',
  );
}
