import { resolve } from 'node:path';
import { saveFile } from '../base/disk.ts';
import type { Pieces } from '../base/disk.ts';
import type { Call, ExitCode } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

/** Writes to the file of `--output`, whole or not at all, else to the output. */
export async function saveOrWrite(pieces: Pieces, call: Call, session: Session): Promise<ExitCode> {
  const output = call.text('output');
  const path = output && resolve(session.surroundings.folder, output);
  if (output === undefined || path === '/dev/stdout') {
    await session.writeAll(pieces);
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
