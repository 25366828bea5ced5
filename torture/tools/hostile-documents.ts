import { deflateRawSync, deflateSync } from 'node:zlib';
import { documentXml, makeDocx, paragraph } from '../../test/readers/tools/make-docx.ts';
import { makeOdt } from '../../test/readers/tools/make-odt.ts';
import { assemble, makePdf } from '../../test/readers/tools/make-pdf.ts';
import { makeZip } from '../../test/readers/tools/make-zip.ts';

/** A document made to harm who reads it. */
export interface HostileDocument {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** Some may be read, as long as nothing comes of what they ask for. */
  readonly mayBeRead?: true;
  /** What has no limit of its own ends at the deadline of every reading. */
  readonly isLong?: true;
}

const mega = 1024 * 1024;
const text = paragraph('A text of the saltworks.');

const docx = (xml: string, more: Parameters<typeof makeZip>[0] = []) =>
  makeZip([{ name: 'word/document.xml', data: xml }, ...more]);

const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY ${'bcdefghij'[at] ?? ''} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`,
).join('')}]>`;

const page = (more: string, contents?: Uint8Array, filter?: string) =>
  assemble([
    { dictionary: `/Type /Catalog /Pages 2 0 R ${more}` },
    { dictionary: '/Type /Pages /Kids [3 0 R] /Count 1' },
    { dictionary: '/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R' },
    {
      dictionary: filter === undefined ? '' : `/Filter ${filter}`,
      stream: contents ?? Buffer.from('BT /F1 12 Tf (Text) Tj ET'),
    },
  ]);

const zeros = (size: number) => Buffer.alloc(size * mega, '(a) Tj ');

/** A sound archive with some of its bytes changed. */
function changed(
  bytes: Uint8Array,
  signature: string,
  offset: number,
  value: readonly number[],
): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(Buffer.from(signature, 'latin1'));
  copy.set(value, at + offset);
  return copy;
}

const sound = () => makeDocx(text);
const end = 'PK\x05\x06';
const entry = 'PK\x01\x02';

const archives: readonly HostileDocument[] = [
  {
    name: 'an archive whose directory begins beyond its end',
    make: () => changed(sound(), end, 16, [255, 255, 255, 127]),
  },
  {
    name: 'an archive whose directory has no end',
    make: () => changed(sound(), end, 12, [255, 255, 255, 127]),
    mayBeRead: true,
  },
  {
    name: 'an archive that counts too many parts',
    make: () => changed(sound(), end, 10, [255, 255]),
    mayBeRead: true,
  },
  {
    name: 'an archive whose part begins beyond its end',
    make: () => changed(sound(), entry, 42, [255, 255, 255, 127]),
    mayBeRead: true,
  },
  {
    name: 'an archive with an unknown packing',
    make: () => changed(sound(), entry, 10, [99, 0]),
    mayBeRead: true,
  },
  {
    name: 'an archive with a name longer than itself',
    make: () => changed(sound(), entry, 28, [255, 255]),
    mayBeRead: true,
  },
  {
    name: 'an archive whose packed bytes are garbage',
    make: () =>
      makeZip([{ name: 'word/document.xml', data: 'a', packed: Buffer.alloc(2_000, 0xa7) }]),
  },
  { name: 'an archive in an archive', make: () => makeZip([{ name: 'a.zip', data: sound() }]) },
  {
    name: 'an archive whose names lead outside',
    make: () =>
      docx(documentXml(text), [
        { name: '../../../PWNED', data: 'x' },
        { name: '/etc/PWNED', data: 'x' },
      ]),
    mayBeRead: true,
  },
  {
    name: 'an archive with two parts of one name',
    make: () =>
      docx(documentXml(text), [
        { name: 'word/document.xml', data: documentXml(paragraph('Another text.')) },
      ]),
    mayBeRead: true,
  },
  {
    name: 'an archive of 20,000 parts',
    make: () =>
      docx(
        documentXml(text),
        Array.from({ length: 20_000 }, (_, at) => ({ name: `a${at}`, data: '' })),
      ),
  },
  {
    name: 'a spreadsheet',
    make: () =>
      makeZip([
        { name: 'xl/workbook.xml', data: '<workbook/>' },
        { name: '[Content_Types].xml', data: '<Types/>' },
      ]),
  },
  {
    name: 'only the end of an archive',
    make: () => Buffer.concat([Buffer.from(end, 'latin1'), Buffer.alloc(18)]),
  },
];

