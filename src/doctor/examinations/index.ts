import { mendIndex } from '../../store/sqlite/index-faults.ts';
import type { IndexFault } from '../../store/sqlite/index-faults.ts';
import type { Base } from '../../base/base.ts';
import type { Examination, Finding } from '../finding.ts';
import { oddFolder } from '../odd-places.ts';
import { inIndex, rebuilt } from '../rebuilt.ts';

export default {
  rank: 3,
  look: async ({ base, indexFaults }) => {
    // What stands in the place of the folder is told by another examination.
    const told = oddFolder(base.folder) === base.indexFolder;
    return indexFaults
      .filter(({ file }) => file !== '' || !told)
      .map((fault) => findingOf(fault, base));
  },
} satisfies Examination;

const remedies = {
  remove: 'Run “koinon doctor --fix”, which removes it; the index is made from the files',
  aside: 'Run “koinon doctor --fix”, which puts it aside under another name',
  close: 'Run “koinon doctor --fix”, which lets only its owner read it',
  none: 'Remove it by hand, or give yourself permission to read it; then look again',
} as const;

function findingOf(fault: IndexFault, base: Base): Finding {
  const { file, what, mend } = fault;
  if (mend === 'rebuild') return rebuilt(base, what, file);
  const where = inIndex(base, file);
  const remedy = remedies[mend];
  if (mend === 'none') return { where, what, remedy };
  const done = { remove: 'is removed', aside: 'is put aside', close: 'is closed to others' };
  const run = async () => mendIndex(base.indexFolder, fault);
  return {
    where,
    what,
    remedy,
    mend: { key: `${mend} ${file}`, does: `${where} ${done[mend]}`, run },
  };
}
