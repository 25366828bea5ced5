import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from '../core/usage-error.ts';

/** Neither `..` nor a link leads a change out of the base, or to what Git and koinon itself keep in it. */
export function mustStayInside(folder: string, path: string): void {
  const isClosed = path.split(/[/\\]/).some((part) => /^(?:\.\.|\.git|\.koinon)$/i.test(part));
  const end = endOf(join(folder, path));
  const way = end === undefined ? '..' : relative(realpathSync(folder), end);
  if (isClosed || path.startsWith('/') || way === '..' || way.startsWith(`..${sep}`))
    throw new UsageError(`${path} leads out of the base; nothing is written`);
}

/** Where a file lies, or the nearest folder above it that there is; undefined for a link to nothing, which may lead anywhere. */
function endOf(file: string): string | undefined {
  for (let existing = file; ; existing = dirname(existing)) {
    try {
      return realpathSync(existing);
    } catch {
      if (lstatSync(existing, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
    }
  }
}
