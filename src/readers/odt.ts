import type { Document } from '../core/document.ts';
import { compose } from './compose.ts';
import { damaged } from './limits.ts';
import { officeMetadata } from './metadata.ts';
import { isArchive } from './office/is-archive.ts';
import { officeText } from './office/office-text.ts';
import type { ParagraphStyle } from './office/office-text.ts';
import { walkXml } from './office/walk-xml.ts';
import { headed } from './office/word-styles.ts';
import { openArchive } from './office/zip.ts';
import type { Reader } from './reader.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** OpenDocument texts (ISO/IEC 26300): paragraphs, lists, tables, notes; without what was deleted. */
export default {
  name: 'odt',
  recognises: (bytes) => isArchive(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text'),
  read: async (bytes) => readOdt(bytes),
} satisfies Reader;

function readOdt(bytes: Uint8Array): Document {
  const archive = openArchive(bytes);
  if (archive.part('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new UnreadableDocument(
      'The document is protected by a password',
      'Open it with the password, save it without one and read that',
    );
  const content = archive.part('content.xml');
  if (content === undefined) throw damaged('OpenDocument text', 'it has no text part');
  const text = officeText();
  readContent(content, text);
  const metadata = officeMetadata(archive.part('meta.xml') ?? '');
  return { format: 'odt', ...compose(text.pieces()), metadata, notes: [] };
}

/** Elements whose text is not there for a reader: deleted, remarks of editors, numbers of notes, a table of contents. */
const unread = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'text:table-of-content',
  'text:hidden-text',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
]);

/** Styles with a meaning of their own; a writer's own styles are built on them. */
const meanings: Readonly<{ [name: string]: ParagraphStyle }> = {
  Title: { kind: 'heading', level: 1 },
  Subtitle: { kind: 'heading', level: 2 },
  Caption: { kind: 'caption' },
  Table: { kind: 'caption' },
  Illustration: { kind: 'caption' },
  Figure: { kind: 'caption' },
  Drawing: { kind: 'caption' },
};

function readContent(xml: string, text: ReturnType<typeof officeText>): void {
  const parents = new Map<string, string>();
  const columns: number[] = [];
  let skipped = 0;
  let inBody = false;
  let inParagraph = 0;
  let inItem = 0;
  const styleOf = (attributes: Readonly<{ [name: string]: string }>): ParagraphStyle => {
    const name = attributes['text:style-name'] ?? '';
    const known = Object.hasOwn(meanings, name) ? name : (parents.get(name) ?? '');
    return meanings[known] ?? { kind: inItem > 0 ? 'item' : 'paragraph' };
  };
  walkXml(xml, {
    open: (name, attributes) => {
      if (skipped > 0 || unread.has(name)) {
        skipped += 1;
        return;
      }
      if (name === 'office:body') inBody = true;
      else if (name === 'style:style')
        parents.set(attributes['style:name'] ?? '', attributes['style:parent-style-name'] ?? '');
      else if (!inBody) return;
      else if (name === 'text:h') {
        text.startParagraph(headed(Number(attributes['text:outline-level'] ?? 1) || 1));
        inParagraph += 1;
      } else if (name === 'text:p') {
        text.startParagraph(styleOf(attributes));
        inParagraph += 1;
      } else if (name === 'text:list-item') inItem += 1;
      else if (name === 'text:s') text.text(' ');
      else if (name === 'text:tab') text.text('\t');
      else if (name === 'text:line-break') text.text('\n');
      else if (name === 'text:note-body') text.startNote();
      else if (name === 'table:table') text.startTable();
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        text.startCell();
        columns.push(Number(attributes['table:number-columns-repeated'] ?? 1) || 1);
      }
    },
    text: (data) => {
      if (skipped === 0 && inParagraph > 0) text.text(data.replace(/[\r\n]/g, ' '));
    },
    close: (name) => {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (!inBody) return;
      if (name === 'text:h' || name === 'text:p') {
        text.endParagraph();
        inParagraph -= 1;
      } else if (name === 'text:list-item') inItem -= 1;
      else if (name === 'text:note-body') text.endNote();
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
        text.endCell(columns.pop());
      else if (name === 'table:table-row') text.endRow();
      else if (name === 'table:table') text.endTable();
    },
  });
}
