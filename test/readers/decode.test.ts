import { describe, expect, test } from 'vitest';
import { decode } from '../../src/readers/text/decode.ts';

/** Bytes of a text in a code page: the inverse of what the decoder of the platform does. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  return Uint8Array.from(text.split(''), (letter) => codes.get(letter) ?? 63);
}

const samples: readonly [string, string, string][] = [
  [
    'French',
    'windows-1252',
    'La coopérative a été créée à Besançon : « où êtes-vous ? » L’œuvre coûte 3 €.',
  ],
  [
    'Spanish',
    'windows-1252',
    'La asociación de España reunió a los jóvenes en Logroño y en A Coruña.',
  ],
  ['Italian', 'windows-1252', 'La città è più lontana, perciò la comunità si riunirà lunedì.'],
  [
    'Portuguese',
    'windows-1252',
    'A organização e os cidadãos de São Tomé propõem ações de inclusão.',
  ],
  [
    'Catalan',
    'windows-1252',
    'La cooperació i l’economia social: què és, perquè i com s’hi arriba, à à í ü.',
  ],
  [
    'Greek',
    'windows-1253',
    'Η κοινωνική και αλληλέγγυα οικονομία στην Ελλάδα: ΚοινΣΕπ και συνεταιρισμοί.',
  ],
  ['Arabic', 'windows-1256', 'الاقتصاد الاجتماعي والتضامني في المغرب، والتعاونيات في تونس.'],
  ['Arabic with French', 'windows-1256', 'تعاونية Coopérative في تونس Réseau للاقتصاد الاجتماعي'],
  ['signs only', 'windows-1252', 'It costs 3 € – “not more” …'],
];

describe('the encoding of a text file', () => {
  test.each(samples)('%s in %s', (_, encoding, text) => {
    expect(decode(encode(text, encoding))).toEqual({ text, encoding });
  });

  test.each(samples)('%s in UTF-8, with its mark and without', (_, _encoding, text) => {
    expect(decode(Buffer.from(text))).toEqual({ text });
    expect(decode(Buffer.from(`\uFEFF${text}`))).toEqual({ text });
  });

  test.each(samples)('%s in UTF-16, with its mark and without', (_, _encoding, text) => {
    for (const content of [text, `\uFEFF${text}`]) {
      const little = Buffer.from(content, 'utf16le');
      expect(decode(little)).toEqual({ text, encoding: 'utf-16le' });
      expect(decode(Buffer.from(little).swap16())).toEqual({ text, encoding: 'utf-16be' });
    }
  });

  test('what is declared is believed where the bytes do not say otherwise', () => {
    const bytes = Uint8Array.of(0x61, 0xb1, 0x61);
    expect(decode(bytes, 'iso-8859-2')).toEqual({ text: 'aąa', encoding: 'iso-8859-2' });
    expect(decode(Buffer.from('é'), 'windows-1253')).toEqual({ text: 'é' });
    expect(decode(Uint8Array.of(0xe9), 'no such thing').encoding).toBe('windows-1252');
  });

  test.each([
    ['a NUL', Uint8Array.of(65, 0, 65)],
    ['controls', Buffer.from('\u0001\u0002\u0003 text')],
    ['a broken UTF-16', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)],
  ])('%s is no text', (_, bytes) => {
    expect(() => decode(bytes)).toThrow('no text that koinon can read');
  });
});
