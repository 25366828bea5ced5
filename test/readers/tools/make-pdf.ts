import { deflateSync } from 'node:zlib';

/** Text drawn at a place, in points from the upper left corner of a page of 600 by 800; every letter is half its size wide. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A part of a PDF: a dictionary, with the bytes of a stream or without. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

/** A PDF with one page for each list; its one font maps every code to the letter of that number. */
export function makePdf(
  pages: readonly (readonly Drawn[])[],
  { title = '', language = '' } = {},
): Uint8Array {
  const first = 7;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return assemble([
    { dictionary: `/Type /Catalog /Pages 2 0 R${language === '' ? '' : ` /Lang (${language})`}` },
    { dictionary: `/Type /Pages /Kids [${kids}] /Count ${pages.length}` },
    {
      dictionary:
        '/Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R',
    },
    {
      dictionary:
        '/Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
    },
    streamOf('', toUnicode),
    { dictionary: `/Title ${utf16(title)}` },
    ...pages.flatMap((drawn, index) => [
      {
        dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R`,
      },
      streamOf('', drawn.map(draw).join('\n')),
    ]),
  ]);
}

/** The file of numbered objects: the first is the catalogue, the sixth what the document says of itself. */
export function assemble(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const write = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, { dictionary, stream }] of objects.entries()) {
    offsets.push(length);
    const size = stream ? ` /Length ${stream.length}` : '';
    write(Buffer.from(`${index + 1} 0 obj\n<< ${dictionary}${size} >>\n`));
    if (stream)
      write(Buffer.concat([Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]));
    write(Buffer.from('endobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = length;
  write(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function streamOf(dictionary: string, content: string): PdfObject {
  return { dictionary: `${dictionary} /Filter /FlateDecode`, stream: deflateSync(content) };
}

function draw({ x, y, text, size = 10 }: Drawn): string {
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${800 - y} Tm <${hex(text)}> Tj ET`;
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function utf16(text: string): string {
  return `<feff${hex(text)}>`;
}

/** Ranges may not cross the last byte (ISO 32000-1, 9.10.3). */
const ranges = Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0');
  return `<${byte}00> <${byte}ff> <${byte}00>`;
});
const toUnicode = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  ...[0, 100, 200].map((from) => {
    const part = ranges.slice(from, from + 100);
    return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`;
  }),
  'endcmap end end',
].join('\n');
