import { UsageError } from '../core/usage-error.ts';
import type { ReportRequest } from '../report.ts';
import type { StoredRecord } from '../store/store.ts';

/** The record of a kind that the argument of a call names; throws a {@link UsageError} that says what to do. */
export async function findArgument(
  { store, argument }: ReportRequest,
  kind: string,
): Promise<StoredRecord> {
  const look = `“koinon search --kind ${kind}” lists what there is`;
  if (argument === undefined || argument.trim() === '') {
    throw new UsageError(`Which ${kind}? Write its id or its title; ${look}`);
  }
  const found = await store.find(argument);
  const fitting = found.filter((each) => each.kind === kind);
  const [only, ...others] = fitting;
  if (only && others.length > 0) {
    const ids = fitting.map(({ id, title }) => `${id} (${title})`).join(', ');
    throw new UsageError(`“${argument}” can mean several records; write the id of one: ${ids}`);
  }
  if (!only) {
    const [other] = found;
    throw new UsageError(
      other
        ? `“${argument}” is the ${other.kind} ${other.id}, no ${kind}; ${look}`
        : `No ${kind} is called “${argument}”; ${look}`,
    );
  }
  const record = await store.record(only.key);
  if (!record) throw new UsageError(`No ${kind} is called “${argument}”; ${look}`);
  return record;
}
