import { isUtf8 } from 'node:buffer';
import { hash as hashOf } from 'node:crypto';
import { closeSync, readFileSync, readSync } from 'node:fs';
import { diskReason } from '../core/disk-error.ts';
import type { Problem } from '../core/message.ts';
import { openOrdinary } from './own-file.ts';

/** The text of a file with the hash of its bytes, or why it cannot be used. */
export type FileText =
  | { readonly text: string; readonly hash: string; readonly size: number }
  | { readonly gone: true }
  | { readonly problem: Problem; readonly hash: string };

/** Reads a file that must be UTF-8; follows no link, never blocks on what is no file, never guesses an encoding. */
export function readFileText(path: string): FileText {
  const opened = openOrdinary(path);
  if ('gone' in opened) return opened;
  if ('refused' in opened) return failed(opened.refused);
  const { file, size } = opened;
  let bytes: Buffer;
  try {
    bytes = size < room.length ? readAtOnce(file) : readFileSync(file);
  } catch (error) {
    return failed(`The file cannot be read: ${diskReason(error) ?? String(error)}`);
  } finally {
    closeSync(file);
  }
  const hash = hashOf('sha256', bytes);
  // UTF-16 without its mark is UTF-8 with NULs in it, and a NUL is no text to a database.
  if (!isUtf8(bytes) || bytes.includes(0))
    return {
      ...failed(`Expected a file in UTF-8, found ${encodingOf(bytes)}; save it again as UTF-8`),
      hash,
    };
  return { text: bytes.toString('utf8'), hash, size: bytes.length };
}

/** Files are read into this one after the other; most fit into it. */
const room = Buffer.allocUnsafeSlow(65_536);

/** Until the next call the bytes of a file that leaves space in the room: without asking again how long it is, and without a last look for more. */
function readAtOnce(file: number): Buffer {
  const length = readSync(file, room, 0, room.length, null);
  return length < room.length
    ? room.subarray(0, length)
    : Buffer.concat([room, readFileSync(file)]);
}

function failed(reason: string): { readonly problem: Problem; readonly hash: string } {
  return { problem: { severity: 'error', rule: 'file', reason, line: 1, column: 1 }, hash: '' };
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big endian)';
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return 'UTF-16 (little endian)';
  if (bytes.length > 1 && bytes[0] === 0 && bytes[1] !== 0) return 'UTF-16 (big endian)';
  return bytes.includes(0)
    ? 'bytes that are no text'
    : 'another encoding, perhaps Latin-1 or Windows-1252';
}
