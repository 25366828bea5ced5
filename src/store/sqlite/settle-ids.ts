import { createHash } from 'node:crypto';
import { rank } from '../../core/resolve.ts';
import { slug } from '../../core/slug.ts';
import { stemOf } from '../../core/stem.ts';
import { fold } from '../../vocabulary/fold.ts';
import type { WriteStatements } from './statements.ts';

/** Files that share a slug without a written id are told apart by their folders; an only one keeps the plain slug. */
export function settleIds(
  statements: WriteStatements,
  slugs: Iterable<string>,
  touch: (name: string) => void,
): void {
  for (const each of slugs) {
    const sharers = statements.sharers.all(each);
    const paths = sharers.filter(({ explicit }) => explicit === 0).map(({ path }) => path);
    for (const { key, path, id, explicit } of sharers) {
      const settled = explicit || sharers.length === 1 ? each : longId(path, each, paths);
      if (settled === id) continue;
      statements.dropId.run(key);
      statements.setId.run(settled, key);
      statements.putName.run(key, fold(settled), rank.id);
      touch(fold(id));
      touch(fold(settled));
    }
  }
}

/** As many folders as tell a file from the others; where slugs are all that differ, the path decides. */
function longId(path: string, short: string, paths: readonly string[]): string {
  const others = paths.filter((other) => other !== path);
  const most = Math.max(...paths.map((each) => foldersOf(each).length));
  for (let folders = 1; folders <= most; folders++) {
    const id = withFolders(path, short, folders);
    if (!others.some((other) => withFolders(other, short, folders) === id)) return id;
  }
  return `${withFolders(path, short, Infinity)}-${createHash('sha256').update(path).digest('hex').slice(0, 6)}`;
}

function withFolders(path: string, short: string, count: number): string {
  const folders = foldersOf(path);
  return [...folders.slice(Math.max(0, folders.length - count)), short].join('/');
}

/** Slugs of the folders above a file; an index page lends its name from the lowest, and a file in the base has its own. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  const isIndex = parts.length > 1 && stemOf(path) === parts.at(-2);
  const folders = parts
    .slice(0, isIndex ? -2 : -1)
    .map(slug)
    .filter(Boolean);
  return folders.length > 0 ? folders : [slug(stemOf(path)) || 'base'];
}
