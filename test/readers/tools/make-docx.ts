import { makeZip } from './make-zip.ts';

/** Further parts of a Word document, as the XML within their root. */
export interface DocxParts {
  readonly styles?: string;
  readonly footnotes?: string;
  readonly core?: string;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A Word document with a body; styles, notes and metadata where they are given. */
export function makeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const { styles = '', footnotes = '', core = '' } = parts;
  return makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: documentXml(body) },
    { name: 'word/styles.xml', data: `<w:styles ${namespaces}>${styles}</w:styles>` },
    { name: 'word/footnotes.xml', data: `<w:footnotes ${namespaces}>${footnotes}</w:footnotes>` },
    { name: 'docProps/core.xml', data: `<cp:coreProperties>${core}</cp:coreProperties>` },
  ]);
}

/** The text part of a Word document. */
export function documentXml(body: string): string {
  return `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
}

/** A paragraph with a style and one run. */
export function paragraph(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
