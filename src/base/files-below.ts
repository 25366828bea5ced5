import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join, sep } from 'node:path';

/** More files than these are not looked at: a base that large is none, and the walk must end. */
const most = 500_000;

/** What lies below a folder: paths relative to it and with `/`, in their order. */
export interface Below {
  readonly files: readonly string[];
  /** Folders and files that cannot be looked at, links that lead elsewhere, and what lies beyond the walk’s end. */
  readonly unreached: readonly string[];
}

/** Paths of all files below a folder. */
export function filesBelow(folder: string): readonly string[] {
  return lookBelow(folder).files;
}

/** Links are not followed, and the folders of version control and of installed packages are left out. */
export function lookBelow(folder: string): Below {
  const files: string[] = [];
  const unreached: string[] = [];
  const open = [''];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const names = files.length < most ? namesIn(join(folder, at)) : undefined;
    if (!names) unreached.push(at || '.');
    for (const name of names ?? []) {
      const path = at === '' ? name : `${at}/${name}`;
      const stat = lookAt(join(folder, path));
      if (stat === 'unreached') unreached.push(path);
      else if (stat?.isFile()) files.push(path);
      else if (left.test(name)) continue;
      else if (stat?.isDirectory()) open.push(path);
      else if (stat?.isSymbolicLink() && leadsElsewhere(folder, path)) unreached.push(path);
    }
  }
  return { files: files.sort(), unreached: unreached.sort() };
}

/** Folders that hold nothing of koinon. */
export const left = /^(?:\.git|\.hg|\.svn|node_modules)$/;

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

/** Nothing for what has just gone. */
function lookAt(path: string): Stats | 'unreached' | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return 'unreached';
  }
}

/** What a link leads to within the folder is looked at where it lies. */
function leadsElsewhere(folder: string, path: string): boolean {
  try {
    return !realpathSync(join(folder, path)).startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return true;
  }
}
