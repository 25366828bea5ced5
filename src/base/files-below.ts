import { lstatSync, readdirSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';

/** More files than these are not looked at: a base that large is none, and the walk must end. */
const most = 500_000;

/**
 * Paths of all files below a folder, relative to it and with `/`, in their order; links are not followed, and the folders of
 * version control and of installed packages are left out.
 */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [''];
  for (let at = open.pop(); at !== undefined && found.length < most; at = open.pop()) {
    for (const name of namesIn(join(folder, at))) {
      const path = at === '' ? name : `${at}/${name}`;
      const stat = lookAt(join(folder, path));
      if (stat?.isDirectory() && !left.test(name)) open.push(path);
      else if (stat?.isFile()) found.push(path);
    }
  }
  return found.sort();
}

/** Folders that hold nothing of koinon. */
export const left = /^(?:\.git|\.hg|\.svn|node_modules)$/;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
