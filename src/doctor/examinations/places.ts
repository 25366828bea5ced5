import { lstatSync, renameSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Examination, Finding } from '../finding.ts';
import { oddPlaces } from '../odd-places.ts';

/** What stands where koinon keeps its own files, and must be out of the way before anything else can be mended. */
export default {
  rank: -1,
  look: async ({ base }) =>
    oddPlaces(base).map(({ path, expected }): Finding => {
      const way = relative(base.folder, path).replaceAll('\\', '/');
      const where = way.startsWith('..') ? path : way;
      return {
        where,
        what:
          expected === 'folder'
            ? 'No folder, but it stands in the place of one'
            : 'No file that koinon can read, but it stands in the place of one',
        remedy: 'Run “koinon doctor --fix”, which puts it aside under another name',
        mend: {
          key: `aside ${where}`,
          does: `${where} is put aside`,
          run: async () => renameSync(path, asideName(base.folder, path)),
        },
      };
    }),
} satisfies Examination;

/** Nothing is thrown away: what stood there may be somebody's. */
function asideName(folder: string, path: string): string {
  const home = join(folder, '.koinon');
  const near = path.startsWith(`${home}${sep}`) ? home : dirname(path);
  const start = path === home ? `${home}-aside-` : join(near, 'aside-');
  for (let number = 1; ; number++) {
    if (!lstatSync(`${start}${number}`, { throwIfNoEntry: false })) return `${start}${number}`;
  }
}
