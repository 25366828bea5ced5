import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/readers/read-document.ts';
import { documentXml, makeDocx, paragraph } from './tools/make-docx.ts';
import type { DocxParts } from './tools/make-docx.ts';
import { makeZip } from './tools/make-zip.ts';
import { makeOdt } from './tools/make-odt.ts';
import { tell } from './tools/tell.ts';

const styles = `
  <w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Titre1"/></w:style>
  <w:style w:styleId="Section"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:styleId="Puces"><w:name w:val="List Bullet"/></w:style>
  <w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style>
  <w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
  <w:style w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
  <w:style w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>`;

const docx = async (body: string, parts: DocxParts = {}) =>
  tell(await readDocument(makeDocx(body, { styles, ...parts }), 'a.docx'));
const run = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const table = (...rows: readonly string[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;

describe('a Word document', () => {
  test.each<[string, string, string[]]>([
    ['a heading, by the name of its style', paragraph('One', 'Titre1'), ['heading 1: One']],
    ['a style built on a heading', paragraph('One', 'Own'), ['heading 1: One']],
    ['a style with a level', paragraph('Three', 'Section'), ['heading 3: Three']],
    ['a circle of styles', paragraph('Text', 'A'), ['paragraph: Text']],
    ['an item', paragraph('Item', 'Puces'), ['item: Item']],
    ['a typed item', paragraph('• Item'), ['item: Item']],
    [
      'a numbered paragraph',
      '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>',
      ['item: Item'],
    ],
    ['a caption', paragraph('Table 1', 'Lgende'), ['caption: Table 1']],
    ['a table of contents', paragraph('One ... 3', 'TM1') + paragraph('Text'), ['paragraph: Text']],
    [
      'deleted and moved text',
      '<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>yes</w:t></w:r></w:ins></w:p>',
      ['paragraph: yes'],
    ],
    [
      'hidden text',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>',
      ['paragraph: yes'],
    ],
    [
      'what is given twice',
      run(
        '<mc:AlternateContent><mc:Choice><w:t>yes</w:t></mc:Choice><mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent>',
      ),
      ['paragraph: yes'],
    ],
    [
      'signs',
      run(
        '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d&#xAD;e</w:t>',
      ),
      ['paragraph: a b\nc-de'],
    ],
    [
      'a field',
      run('<w:fldChar/><w:instrText>PAGE</w:instrText><w:t>yes</w:t>'),
      ['paragraph: yes'],
    ],
    [
      'a table',
      table(
        cell('Name') + cell('Where', '<w:gridSpan w:val="2"/>'),
        cell('Alfa') + cell('Rome') + cell(''),
      ),
      ['row: Name | Where | ', 'row: Alfa | Rome | '],
    ],
    [
      'a frame around text',
      table(`<w:tc>${paragraph('Title', 'Titre1')}${paragraph('Text')}</w:tc>`),
      ['heading 1: Title', 'paragraph: Text'],
    ],
    [
      'a table in a cell',
      table(cell('a') + `<w:tc>${table(cell('b') + cell('c'))}<w:p/></w:tc>`),
      ['row: a | b c'],
    ],
    [
      'a text box',
      `<w:p><w:r><w:t>around</w:t><w:txbxContent>${paragraph('within')}</w:txbxContent></w:r></w:p>`,
      ['paragraph: within', 'paragraph: around'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await docx(body)).toEqual(blocks);
  });

  test('has its notes after its text, and tells its title', async () => {
    const footnotes = `<w:footnote w:type="separator">${paragraph('no')}</w:footnote><w:footnote w:id="1">${paragraph('The note')}</w:footnote>`;
    expect(await docx(paragraph('Text'), { footnotes })).toEqual([
      'paragraph: Text',
      'paragraph: The note',
    ]);
    const core = '<dc:title>Annual &amp; last report</dc:title><dc:language>ca-ES</dc:language>';
    const { metadata } = await readDocument(makeDocx(paragraph('Text'), { core }), 'a.docx');
    expect(metadata).toEqual({ title: 'Annual & last report', language: 'ca' });
  });

  test('may have a number in the name of its text part', async () => {
    const bytes = makeZip([{ name: 'word/document2.xml', data: documentXml(paragraph('Text')) }]);
    expect(tell(await readDocument(bytes, 'a.docx'))).toEqual(['paragraph: Text']);
  });

  test.each(['Microsoft Word - a.doc', 'report.docx', 'Document1', 'Untitled'])(
    '%s is no title',
    async (title) => {
      const core = `<dc:title>${title}</dc:title>`;
      expect((await readDocument(makeDocx(paragraph('Text'), { core }), '')).metadata).toEqual({});
    },
  );
});

test.each([
  [
    'an ODT',
    makeZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
      { name: 'META-INF/manifest.xml', data: '<manifest:encryption-data/>' },
      { name: 'content.xml', data: 'locked' },
    ]),
  ],
  ['a Word document', Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1', 'latin1')],
])('%s with a password is refused', async (_, bytes) => {
  await expect(readDocument(bytes, 'file')).rejects.toThrow('protected by a password');
});

describe('an OpenDocument text', () => {
  const odt = async (body: string) =>
    tell(
      await readDocument(
        makeOdt(body, { styles: '<style:style style:name="P1" style:parent-style-name="Title"/>' }),
        'a.odt',
      ),
    );
  const p = (text: string) => `<text:p>${text}</text:p>`;
  const td = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;

  test.each<[string, string, string[]]>([
    [
      'headings',
      '<text:h text:outline-level="2">Two</text:h><text:p text:style-name="P1">One</text:p>',
      ['heading 2: Two', 'heading 1: One'],
    ],
    [
      'items',
      `<text:list><text:list-item>${p('a')}<text:list><text:list-item>${p('b')}</text:list-item></text:list></text:list-item></text:list>`,
      ['item: a', 'item: b'],
    ],
    [
      'spaces, tabs and line ends',
      p('a<text:s text:c="3"/>b<text:tab/>c\n d<text:line-break/>e'),
      ['paragraph: a b c d\ne'],
    ],
    [
      'deleted text and remarks',
      `<text:tracked-changes>${p('no')}</text:tracked-changes>${p('yes<office:annotation><text:p>no</text:p></office:annotation>')}`,
      ['paragraph: yes'],
    ],
    [
      'notes',
      p(
        'Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note> goes on',
      ),
      ['paragraph: Text goes on', 'paragraph: Note'],
    ],
    [
      'a table',
      `<table:table><table:table-row>${td('a')}${td('b')}<table:covered-table-cell/></table:table-row></table:table>`,
      ['row: a | b | '],
    ],
    ['a caption', '<text:p text:style-name="Caption">Table 1</text:p>', ['caption: Table 1']],
    [
      'a table of contents',
      `<text:table-of-content>${p('One 3')}</text:table-of-content>${p('Text')}`,
      ['paragraph: Text'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await odt(body)).toEqual(blocks);
  });
});
