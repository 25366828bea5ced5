import { join } from 'node:path';
import type { Base } from '../base/base.ts';
import type { FileChange } from '../base/history.ts';
import { forgetHistory, perform } from '../base/journal.ts';
import { UsageError } from '../core/usage-error.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { readRecord } from '../markdown/read-record.ts';
import { removeIndex } from '../store/sqlite/damage.ts';
import { removeBesides } from '../store/sqlite/index-faults.ts';
import { schemaVersion } from '../store/sqlite/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * Makes the changes all together, then empties everything that keeps texts of before: the history of operations and the index,
 * which the next ingest fills again, also where nothing changes: what a file no longer says, they may. Killed in between, the same
 * call ends what was begun.
 */
export async function forget(
  changes: readonly FileChange[],
  { folder, indexFolder }: Base,
  store: Store,
): Promise<void> {
  // The label is kept by nobody, but it is in the journal while files change.
  await perform(folder, { label: 'privacy forget', changes });
  await forgetHistory(folder);
  removeBesides(indexFolder);
  // An index that was kept here before “index: cache” was written into the settings.
  const here = join(folder, '.koinon');
  if (here !== indexFolder) {
    removeBesides(here);
    removeIndex(join(here, `index-${schemaVersion}.db`));
  }
  await store.clear();
}

/** Throws a {@link UsageError} where a record would have an error after the changes that it does not have before. */
export function verify(changes: readonly FileChange[], context: ReadContext): void {
  for (const { path, before, after } of changes) {
    if (!/\.md$/i.test(path) || before === null || after === null) continue;
    const known = new Set(errorsIn(before, path, context));
    const fresh = errorsIn(after, path, context).find((reason) => !known.has(reason));
    if (fresh !== undefined)
      throw new UsageError(
        `${path}: without the name, ${fresh.charAt(0).toLowerCase() + fresh.slice(1)}; mend it by hand first, nothing is written`,
      );
  }
}

function errorsIn(text: string, path: string, context: ReadContext): readonly string[] {
  return readRecord(text, path, context)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ reason }) => reason);
}

/** Where a name may still stand, and koinon cannot reach. */
export const unreachable: readonly string[] = [
  'the history of git or of another version control: it keeps every text of before',
  'backups, and copies on other computers',
  'exports that were saved elsewhere, sent or printed',
  'what was published or sent by e-mail',
  'the copies, caches and undo files of your editor and of programs for shared folders',
  'the original documents outside of this base; importing one again brings the name back',
  'deleted files on the disk, until something else is written over them',
];
