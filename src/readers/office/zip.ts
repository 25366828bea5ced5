import { inflateRawSync } from 'node:zlib';
import { damaged, limits, tooLarge } from '../limits.ts';
import { UnreadableDocument } from '../unreadable-document.ts';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly locked: boolean;
}

/** An archive whose parts are unpacked when they are asked for, never all at once. */
export interface Archive {
  readonly names: readonly string[];
  /** `undefined` where there is no such part. */
  part(name: string): string | undefined;
}

const kind = 'document';
const mega = 1024 * 1024;

/**
 * Opens a ZIP archive by its central directory (PKWARE APPNOTE 4.3). Sizes it claims are not believed: bytes are counted
 * while they are unpacked, by zlib itself.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    part: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const left = Math.min(limits.partBytes, limits.unpackedBytes - unpacked);
      const data = unpack(bytes, view, entry, left);
      unpacked += data.length;
      return new TextDecoder('utf-8').decode(data);
    },
  };
}

function entriesOf(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries) throw tooLarge(`The document is an archive of ${count} parts`);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw damaged(kind, 'the list of its parts is cut off');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Of two parts with one name a program may read either: the first is what word processors take.
    if (!entries.has(name))
      entries.set(name, {
        locked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end, which a comment of at most 65,535 bytes may follow. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged(kind, 'its end is missing');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, most: number): Uint8Array {
  const { offset, packed, method, locked } = entry;
  if (locked)
    throw new UnreadableDocument(
      'The document is protected by a password',
      'Open it with the password, save it without one and read that',
    );
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50)
    throw damaged(kind, 'one of its parts is not where it should be');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw damaged(kind, 'one of its parts is cut off');
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw damaged(kind, 'one of its parts is packed in an odd way');
  try {
    if (method === 0 && data.length <= most) return data;
    if (method === 8 && most > 0) return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(kind, 'one of its parts cannot be unpacked');
  }
  throw tooLarge(
    `The document unpacks to more than ${limits.partBytes / mega} MB in one part, or ${limits.unpackedBytes / mega} MB in all, which no report does`,
  );
}
