import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSound } from '../../src/readers/is-sound.ts';
import { readDocument, readerOf, readers } from '../../src/readers/read-document.ts';
import { UnreadableDocument } from '../../src/readers/unreadable-document.ts';
import { makeDocx, paragraph } from './tools/make-docx.ts';
import { makeOdt } from './tools/make-odt.ts';
import { assemble, makePdf } from './tools/make-pdf.ts';
import { makeZip } from './tools/make-zip.ts';
import { costOf } from '../cost.ts';

const words = 'Network of the two shores';
const row =
  '<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';

/** One document of each format, and where a change of it does most. */
const samples: Readonly<{ [format: string]: Uint8Array }> = {
  pdf: makePdf([
    [60, 80].flatMap((y) => [
      { x: 50, y: 30, text: words, size: 20 },
      { x: 50, y, text: 'a' },
      { x: 300, y, text: 'b' },
    ]),
  ]),
  docx: makeDocx(paragraph(words) + row),
  odt: makeOdt(
    `<text:h>${words}</text:h><table:table><table:table-row><table:table-cell/><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>`,
  ),
  html: Buffer.from(
    `<!doctype html><h1>${words}</h1><ul><li>a<li>b</ul><table><tr><td><td>b</table>`,
  ),
  markdown: Buffer.from(`# ${words}\n\n- a\n\n| | b |\n\n## End\n`),
  text: Buffer.from(`${words}\n\n- a\n- b\n\na\tb\n`),
};

/** A PDF without a table of letters: a number changed in one may take pdf.js as long as the deadline lets it. */
const plainPdf = assemble([
  { dictionary: '/Type /Catalog /Pages 2 0 R' },
  { dictionary: '/Type /Pages /Kids [3 0 R] /Count 1' },
  {
    dictionary:
      '/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R',
  },
  { dictionary: '', stream: Buffer.from(`BT /F 12 Tf 100 700 Td (${words}) Tj ET`) },
  { dictionary: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica' },
  { dictionary: '/Title (A title)' },
]);

/** A sound document or a refusal: anything else is a defect. */
async function readOrRefuse(bytes: Uint8Array, name: string): Promise<boolean> {
  try {
    return isSound(await readDocument(bytes, name));
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.message.endsWith('.');
    throw error;
  }
}

describe.each(readers.map((reader) => [reader.name, reader] as const))(
  'the reader of %s',
  (name, reader) => {
    const bytes = samples[name] ?? new Uint8Array();

    test('recognises its own, whatever the file is called', () => {
      expect(readerOf(bytes, 'file').name).toBe(name);
      expect(readerOf(bytes, 'file.txt').name).toBe(name);
    });

    test('leaves the others alone', () => {
      for (const [format, other] of Object.entries(samples))
        if (format !== name && name !== 'text')
          expect(reader.recognises(other, 'file')).toBe(false);
    });

    test('keeps the contract of documents and leaves the bytes as they are', async () => {
      const before = Buffer.from(bytes);
      const document = await reader.read(bytes);
      expect(document.format).toBe(name);
      expect(document.text).toContain(words);
      expect(document.blocks.length).toBeGreaterThan(1);
      expect(isSound(document)).toBe(true);
      expect(before.equals(bytes)).toBe(true);
      expect(await reader.read(bytes)).toEqual(document);
    });

    test('reads or refuses whatever becomes of a document', async () => {
      const whole = name === 'pdf' ? plainPdf : bytes;
      const change = fc.tuple(fc.nat(whole.length), fc.uint8Array({ maxLength: 8 }), fc.nat(8));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          const changed = changes.reduce<Uint8Array>(
            (bytes, [at, put, skip]) =>
              Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + skip)]),
            whole,
          );
          expect(await readOrRefuse(changed, 'file')).toBe(true);
        }),
        { numRuns: name === 'pdf' ? 40 : 150 },
      );
    });
  },
);

/** Words and signs that formats are made of, in any order. */
const pieces =
  `<p> </p> <table> <tr> <td rowspan=3 colspan=9> </table> <dl> <dt> <dd> <li> <h1> </h1> <br> <a> <form> <article>
  <caption> <svg> & a Ab. | ; - 1. # --- \`\`\` > \t \r \n \n\n é ال \u202E \uD800`.split(' ');

