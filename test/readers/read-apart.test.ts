import { deflateRawSync, deflateSync } from 'node:zlib';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readApart } from '../../src/readers/read-apart.ts';
import { UnreadableDocument } from '../../src/readers/unreadable-document.ts';
import { documentXml, makeDocx, paragraph } from './tools/make-docx.ts';
import { assemble, makePdf } from './tools/make-pdf.ts';
import { makeOdt } from './tools/make-odt.ts';
import { makeZip } from './tools/make-zip.ts';

const mega = 1024 * 1024;
/** Two gigabytes of zeros as deflate packs them: blocks of a megabyte, each ended at a byte, one after the other. */
const zeros = deflateRawSync(Buffer.alloc(mega), { finishFlush: 2 });
const gigabytes = Buffer.concat([...Array.from({ length: 2048 }, () => zeros), Buffer.of(3, 0)]);

const millionCells = `<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(100)}</w:tr>`.repeat(10_000)}</w:tbl>`;
const deep = (name: string) => `<${name}>`.repeat(100_000);

const bombs: readonly [string, () => Uint8Array, RegExp][] = [
  [
    'a DOCX that unpacks to two gigabytes',
    () => makeZip([{ name: 'word/document.xml', data: '', packed: gigabytes }]),
    /unpacks to more than 50 MB/,
  ],
  [
    'a DOCX that lies about the size of its parts',
    () => makeZip([{ name: 'word/document.xml', data: '', packed: gigabytes, claimed: 10 }]),
    /unpacks to more than 50 MB/,
  ],
  [
    'a DOCX with 100,000 elements in each other',
    () => makeDocx(deep('w:p')),
    /lie more than 2000 deep/,
  ],
  [
    'an ODT with 100,000 elements in each other',
    () => makeOdt(deep('text:p')),
    /lie more than 2000 deep/,
  ],
  [
    'a table of a million cells',
    () => makeDocx(millionCells),
    /more than 200,000 paragraphs and cells/,
  ],
  [
    'a DOCX that names a file outside',
    () => docxOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    /declares a document type/,
  ],
  [
    'an archive that is cut off',
    () => makeDocx(paragraph('Text')).subarray(0, 300),
    /its end is missing/,
  ],
  [
    'HTML with 100,000 elements in each other',
    () => Buffer.from(`<!doctype html>${deep('div')}`),
    /lie more than 2000 deep/,
  ],
  [
    'HTML with a million cells',
    () => Buffer.from(`<!doctype html><table>${'<td>a'.repeat(1_000_000)}`),
    /more than 200,000 cells/,
  ],
  [
    'a PDF whose page unpacks to 200 MB',
    () => pdfOf(deflateSync(zerosOf(200))),
    /unpacks to more than 64 MB/,
  ],
  [
    'a PDF whose page is packed twice',
    () => pdfOf(deflateSync(deflateSync(zerosOf(200))), '[/FlateDecode /FlateDecode]'),
    /unpacks to more than 64 MB/,
  ],
  [
    'a PDF of 601 pages',
    () => makePdf(Array.from({ length: 601 }, () => [])),
    /601 pages, more than the 600/,
  ],
  ['a PDF that is cut off', () => Buffer.from('%PDF-1.7\n1 0 obj <<'), /damaged/],
  ['a file of more than 25 MB', () => zerosOf(26), /more than 25 MB/],
  [
    'a text of nine million letters',
    () => Buffer.alloc(9 * mega, 'word '),
    /more than 1,572,864 characters/,
  ],
  ['an empty file', () => new Uint8Array(), /empty/],
];

function docxOf(start: string): Uint8Array {
  return makeZip([{ name: 'word/document.xml', data: start + documentXml(paragraph('&x;')) }]);
}

function zerosOf(size: number): Uint8Array {
  return Buffer.alloc(size * mega, 'BT (a) Tj ET ');
}

function pdfOf(stream: Uint8Array, filter = '/FlateDecode'): Uint8Array {
  return assemble([
    { dictionary: '/Type /Catalog /Pages 2 0 R' },
    { dictionary: '/Type /Pages /Kids [3 0 R] /Count 1' },
    { dictionary: '/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R' },
    { dictionary: `/Filter ${filter}`, stream },
  ]);
}

describe('what is refused with a sentence, before its deadline', () => {
  test.each(bombs)('%s', async (_, make, reason) => {
    const refusal = await readApart(make(), 'file').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableDocument);
    expect(String(refusal)).toMatch(reason);
    expect(String(refusal)).not.toMatch(/longer than|too much memory/);
  });

  test('what has no limit of its own ends at the deadline', async () => {
    const bytes = pdfOf(deflateSync(zerosOf(50)));
    await expect(readApart(bytes, 'a.pdf', { timeoutMs: 1000 })).rejects.toThrow(
      'took longer than 1 seconds',
    );
  });

  test('and at the end of its memory', async () => {
    const bytes = Buffer.from(`<!doctype html><p>${'<b>text</b> '.repeat(2_000_000)}`);
    await expect(readApart(bytes, 'a.html', { memoryMb: 24 })).rejects.toThrow('too much memory');
  });
});

describe('a document that is read apart', () => {
  test.each<[string, Uint8Array]>([
    ['docx', makeDocx(paragraph('Réseau'))],
    ['odt', makeOdt('<text:p>Réseau</text:p>')],
    ['pdf', makePdf([[{ x: 50, y: 50, text: 'Réseau' }]])],
    ['html', Buffer.from('<!doctype html><p>Réseau')],
    ['text', Buffer.from('Réseau')],
  ])('%s', async (format, bytes) => {
    const path = join(mkdtempSync(join(tmpdir(), 'koinon-')), 'file');
    writeFileSync(path, bytes);
    expect(await readApart(path)).toMatchObject({ format, text: 'Réseau' });
  });

  test('is an ordinary file', async () => {
    await expect(readApart(tmpdir())).rejects.toThrow('no ordinary file');
  });
});
