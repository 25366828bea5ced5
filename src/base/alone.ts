import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../core/usage-error.ts';
import { isLocked, takeLock } from '../store/sqlite/lock.ts';
import { refuseLink } from '../store/sqlite/open.ts';
import { mustBeFolder, mustNotBeFolder } from './own-file.ts';

/** Another koinon that writes is given this long, in milliseconds: longer than any change takes that people make by hand. */
const patience = 60_000;

/** Milliseconds until the next look whether it has ended. */
const pause = 20;

/**
 * Does something to the files of a base while no other koinon does, and waits for one that does. Who is killed leaves no lock
 * behind, so that whoever has it knows of all that stands in the journal that nobody is at it. Throws a {@link UsageError} where
 * the other one does not end.
 */
export async function alone<Done>(folder: string, work: () => Promise<Done>): Promise<Done> {
  const home = join(folder, '.koinon');
  refuseLink(home);
  mustBeFolder(home);
  mustNotBeFolder(lockFile(folder));
  mkdirSync(home, { recursive: true });
  ignoreByGit(home);
  const since = performance.now();
  for (;;) {
    const lock = takeLock(lockFile(folder));
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (performance.now() - since >= patience)
      throw new UsageError('Another koinon is writing in this base; try again in a moment');
    await wait(pause);
  }
}

/** Whether a koinon is doing so just now. */
export function somebodyIsAlone(folder: string): boolean {
  return isLocked(lockFile(folder));
}

function lockFile(folder: string): string {
  return join(folder, '.koinon', 'lock');
}

function ignoreByGit(home: string): void {
  try {
    writeFileSync(join(home, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
