import { isUtf8 } from 'node:buffer';
import { UnreadableDocument } from '../unreadable-document.ts';
import { guessEncoding } from './guess-encoding.ts';

/** A text and, where it is not UTF-8, the name of its encoding (WHATWG). A byte order mark is no part of it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding?: string;
}

/** Decodes a text file; `declared` is what the file itself says, believed only where its bytes do not say otherwise. */
export function decode(bytes: Uint8Array, declared?: string): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: decodeStrictly(bytes, wide), encoding: wide };
  if (isNoText(bytes)) throw noText();
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  const encoding = known(declared) ?? guessEncoding(bytes);
  if (encoding === undefined) throw noText();
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function noText(): UnreadableDocument {
  return new UnreadableDocument(
    'The file is no text that koinon can read',
    'Save it as a text in UTF-8, or as DOCX, ODT, HTML or PDF',
  );
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw noText();
  }
}

/** UTF-16 by its mark; without one by every other byte, which is 0 in Latin, 3 in Greek, 6 in Arabic, 32 in signs. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096 - (bytes.length % 2));
  if (bytes.length % 2 === 1 || bytes.length < 8 || !sample.includes(0)) return undefined;
  const high = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0 || byte === 3 || byte === 6 || byte === 32)
      high[index % 2] = (high[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = high.map((count) => count / (sample.length / 2));
  if (odd > 0.9 && even < 0.5) return 'utf-16le';
  return even > 0.9 && odd < 0.5 ? 'utf-16be' : undefined;
}

/** Controls that no text holds, more than one in a thousand bytes; a single NUL is already no text. */
function isNoText(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls += 1;
  }
  return controls * 1000 > bytes.length;
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'utf-8' || encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}
