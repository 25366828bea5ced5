import { UsageError } from '../core/usage-error.ts';
import { allNames } from '../store/all-names.ts';
import type { RecordName, Store } from '../store/store.ts';

/** The one record that a word of the call names; throws {@link UsageError} with the candidates or the nearest names. */
export async function findOne(store: Store, written: string, kind?: string): Promise<RecordName> {
  const found = await store.find(written);
  const fitting = kind === undefined ? found : found.filter((each) => each.kind === kind);
  const [only, ...others] = fitting.length > 0 ? fitting : found;
  if (only && others.length === 0) {
    if (kind === undefined || only.kind === kind) return only;
    throw new UsageError(
      `Expected the name of a record of kind ${kind}; “${written}” is the ${only.kind} ${only.id}`,
    );
  }
  if (only) {
    const ids = [only, ...others].map(({ id, title }) => `${id} (${title})`);
    throw new UsageError(
      `“${written}” can mean several records; write the id of one: ${ids.join(', ')}`,
    );
  }
  const near = await nearestRecords(store, written, kind);
  const hint =
    near.length > 0
      ? `; did you mean ${near.map(({ id }) => id).join(', ')}?`
      : '; look for it with “koinon search”';
  throw new UsageError(`No record is called “${written}”${hint}`);
}

async function nearestRecords(
  store: Store,
  written: string,
  kind: string | undefined,
): Promise<RecordName[]> {
  const keys = (await allNames(store)).near(written, 8);
  const names = await store.names(keys);
  return keys
    .map((key) => names.get(key))
    .filter(
      (each): each is RecordName =>
        each !== undefined && (kind === undefined || each.kind === kind),
    )
    .slice(0, 3);
}