const offices: readonly HostileDocument[] = [
  {
    name: 'a DOCX of 10 MB in 34 kB',
    make: () => makeDocx(paragraph('word '.repeat(2 * mega))),
    mayBeRead: true,
  },
  { name: 'a DOCX of 49 MB', make: () => makeDocx(paragraph('word '.repeat(9.5 * mega))) },
  {
    name: 'a DOCX of 200 MB',
    make: () =>
      makeZip([
        {
          name: 'word/document.xml',
          data: '',
          packed: deflateRawSync(Buffer.alloc(200 * mega, 'word ')),
        },
      ]),
  },
  {
    name: 'a DOCX that laughs a billion times',
    make: () => docx(laughs + documentXml(paragraph('&j;'))),
  },
  {
    name: 'an ODT that laughs a billion times',
    make: () =>
      makeZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
        { name: 'content.xml', data: `${laughs}<office:text><text:p>&j;</text:p></office:text>` },
      ]),
  },
  {
    name: 'a DOCX that names a picture outside',
    make: () =>
      docx(documentXml(`${text}<w:drawing><a:blip r:link="rId1"/></w:drawing>`), [
        {
          name: 'word/_rels/document.xml.rels',
          data: '<Relationships><Relationship Id="rId1" Target="file:///etc/hostname" TargetMode="External"/></Relationships>',
        },
      ]),
    mayBeRead: true,
  },
  {
    name: 'a DOCX with a link that runs code',
    make: () =>
      docx(
        documentXml(`${text}<w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink>`),
        [
          {
            name: 'word/_rels/document.xml.rels',
            data: '<Relationships><Relationship Id="rId1" Target="javascript:globalThis.PWNED=1" TargetMode="External"/></Relationships>',
          },
        ],
      ),
    mayBeRead: true,
  },
  {
    name: 'a DOCX with a circle of styles',
    make: () =>
      makeDocx(paragraph('A', 'S0'), {
        styles: Array.from(
          { length: 2_000 },
          (_, at) =>
            `<w:style w:styleId="S${at}"><w:basedOn w:val="S${(at + 1) % 2_000}"/></w:style>`,
        ).join(''),
      }),
    mayBeRead: true,
  },
  {
    name: 'a DOCX of tables in tables',
    make: () =>
      makeDocx('<w:tbl><w:tr><w:tc>'.repeat(600) + text + '</w:tc></w:tr></w:tbl>'.repeat(600)),
    mayBeRead: true,
  },
  {
    name: 'an ODT that repeats a cell a million times',
    make: () =>
      makeOdt(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
      ),
    mayBeRead: true,
  },
  {
    name: 'an ODT that repeats a space a billion times',
    make: () => makeOdt('<text:p>a<text:s text:c="1000000000"/>b</text:p>'),
    mayBeRead: true,
  },
];

