import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Call, ExitCode } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

type Pieces = AsyncIterable<string> | Iterable<string>;

/** Writes to the file of `--output`, whole or not at all, else to the output. */
export async function saveOrWrite(pieces: Pieces, call: Call, session: Session): Promise<ExitCode> {
  const output = call.text('output');
  const path = output && resolve(session.surroundings.folder, output);
  if (output === undefined || path === '/dev/stdout') {
    for await (const piece of pieces) await session.write(piece);
    return 0;
  }
  if (!path) throw new UsageError('--output expects the name of a file, found nothing');
  if (/\.(?:md|ya?ml)$/i.test(path)) {
    throw new UsageError(
      `${output} would be taken for a record or for settings; give the file another ending, such as .csv`,
    );
  }
  if (call.flag('dry-run')) {
    session.note(`Would write ${output}`);
    return 0;
  }
  await saveFile(path, pieces);
  session.note(`Wrote ${output}`);
  return 0;
}

/**
 * Writes beside the file first and then puts it in place, so that a killed run leaves the old file; what is no regular file
 * is written into as it is.
 */
export async function saveFile(path: string, pieces: Pieces): Promise<void> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', path });
  if (isStream(path) || (stat && !stat.isFile())) {
    await fill(openSync(path, constants.O_WRONLY | constants.O_APPEND), pieces);
    return;
  }
  const target = endOfLinks(path);
  const temporary = temporaryName(target);
  const file = openSync(temporary, 'wx', stat ? stat.mode & 0o777 : 0o644);
  try {
    await fill(file, pieces, fsyncSync);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that must not exist yet. */
export async function saveNew(path: string, text: string): Promise<void> {
  const temporary = temporaryName(path);
  await saveFile(temporary, [text]);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (isThere(error)) throw taken(path);
    // Some disks, such as those of phones and USB sticks, know no second name of a file.
    await writeExclusive(path, text);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes a file that must not exist yet, under its own name from the beginning. */
export async function writeExclusive(path: string, text: string): Promise<void> {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o644);
  } catch (error) {
    throw isThere(error) ? taken(path) : error;
  }
  try {
    await fill(file, [text], fsyncSync);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Writes all the pieces, each to its end: one call to the system may take only a part where the disk is full. */
async function fill(file: number, pieces: Pieces, finish?: (file: number) => void): Promise<void> {
  try {
    for await (const piece of pieces) writeFileSync(file, piece);
    finish?.(file);
  } finally {
    closeSync(file);
  }
}

/** An output that the shell opened: a new file in its place would never be seen by who reads it. */
function isStream(path: string): boolean {
  return /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/.test(path);
}

/** The file that a link leads to, even where it is not there yet. */
function endOfLinks(path: string): string {
  let end = path;
  for (let steps = 0; lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink(); steps++) {
    if (steps > 40) throw Object.assign(new Error(path), { code: 'ELOOP', path });
    end = resolve(realpathSync(dirname(end)), readlinkSync(end));
  }
  return end;
}

function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.part`;
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function taken(path: string): UsageError {
  return new UsageError(`${path} exists already; nothing is written`);
}
