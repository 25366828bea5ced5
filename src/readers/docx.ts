import type { Document } from '../core/document.ts';
import { compose } from './compose.ts';
import { damaged } from './limits.ts';
import { officeMetadata } from './metadata.ts';
import { isArchive } from './office/is-archive.ts';
import { officeText } from './office/office-text.ts';
import { walkXml } from './office/walk-xml.ts';
import { headed, wordStyles } from './office/word-styles.ts';
import type { WordStyles } from './office/word-styles.ts';
import { openArchive } from './office/zip.ts';
import type { Reader } from './reader.ts';

type Text = ReturnType<typeof officeText>;

/** Word documents (ECMA-376): paragraphs, lists, tables, notes; without what was deleted or hidden. */
export default {
  name: 'docx',
  recognises: (bytes) => isArchive(bytes, 'word/document'),
  read: async (bytes) => readDocx(bytes),
} satisfies Reader;

function readDocx(bytes: Uint8Array): Document {
  const archive = openArchive(bytes);
  // Word on the web numbers it: `document2.xml`.
  const name = archive.names.find((name) => /^word\/document\d{0,3}\.xml$/.test(name)) ?? '';
  const main = archive.part(name);
  if (main === undefined) throw damaged('Word document', 'it has no text part');
  const styles = wordStyles(archive.part('word/styles.xml') ?? '');
  const text = officeText();
  readPart(main, styles, text);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    text.startNote();
    readPart(archive.part(name) ?? '', styles, text);
    text.endNote();
  }
  const metadata = officeMetadata(archive.part('docProps/core.xml') ?? '');
  return { format: 'docx', ...compose(text.pieces()), metadata, notes: [] };
}

/** Elements whose text is not there for a reader: deleted, moved away, given twice, only for separation. */
const unread = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange']);

/** What stands for a sign in a run. */
const signs: Readonly<{ [name: string]: string }> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

function readPart(xml: string, styles: WordStyles, text: Text): void {
  let skipped = 0;
  let dropped = 0;
  let hidden = false;
  let inText = false;
  /** `w:tab` is also the place of a tab stop. */
  let inRun = 0;
  const spans: number[] = [];
  walkXml(xml, {
    open: (name, attributes) => {
      if (skipped > 0 || isUnread(name, attributes)) {
        skipped += 1;
        return;
      }
      const value = attributes['w:val'];
      const sign = signs[name];
      if (sign !== undefined && inRun > 0) text.text(sign);
      else if (name === 'w:t') inText = !hidden && dropped === 0;
      else if (name === 'w:r') {
        inRun += 1;
        hidden = false;
      } else if (name === 'w:vanish' && inRun > 0) hidden = value !== '0' && value !== 'false';
      else if (name === 'w:p') text.startParagraph();
      else if (name === 'w:pStyle') {
        const style = styles.get(value ?? '');
        if (style === 'drop') dropped = 1;
        else if (style) text.restyle(style);
      } else if (name === 'w:outlineLvl' && Number(value) < 9)
        text.restyle(headed(Number(value) + 1));
      else if (name === 'w:numId' && value !== '0') text.list();
      else if (name === 'w:tbl') text.startTable();
      else if (name === 'w:tc') {
        text.startCell();
        spans.push(1);
      } else if (name === 'w:gridSpan' && spans.length > 0) spans[spans.length - 1] = Number(value);
    },
    text: (data) => {
      if (inText && skipped === 0) text.text(data);
    },
    close: (name) => {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 'w:t') inText = false;
      else if (name === 'w:r') inRun -= 1;
      else if (name === 'w:p') {
        text.endParagraph();
        dropped = 0;
      } else if (name === 'w:tc') text.endCell(spans.pop());
      else if (name === 'w:tr') text.endRow();
      else if (name === 'w:tbl') text.endTable();
    },
  });
}

function isUnread(name: string, attributes: Readonly<{ [name: string]: string }>): boolean {
  if (unread.has(name)) return true;
  const type = attributes['w:type'] ?? '';
  return (
    ((name === 'w:footnote' || name === 'w:endnote') && type.startsWith('separator')) ||
    type.startsWith('continuation')
  );
}