test('any words and signs are read as text, Markdown and HTML, or refused', async () => {
  const mixture = fc.array(fc.constantFrom(...pieces, ' ', '\n'), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(mixture, async (parts) => {
      for (const [start, name] of [
        ['', 'a.txt'],
        ['', 'a.md'],
        ['<!doctype html>', 'a.html'],
      ] as const)
        expect(await readOrRefuse(Buffer.from(start + parts.join('')), name)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('any elements are read as DOCX and ODT, or refused', async () => {
  const names =
    'w:p w:r w:t w:tbl w:tr w:tc w:del w:tab w:br text:p text:h text:list-item text:note text:note-body table:table table:table-row table:table-cell office:body'.split(
      ' ',
    );
  const tag = fc.tuple(fc.constantFrom('<', '</'), fc.constantFrom(...names));
  await fc.assert(
    fc.asyncProperty(fc.array(tag, { maxLength: 40 }), async (tags) => {
      const xml = tags.map(([start, name]) => `${start}${name}>text`).join('');
      expect(await readOrRefuse(makeDocx(xml), 'a.docx')).toBe(true);
      expect(await readOrRefuse(makeOdt(xml), 'a.odt')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each<[string, Uint8Array, RegExp]>([
  [
    'an Excel workbook',
    makeZip([{ name: 'xl/workbook.xml', data: '' }]),
    /Excel workbook.*Save the/,
  ],
  ['a presentation', makeZip([{ name: 'ppt/presentation.xml', data: '' }]), /PowerPoint/],
  ['an archive', makeZip([{ name: 'a.txt', data: 'a' }]), /ZIP archive.*Unpack it/],
  [
    'an old Word document',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    /old Microsoft Office.*save it as/,
  ],
  ['RTF', Buffer.from('{\\rtf1 text}'), /RTF/],
  ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), /picture.*OCR/],
  ['only spaces', Buffer.from(' \n\n '), /holds no text/],
])('%s is refused with what to do', async (_, bytes, reason) => {
  await expect(readDocument(bytes, 'file')).rejects.toThrow(reason);
});

test.each([
  ['docx', Buffer.from(samples['docx'] ?? '').subarray(0, 40)],
  ['odt', Buffer.from(samples['odt'] ?? '').subarray(0, 20)],
  ['docx', Buffer.alloc(500)],
])(
  'a .%s that is cut off or empty inside is damaged, not of another format',
  async (ending, bytes) => {
    await expect(readDocument(bytes, `report.${ending.toUpperCase()}`)).rejects.toThrow(
      new RegExp(`This \\.${ending} is damaged`),
    );
  },
);

test('a workbook or a text that is called .docx is told as what it is', async () => {
  const workbook = makeZip([{ name: 'xl/workbook.xml', data: '' }]);
  await expect(readDocument(workbook, 'a.docx')).rejects.toThrow('Excel workbook');
  expect((await readDocument(Buffer.from('Only a text'), 'a.docx')).text).toBe('Only a text');
});

test.each<[string, (size: number) => string, string]>([
  ['lines', (size) => 'word and word\n'.repeat(size), 'a.txt'],
  ['semicolons', (size) => 'a;b;c\n'.repeat(size), 'a.txt'],
  ['one line of bars', (size) => 'a | '.repeat(size), 'a.txt'],
  ['spaces', (size) => `a${' '.repeat(size * 4)}b`, 'a.txt'],
  ['marks of headings', (size) => '# '.repeat(size * 2), 'a.md'],
  ['items', (size) => '- a\n'.repeat(size), 'a.md'],
  ['open elements', (size) => `<!doctype html>${'<p>a<b>'.repeat(size)}`, 'a.txt'],
  ['cells', (size) => `<!doctype html><table>${'<tr><td>a<td>b'.repeat(size)}`, 'a.html'],
  ['signs that begin a page', (size) => '<!--'.repeat(size), 'a.txt'],
])('the time for %s grows with their number, not its square', async (_, make, name) => {
  const time = (size: number) => {
    const bytes = Buffer.from(make(size));
    return costOf(() => readOrRefuse(bytes, name), 4);
  };
  await time(2000);
  // Eight times the size: linear is 8, a square would be 64.
  expect((await time(24_000)) / Math.max(2, await time(3000))).toBeLessThan(40);
});
