import { ingest } from '../../base/ingest.ts';
import { walk } from '../../base/walk.ts';
import { sqliteStore } from '../../store/sqlite/store.ts';
import type { Store } from '../../store/store.ts';
import type { Examination, Patient } from '../finding.ts';
import { rebuilt } from '../rebuilt.ts';

export default {
  rank: 4,
  look: async (patient) => {
    const { base, kept, store, deep, isCopy } = patient;
    if (kept > 0)
      return [
        {
          where: '.',
          what: `${kept} files are gone, more than half of the base; their records are kept`,
          remedy: 'Bring the files back; if they are meant to be gone, run “koinon ingest --prune”',
        },
      ];
    const stale = await staleRecords(store);
    const told = stale.map((where) => ({
      where,
      what: 'The file can no longer be read; the index keeps its record as it was last read',
      remedy: '“koinon check” says why; mend the file, or delete it if the record should go',
    }));
    // What the index rightly keeps of files that cannot be read is in no new reading of them.
    const isComparable = stale.length === 0 && walk(base.folder).unreadable.length === 0;
    if (!deep || !isCopy || !isComparable) return told;
    const different = await differentTables(patient);
    if (different.length === 0) return told;
    const what = `It does not say what the files say (${different.join(', ')})`;
    return [...told, rebuilt(base, what)];
  },
} satisfies Examination;

async function staleRecords(store: Store): Promise<readonly string[]> {
  const unread = new Set<string>();
  for await (const { file, rule } of store.problems()) if (rule === 'file') unread.add(file);
  if (unread.size === 0) return [];
  const stale: string[] = [];
  for await (const { path } of store.records({})) if (unread.has(path)) stale.push(path);
  return stale;
}

/** Tables of the index whose rows are not those that a fresh reading of the files gives. */
async function differentTables({
  base,
  kinds,
  vocabularies,
  store,
}: Patient): Promise<readonly string[]> {
  await using fresh = sqliteStore(undefined, kinds);
  const { concepts, files } = vocabularies;
  await ingest(base.folder, fresh, { kinds, concepts }, { vocabularies: files });
  const [own, made] = [await store.examine(), await fresh.examine()];
  return [...made].filter(([table, digest]) => own.get(table) !== digest).map(([table]) => table);
}
