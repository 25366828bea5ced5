import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeAbandoned, removeFile, unfinished } from './disk.ts';
import { left } from './files-below.ts';
import type { FileChange } from './history.ts';
import { journalFolder, namesIn } from './history.ts';

/**
 * Removes what killed runs of koinon on this machine had begun to write below a folder; what a living one writes stays, and so does
 * what nobody here can know about, for “koinon doctor”.
 */
export function removeLeftovers(folder: string): void {
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entries = entriesOf(at);
    if (entries.some(({ name }) => unfinished.test(name))) removeAbandoned(at);
    for (const entry of entries)
      if (entry.isDirectory() && !left.test(entry.name)) open.push(join(at, entry.name));
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What the killed run had begun to write beside its files. */
export function removeUnfinished(folder: string, changes: readonly FileChange[]): void {
  const home = journalFolder(folder);
  const written = new Set(changes.map(({ path }) => join(folder, path)));
  for (const each of new Set([home, ...Array.from(written, (file) => dirname(file))])) {
    for (const name of namesIn(each)) {
      // Others may be writing beside them just now.
      const isOwn = each === home || written.has(join(each, name.replace(unfinished, '')));
      if (isOwn && unfinished.test(name)) removeFile(join(each, name));
    }
  }
}
