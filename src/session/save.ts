import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { Call, ExitCode } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

/** Writes to the file of `--output`, whole or not at all, else to the output. */
export async function saveOrWrite(
  pieces: AsyncIterable<string> | Iterable<string>,
  call: Call,
  session: Session,
): Promise<ExitCode> {
  const output = call.text('output');
  if (output === undefined) {
    for await (const piece of pieces) await session.write(piece);
    return 0;
  }
  const path = resolve(session.surroundings.folder, output);
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

/** Writes beside the file first and then puts it in place, so that a killed run leaves the old file. */
export async function saveFile(
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    const mode = existingMode(path);
    const file = openSync(temporary, 'wx', mode ?? 0o644);
    try {
      for await (const piece of pieces) writeSync(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function existingMode(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
  return stat && stat.mode & 0o777;
}

/** Writes a file that must not exist yet. */
export async function saveNew(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  await saveFile(temporary, [text]);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new UsageError(`${path} exists already; nothing is written`);
  } finally {
    rmSync(temporary, { force: true });
  }
}
