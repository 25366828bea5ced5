import { makeZip } from './make-zip.ts';

/** An OpenDocument text with a body, automatic styles and metadata. */
export function makeOdt(body: string, { styles = '', meta = '' } = {}): Uint8Array {
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      data: `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    { name: 'meta.xml', data: `<office:document-meta>${meta}</office:document-meta>` },
    {
      name: 'META-INF/manifest.xml',
      data: '<manifest:manifest><manifest:file-entry manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>',
    },
  ]);
}
