import { isMap, isText, textsOf } from '../core/node.ts';
import type { Query } from '../core/query.ts';
import { literalQuery, wantedWords } from '../core/query.ts';
import type { Snippet } from '../core/snippet.ts';
import { snippet } from '../core/snippet.ts';
import type { StoredRecord } from '../store/store.ts';
import { words } from '../vocabulary/fold.ts';
import type { Session } from './session.ts';

/** The name in a record, as it stands there, by which its meaning was found; else the label of the concept that it carries. */
export function alsoNamed(
  record: StoredRecord,
  shown: Snippet,
  query: Query,
  session: Session,
): string | undefined {
  const typed = new Set(wantedWords(literalQuery(query)).flatMap((each) => each.words));
  const isOther = (name: string) => words(name).some((word) => !typed.has(word));
  const wanted = wantedWords(query);
  const names = (record.values['names'] ?? []).flatMap((node) =>
    isMap(node) ? textsOf(node) : isText(node) ? [node] : [],
  );
  for (const piece of [snippet([record.title, ...names].join(' · '), wanted, 400), shown]) {
    const found = piece.marks.map(({ start, end }) => piece.text.slice(start, end)).find(isOther);
    if (found !== undefined) return codeLabel(found, query, session) ?? found;
  }
  return carried(record, query, session);
}

/** The label of what stands in the record as a code of ours. */
function codeLabel(found: string, query: Query, session: Session): string | undefined {
  const of = facetsIn(query).find(({ values }) => values.includes(found));
  return of && session.concepts(of.facet).label(found, session.language);
}

function carried(record: StoredRecord, query: Query, session: Session): string | undefined {
  const fields = session.kinds.get(record.kind)?.fields ?? {};
  for (const { facet, values } of facetsIn(query)) {
    for (const [field, nodes] of Object.entries(record.values)) {
      if (fields[field]?.value.vocabulary !== facet) continue;
      const found = nodes.find((node) => isText(node) && values.includes(node));
      if (isText(found)) return session.concepts(facet).label(found, session.language);
    }
  }
  return undefined;
}

function facetsIn(
  query: Query,
): readonly { readonly facet: string; readonly values: readonly string[] }[] {
  if ('facet' in query) return [query];
  if ('all' in query) return query.all.flatMap(facetsIn);
  return 'any' in query ? query.any.flatMap(facetsIn) : [];
}
