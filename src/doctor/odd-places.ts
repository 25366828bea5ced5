import { join } from 'node:path';
import type { Base } from '../base/base.ts';
import { oddHistory } from '../base/history.ts';
import { isReadable, lookAt, mayBeFolder } from '../base/own-file.ts';

/** Something that stands where koinon keeps its own, and that is none of it. */
export interface OddPlace {
  readonly path: string;
  readonly expected: 'file' | 'folder';
}

/** The folder of koinon, or else that of its journal, where something else stands in its place. */
export function oddFolder(folder: string): string | undefined {
  const home = join(folder, '.koinon');
  return [home, join(home, 'journal')].find((path) => !mayBeFolder(path));
}

/** All that stands where koinon keeps its own: links, pipes, folders for files, files too large or that are not permitted to be read. */
export function oddPlaces({ folder, indexFolder }: Base): readonly OddPlace[] {
  const odd = oddFolder(folder);
  const names = join(indexFolder, 'names.txt');
  const lock = join(folder, '.koinon', 'lock');
  const isOddFile = (path: string) => {
    const isFolder = lookAt(path)?.isDirectory() === true;
    // Anything but a folder is made a lock when it is next needed.
    return path === lock ? isFolder : !isReadable(path);
  };
  const files = [
    ...(mayBeFolder(indexFolder) ? [names] : []),
    ...(odd === join(folder, '.koinon') ? [] : [lock]),
  ].filter(isOddFile);
  return [
    ...(odd === undefined ? [] : [{ path: odd, expected: 'folder' as const }]),
    ...[...files, ...(odd === undefined ? oddHistory(folder) : [])].map((path) => ({
      path,
      expected: 'file' as const,
    })),
  ];
}
