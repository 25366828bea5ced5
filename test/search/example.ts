import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A copy of the example base that the tests of a file share; they remove it when they are done. */
export function temporaryExample(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-search-'));
  cpSync(fileURLToPath(new URL('../../data/base', import.meta.url)), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.koinon'),
  });
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
