import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAbandoned, unfinished } from '../../base/disk.ts';
import { filesBelow } from '../../base/files-below.ts';
import { openOperation } from '../../base/journal.ts';
import type { Examination } from '../finding.ts';

/** A file as young as this, in milliseconds, may be one that a living run is writing. */
const young = 10_000;

/** Of operations, which are also put in place when they are whole. */
const beside = /^\.koinon\/journal\/next-\d{1,12}\.json$/;

export default {
  rank: 1,
  look: async ({ base: { folder } }) => {
    const operation = openOperation(folder);
    const isBusy = typeof operation === 'object' && operation.alive;
    return filesBelow(folder)
      .filter((path) => unfinished.test(path) || beside.test(path))
      .map((where) => {
        const what = 'A file that a killed run had begun to write';
        const file = join(folder, where);
        if (!isAbandoned(file) && (isBusy || isYoung(file)))
          return { where, what, remedy: 'It may still be written: look again in a moment' };
        return {
          where,
          what,
          remedy: 'Run “koinon doctor --fix”, which removes it; what it was to replace is whole',
          mend: {
            key: `remove ${where}`,
            does: `${where} is removed`,
            run: async () => rmSync(file, { force: true }),
          },
        };
      });
  },
} satisfies Examination;

function isYoung(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Math.abs(Date.now() - stat.mtimeMs) < young;
}