const pdfs: readonly HostileDocument[] = [
  {
    name: 'a PDF of 200,000 pages',
    make: () =>
      assemble([
        { dictionary: '/Type /Catalog /Pages 2 0 R' },
        { dictionary: `/Type /Pages /Kids [${'3 0 R '.repeat(200_000)}] /Count 200000` },
        { dictionary: '/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]' },
      ]),
  },
  {
    name: 'a PDF that says it has two billion pages',
    make: () =>
      assemble([
        { dictionary: '/Type /Catalog /Pages 2 0 R' },
        { dictionary: '/Type /Pages /Kids [3 0 R] /Count 2000000000' },
        { dictionary: '/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]' },
      ]),
  },
  {
    name: 'a PDF whose pages hold themselves',
    make: () =>
      assemble([
        { dictionary: '/Type /Catalog /Pages 2 0 R' },
        { dictionary: '/Type /Pages /Kids [2 0 R] /Count 1' },
      ]),
  },
  {
    name: 'a PDF packed four times',
    make: () =>
      page(
        '',
        deflateSync(deflateSync(deflateSync(deflateSync(zeros(300))))),
        '[/FlateDecode /FlateDecode /FlateDecode /FlateDecode]',
      ),
  },
  {
    name: 'a PDF that runs JavaScript',
    make: () =>
      page(
        '/OpenAction << /S /JavaScript /JS (globalThis.PWNED = 1) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>',
      ),
    mayBeRead: true,
  },
  {
    name: 'a PDF that starts a program',
    make: () => page('/OpenAction << /S /Launch /F (touch PWNED) >>'),
    mayBeRead: true,
  },
  {
    name: 'a PDF that opens another file',
    make: () => page('/OpenAction << /S /GoToR /F (/etc/passwd) >>'),
    mayBeRead: true,
  },
  {
    name: 'a PDF whose arrays lie in each other',
    make: () => page(`/A ${'['.repeat(100_000)}`),
    mayBeRead: true,
  },
  {
    name: 'a PDF whose brackets are never closed',
    make: () => page('', Buffer.from(`BT ${'('.repeat(1_000_000)}`)),
    mayBeRead: true,
  },
  {
    name: 'a PDF whose graphics states are never given back',
    make: () => page('', Buffer.from('q '.repeat(1_000_000))),
    isLong: true,
    mayBeRead: true,
  },
  {
    name: 'a PDF with a page as wide as the world',
    make: () => makePdf([[{ x: 1e300, y: -1e300, text: 'A' }]]),
    mayBeRead: true,
  },
  { name: 'a PDF of nothing but its first line', make: () => Buffer.from('%PDF-1.7\n') },
];

const pages: readonly HostileDocument[] = [
  {
    name: 'HTML that asks for other files',
    make: () =>
      html(
        '<p>A text.<img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object><link rel="import" href="http://127.0.0.1:9/">',
      ),
    mayBeRead: true,
  },
  {
    name: 'HTML with scripts',
    make: () =>
      html(
        '<p onclick="globalThis.PWNED=1">A text.<script>globalThis.PWNED = 1</script><svg onload="globalThis.PWNED=1"/>',
      ),
    mayBeRead: true,
  },
  { name: 'HTML with an entity that laughs', make: () => html(`${laughs}<p>&j;`), mayBeRead: true },
  {
    name: 'HTML with a cell as wide as a million',
    make: () => html('<table><tr><td colspan="1000000" rowspan="1000000">a</table>'),
    mayBeRead: true,
  },
  {
    name: 'HTML with JSON that is no JSON',
    make: () =>
      html(`<p>A text.<script type="application/ld+json">${'['.repeat(200_000)}</script>`),
    mayBeRead: true,
  },
  {
    name: 'HTML with a million attributes',
    make: () => html(`<p ${'a=b '.repeat(1_000_000)}>A text.`),
    mayBeRead: true,
  },
  {
    name: 'bytes that are no text',
    make: () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251)),
    mayBeRead: true,
  },
];

function html(body: string): Uint8Array {
  return Buffer.from(`<!doctype html><html><body>${body}`);
}

export const hostileDocuments: readonly HostileDocument[] = [
  ...archives,
  ...offices,
  ...pdfs,
  ...pages,
];

/** Documents that can be read, to be damaged byte by byte. */
export const soundDocuments: readonly Uint8Array[] = [
  sound(),
  makeOdt('<text:h text:outline-level="1">Title</text:h><text:p>A text of the saltworks.</text:p>'),
  makePdf([[{ x: 50, y: 50, text: 'A text of the saltworks' }]]),
  html('<h1>Title</h1><table><tr><td>a<td>b</table><p>A text of the saltworks.'),
];
