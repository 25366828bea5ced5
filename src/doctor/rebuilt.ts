import { relative } from 'node:path';
import type { Base } from '../base/base.ts';
import { mendIndex } from '../store/sqlite/index-faults.ts';
import { schemaVersion } from '../store/sqlite/schema.ts';
import type { Finding } from './finding.ts';

/** A finding about the index that is mended by making it anew. */
export function rebuilt(base: Base, what: string, file = `index-${schemaVersion}.db`): Finding {
  return {
    where: inIndex(base, file),
    what,
    remedy: 'Run “koinon doctor --fix”, which makes it anew from the files',
    mend: {
      key: 'rebuild',
      does: 'the index is made anew',
      run: async () => mendIndex(base.indexFolder, { file, what, mend: 'rebuild' }),
    },
  };
}

/** A file of the index as people find it: below the base where it lies there. */
export function inIndex({ folder, indexFolder }: Base, file: string): string {
  const way = relative(folder, indexFolder).replaceAll('\\', '/');
  const shown = way.startsWith('..') ? indexFolder : way;
  return file === '' ? shown : `${shown}/${file}`;
}
