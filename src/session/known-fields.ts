import type { Query } from '../core/query.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Store } from '../store/store.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Session } from './session.ts';

/** What every record has beside its fields. */
const identity = ['id', 'kind', 'title', 'path', 'start', 'end'];

/** Throws a {@link UsageError} with the nearest ones for a field that no kind declares and no record has. */
export async function checkFields(
  fields: readonly string[],
  session: Session,
  store: Store,
): Promise<void> {
  const declared = new Set(identity);
  for (const kind of session.kinds.all()) {
    for (const field of [...Object.keys(kind.fields), ...Object.keys(kind.relations)])
      declared.add(field);
  }
  const others = fields.filter((field) => !declared.has(field));
  if (others.length === 0) return;
  const written = await store.extraFields();
  const unknown = others.find((field) => !written.has(field));
  if (unknown === undefined) return;
  const near = nearest(unknown, [...declared, ...written], 3);
  const meant = session.concepts('fields').find(unknown);
  const hints = (meant === undefined ? near : [meant]).map((field) => labelOf(field, session));
  throw new UsageError(
    `No record has a field “${unknown}”${hints.length > 0 ? `; did you mean ${hints.join(', ')}?` : ''}`,
  );
}

/** A field as the language calls it, where that is read as well; in English its name is a word already. */
function labelOf(field: string, { concepts, labels, language }: Session): string {
  const label = labels.column(field);
  return language !== 'en' && concepts('fields').find(label) === field ? label : field;
}

/** The fields that a query looks into. */
export function fieldsOf(query: Query | undefined): readonly string[] {
  if (!query) return [];
  if ('field' in query) return [query.field];
  if ('where' in query) return [query.where.field];
  if ('not' in query) return fieldsOf(query.not);
  if ('all' in query) return query.all.flatMap(fieldsOf);
  return 'any' in query ? query.any.flatMap(fieldsOf) : [];
}
