import { filesBelow } from '../../base/files-below.ts';
import { conflictCopy, walk } from '../../base/walk.ts';
import type { Examination } from '../finding.ts';

/** Folders and files that cannot be read, and copies that programs for shared folders have made. */
export default {
  rank: 9,
  look: async ({ base: { folder } }) => {
    const { problems } = walk(folder);
    const records = [...problems].map(([where, { reason }]) => {
      const [what = reason, remedy = 'Look at it by hand'] = reason.split('; ');
      return { where, what, remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) };
    });
    const others = filesBelow(folder).filter(
      (path) =>
        !problems.has(path) &&
        !path.startsWith('.koinon/') &&
        conflictCopy.test(path.split('/').at(-1) ?? ''),
    );
    const copies = others.map((where) => ({
      where,
      what: 'A copy made by a program for shared folders',
      remedy: 'Compare it with the original, then remove one',
    }));
    return [...records, ...copies];
  },
} satisfies Examination;
