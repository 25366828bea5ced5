import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { historyFiles, oddHistory, pendingFile, readOperation } from '../../base/history.ts';
import { openOperation, recover } from '../../base/journal.ts';
import type { Examination, Finding } from '../finding.ts';
import { oddFolder } from '../odd-places.ts';

const journal = '.koinon/journal';

export default {
  rank: 0,
  look: async ({ base: { folder } }) => {
    if (oddFolder(folder) !== undefined) return [];
    const odd = oddHistory(folder);
    const isOdd = odd.includes(pendingFile(folder));
    return [...(isOdd ? [] : pending(folder)), ...unreadableHistory(folder, odd)];
  },
} satisfies Examination;

function pending(folder: string): readonly Finding[] {
  const operation = openOperation(folder);
  const where = `${journal}/pending.json`;
  if (operation === undefined) return [];
  if (operation === 'unreadable') {
    const file = join(folder, where);
    return [
      {
        where,
        what: 'An operation was interrupted, and its journal cannot be read',
        remedy:
          'Run “koinon doctor --fix”, which puts the journal aside; then look through the files that were to change',
        mend: {
          key: `aside ${where}`,
          does: 'the journal that cannot be read is put aside',
          run: async () => renameSync(file, join(dirname(file), `unreadable-${Date.now()}.json`)),
        },
      },
    ];
  }
  const { label, alive } = operation;
  if (alive)
    return [
      {
        where,
        what: `Another koinon is writing just now: “${label}”`,
        remedy: 'Wait until it has ended, and look again',
      },
    ];
  return [
    {
      where,
      what: `“${label}” was interrupted`,
      remedy:
        'Run “koinon doctor --fix”, or any command that changes records: it is completed first',
      mend: {
        key: 'recover',
        does: `“${label}” is completed, or taken back where files changed since`,
        run: async () => {
          await recover(folder);
        },
      },
    },
  ];
}

/** “koinon undo” could not read these. */
function unreadableHistory(folder: string, odd: readonly string[]): readonly Finding[] {
  return historyFiles(folder).flatMap((file) => {
    if (odd.includes(file) || readOperation(file)) return [];
    const where = `${journal}/${basename(file)}`;
    return [
      {
        where,
        what: 'What an operation changed can no longer be read, so that it cannot be taken back',
        remedy: 'Run “koinon doctor --fix”, which removes it',
        mend: {
          key: `remove ${where}`,
          does: `${where} is removed`,
          run: async () => rmSync(file, { force: true }),
        },
      },
    ];
  });
}
