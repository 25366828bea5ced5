import type { Document } from '../core/document.ts';
import { compose } from './compose.ts';
import { chooseContent } from './html/choose-content.ts';
import { pageMetadata } from './html/page-metadata.ts';
import { walkPage } from './html/walk-page.ts';
import type { Reader } from './reader.ts';
import { decode } from './text/decode.ts';

/**
 * Web pages as they were saved: the article with its headings, lists and tables, without menus, scripts and banners.
 * Nothing is fetched, and no tree is built: one walk, linear in the page, where readability and a DOM would weigh 5 MB more.
 */
export default {
  name: 'html',
  recognises: (bytes) => {
    const start = latin1(bytes.subarray(0, 1024)).replaceAll('\0', '');
    return /^[^<]{0,40}(?:<\?xml[^>]{0,200}>\s{0,20}|<!--[^>]{0,400}-->\s{0,20}){0,5}<(?:!doctype html|html|head|body)[\s>]/i.test(
      start,
    );
  },
  read: async (bytes) => readHtml(bytes),
} satisfies Reader;

function readHtml(bytes: Uint8Array): Document {
  const { text: html, ...encoding } = decode(bytes, declaredEncoding(bytes));
  const page = walkPage(html);
  const pieces = chooseContent(page.pieces);
  return {
    format: 'html',
    ...compose(pieces),
    ...encoding,
    metadata: pageMetadata(page, pieces),
    notes: [],
  };
}

/** What `<meta charset>` says, within the first 2 kB as browsers ask. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i.exec(
    latin1(bytes.subarray(0, 2048)),
  )?.[1];
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
