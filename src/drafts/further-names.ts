import { textsOf } from '../core/node.ts';
import type { ReadRecord } from '../core/record.ts';
import { fold } from '../vocabulary/fold.ts';
import type { DraftEntity } from './draft.ts';

/** What the document calls a record that somebody said it is: the next document finds it by these names. */
export function furtherNames(
  { choice, title, acronym, aliases }: DraftEntity,
  record: ReadRecord | undefined,
): readonly string[] {
  if (typeof choice !== 'object' || !record) return [];
  const texts = ['aliases', 'acronym', 'names'].flatMap((field) =>
    (record.values[field] ?? []).flatMap(textsOf),
  );
  const known = new Set([record.title, ...texts].map(fold));
  return [title, ...(acronym === undefined ? [] : [acronym]), ...aliases].filter((name) => {
    const isNew = !known.has(fold(name));
    known.add(fold(name));
    return isNew;
  });
}
