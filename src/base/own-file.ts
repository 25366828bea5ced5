import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { diskReason } from '../core/disk-error.ts';
import { UsageError } from '../core/usage-error.ts';

/** A file that is open, with its size in bytes; or that there is none; or why it is not read. */
export type Opened =
  | { readonly file: number; readonly size: number }
  | { readonly gone: true }
  | { readonly refused: string };

/** Bytes that a text may have; beyond it memory and time are no longer bounded. */
const longestText = 16 * 1024 * 1024;

const noFile = 'This is no ordinary file and is not read';

/**
 * Opens an ordinary file of at most so many bytes to be read; whoever has it closes it. A link, which may have come with
 * somebody's folder, is not followed, and nothing waits for the other end of a pipe.
 */
export function openOrdinary(path: string, most: number = longestText): Opened {
  let file: number;
  try {
    // Windows has no such flags.
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW }: Partial<typeof constants> = constants;
    if (O_NOFOLLOW === undefined && lookAt(path)?.isSymbolicLink()) return { refused: aLink };
    file = openSync(path, (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0) | (O_NOFOLLOW ?? 0));
  } catch (error) {
    // Each system has its own word for a link that is not followed, and for what cannot be opened.
    const stat = lookAt(path);
    if (stat?.isSymbolicLink()) return { refused: aLink };
    if (stat && !stat.isFile() && !stat.isDirectory()) return { refused: noFile };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { gone: true };
    return { refused: `The file cannot be read: ${diskReason(error) ?? code}` };
  }
  const stat = fstatSync(file);
  if (stat.isFile() && stat.size <= most) return { file, size: stat.size };
  closeSync(file);
  return {
    refused: stat.isFile()
      ? `The file has ${stat.size} bytes, more than the ${most} that are read`
      : noFile,
  };
}

const aLink = 'This is a link to another file and is not followed; put the file itself there';

/** What has this name, itself and not what a link leads to; a path through a file leads to nothing. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** All the bytes of a file that {@link openOrdinary} opens. */
export function readOrdinary(
  path: string,
  most?: number,
): { readonly bytes: Buffer } | Exclude<Opened, { readonly file: number }> {
  const opened = openOrdinary(path, most);
  if (!('file' in opened)) return opened;
  try {
    return { bytes: readFileSync(opened.file) };
  } catch (error) {
    return { refused: `The file cannot be read: ${diskReason(error) ?? String(error)}` };
  } finally {
    closeSync(opened.file);
  }
}

/** The text of a file that koinon keeps for itself, where there is one; throws a {@link UsageError} where something else is there. */
export function readOwn(path: string, most?: number): string | undefined {
  const read = readOrdinary(path, most);
  if ('refused' in read) throw inTheWay(path, read.refused);
  return 'gone' in read ? undefined : read.bytes.toString('utf8');
}

/** Throws a {@link UsageError} where something else stands in the place of a folder that koinon keeps for itself. */
export function mustBeFolder(path: string): void {
  if (!mayBeFolder(path)) throw inTheWay(path, 'This is no folder');
}

/** Throws a {@link UsageError} where something else stands in the place of a file that koinon keeps for itself. */
export function mustBeFile(path: string): void {
  const stat = lookAt(path);
  if (stat && !stat.isFile()) throw inTheWay(path, noFile);
}

/** Throws a {@link UsageError} where a folder has the name of a file that koinon makes anew whatever else is there. */
export function mustNotBeFolder(path: string): void {
  if (lookAt(path)?.isDirectory()) throw inTheWay(path, noFile);
}

/** Whether a file can be opened to be read, or there is none. */
export function isReadable(path: string, most?: number): boolean {
  const opened = openOrdinary(path, most);
  if ('file' in opened) closeSync(opened.file);
  return !('refused' in opened);
}

/** Whether nothing, or a folder, has the name of a folder that koinon keeps for itself. */
export function mayBeFolder(path: string): boolean {
  return lookAt(path)?.isDirectory() !== false;
}

function inTheWay(path: string, reason: string): UsageError {
  return new UsageError(`${path}: ${reason}; “koinon doctor --fix” puts it aside`);
}
