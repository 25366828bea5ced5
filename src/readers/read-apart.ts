import { spawn } from 'node:child_process';
import { constants, existsSync, realpathSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskReason } from '../core/disk-error.ts';
import type { Document } from '../core/document.ts';
import { isSound } from './is-sound.ts';
import { limits, tooManyBytes } from './limits.ts';
import { readDocument, readerOf } from './read-document.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** What reading may take before it is ended. */
export interface ReadLimits {
  readonly timeoutMs?: number;
  /** Of objects; the bytes of the file come on top. */
  readonly memoryMb?: number;
}

/** Built as JavaScript, tested as TypeScript: the child is a file of the same sort as this one. */
const extension = extname(import.meta.url);
const childFile = fileURLToPath(new URL(`./read-child${extension}`, import.meta.url));

/** All that koinon is made of: once built, it lies in one folder. */
const ownFolder = fileURLToPath(new URL(extension === '.ts' ? '..' : '.', import.meta.url));

/** The JSON of the longest text, all of it escaped, with its blocks. */
const longestAnswer = 128 * 1024 * 1024;

/** With this Node ends, or with a signal, when its memory is full. */
const outOfMemory = 134;

const remedy =
  'Open it in the program it was written with, save it again or save the part that matters, and read that';

/**
 * Reads a document, given by its path, its bytes or what brings them, where it can do no harm: in a process that sees no file but koinon's own,
 * has no environment and ends at a deadline. Everything that goes wrong is an `UnreadableDocument`. Texts are read here: decoding and cutting into lines take no more than the bytes they have.
 */
export async function readApart(
  file: string | Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string = typeof file === 'string' ? basename(file) : '',
  { timeoutMs = 20_000, memoryMb = 512 }: ReadLimits = {},
): Promise<Document> {
  const bytes = file instanceof Uint8Array ? file : await bytesOf(file);
  if (bytes.length === 0)
    throw new UnreadableDocument('The file is empty', 'Check that it is the right one');
  const reader = readerOf(bytes, fileName).name;
  const isText = reader === 'text' || reader === 'markdown';
  if (isText && bytes.length <= limits.text) return readDocument(bytes, fileName);
  return read(bytes, fileName, timeoutMs, memoryMb);
}

async function bytesOf(file: string | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  try {
    return await (typeof file === 'string' ? bytesAt(file) : gathered(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // It may be gone or locked when it is its turn, which is no reason to leave others.
    throw new UnreadableDocument(
      `The file cannot be read: ${diskReason(error) ?? String(error.code)}`,
      'Check that it is the right one',
    );
  }
}

async function bytesAt(path: string): Promise<Uint8Array> {
  // Without this flag a pipe into which nobody writes would be waited for.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile())
      throw new UnreadableDocument('This is no ordinary file', 'Give the path of a document');
    if (stat.size > limits.fileBytes) throw tooManyBytes();
    return await gathered(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}

/** All that comes, as long as it is not too much: a file may grow while it is read, and a pipe never end. */
async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > limits.fileBytes) throw tooManyBytes();
    read.push(part);
  }
  return Buffer.concat(read);
}

async function read(
  bytes: Uint8Array,
  fileName: string,
  timeoutMs: number,
  memoryMb: number,
): Promise<Document> {
  const child = spawn(process.execPath, [...flags(memoryMb), childFile, fileName], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  const parts: Buffer[] = [];
  let length = 0;
  child.stdout.on('data', (part: Buffer) => {
    length += part.length;
    if (length > longestAnswer) child.kill('SIGKILL');
    else parts.push(part);
  });
  // A child that ends early no longer listens; its end is told below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const ended = Promise.withResolvers<number | null>();
  child.once('error', ended.reject);
  child.once('close', ended.resolve);
  try {
    const code = await ended.promise;
    if (isLate)
      throw new UnreadableDocument(
        `Reading the document took longer than ${Math.round(timeoutMs / 1000)} seconds and was ended`,
        remedy,
      );
    if (code === null || code === outOfMemory)
      throw new UnreadableDocument(
        'Reading the document took too much memory and was ended',
        remedy,
      );
    if (code !== 0) throw new UnreadableDocument('The document cannot be read', remedy);
    return documentOf(Buffer.concat(parts).toString('utf8'));
  } finally {
    clearTimeout(deadline);
  }
}

function documentOf(json: string): Document {
  const answer = JSON.parse(json) as {
    readonly document?: Document;
    readonly unreadable?: { readonly found: string; readonly remedy: string };
  };
  if (answer.unreadable)
    throw new UnreadableDocument(answer.unreadable.found, answer.unreadable.remedy);
  if (answer.document && isSound(answer.document)) return answer.document;
  throw new UnreadableDocument('The document cannot be read', remedy);
}

/** Node's permission model: koinon's own code and its packages may be read, nothing written, run or loaded besides. */
function flags(memoryMb: number): string[] {
  const known = process.allowedNodeEnvironmentFlags.has('--permission');
  return [
    known ? '--permission' : '--experimental-permission',
    ...[ownFolder, join(dirname(ownFolder), 'package.json'), ...packageFolders()].map(
      (path) => `--allow-fs-read=${path}`,
    ),
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    `--max-old-space-size=${memoryMb}`,
  ];
}

/** The folders that packages of readers lie in, as they are found and as they are: each may be behind a link. */
function packageFolders(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  const marker = `${sep}node_modules${sep}`;
  const folders = ['unpdf', 'htmlparser2'].flatMap((name) => {
    const found = resolve.paths(name)?.find((folder) => existsSync(join(folder, name)));
    if (found === undefined) return [];
    const path = join(realpathSync(join(found, name)), sep);
    return [found, join(found, sep), path.slice(0, path.indexOf(marker) + marker.length)];
  });
  return [...new Set(folders)];
}
