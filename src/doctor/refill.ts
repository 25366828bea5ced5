import type { Base } from '../base/base.ts';
import { ingest } from '../base/ingest.ts';
import { baseVocabularies } from '../base/own-vocabularies.ts';
import type { Kinds } from '../core/kind.ts';
import { sqliteStore } from '../store/sqlite/store.ts';

/** Makes the index of a base where it is missing, and brings it up to date; nothing keeps it open afterwards. */
export async function refill(base: Base, kinds: Kinds): Promise<void> {
  const { concepts, files } = await baseVocabularies(base.folder);
  await using store = sqliteStore(base.indexFolder, kinds);
  await ingest(base.folder, store, { kinds, concepts }, { vocabularies: files });
}
