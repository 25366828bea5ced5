import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from './session.ts';

/** Tests paths of records for lying in the named files and folders; each is looked for from here, then from the base. */
export function belowAny(
  written: readonly string[],
  { base, surroundings }: Session,
): (path: string) => boolean {
  const wanted = written.map((each) => {
    const here = resolve(surroundings.folder, each);
    const inBase = resolve(base.folder, each);
    const path = relative(base.folder, existsSync(here) ? realpathSync(here) : inBase)
      .split(sep)
      .join('/');
    if (path.startsWith('..')) throw new UsageError(`${each} lies outside the base ${base.name}`);
    return path;
  });
  return (path) =>
    wanted.some((each) => each === '' || path === each || path.startsWith(`${each}/`));
}
