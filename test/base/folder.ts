import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Texts or bytes by path. */
export type Files = Readonly<{ [path: string]: string | Uint8Array }>;

/** A new folder with these files; it goes when the test ends. */
export function folderWith(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-base-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The text of every file of a base by its path, the index and the journal apart. */
export function filesIn(folder: string): { [path: string]: string } {
  const found: { [path: string]: string } = {};
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(each.parentPath, each.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (each.isFile() && !path.startsWith('.koinon'))
      found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
}
