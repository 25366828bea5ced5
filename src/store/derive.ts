import type { Kind, Kinds, Values } from '../core/kind.ts';
import { isMap, isText, textsOf } from '../core/node.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import { fold } from '../vocabulary/fold.ts';
import { facetToken } from './facet-token.ts';

/** Values that filters choose by: concepts by their id, tags and codes folded. */
export function facetsOf(
  record: ReadRecord,
  kinds: Kinds,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kind = kinds.get(record.kind);
  const byFacet = new Map<string, Set<string>>();
  for (const [field, values] of Object.entries(record.values)) {
    const facet = field === 'tags' ? 'tags' : kind?.fields[field]?.value.vocabulary;
    if (!facet) continue;
    const set = byFacet.get(facet) ?? new Set();
    for (const value of values.filter(isText)) set.add(isCode(facet, value) ? value : fold(value));
    byFacet.set(facet, set);
  }
  for (const { relation, facts } of record.links) {
    if (!kind?.relations[relation]?.spreads || !isText(facts?.['country'])) continue;
    byFacet.set('countries', (byFacet.get('countries') ?? new Set()).add(facts['country']));
  }
  return byFacet;
}

/** Ids of concepts and codes of regions stay as they are; what records make up themselves is folded. */
function isCode(facet: string, value: string): boolean {
  return facet !== 'tags' && (facet !== 'regions' || /^[A-Z]{2}[-A-Z0-9]*$/.test(value));
}

/** The role that a link gives to the record it leads to: the one written with it, else the one of its relation. */
export function roleOf(link: Link, kind: Kind | undefined): string | null {
  const written = link.facts?.['role'];
  return isText(written) ? written : (kind?.relations[link.relation]?.role ?? null);
}

/** The folded columns of the full text: title, names, summary, other fields with the facets, body. */
export function textColumns(
  record: ReadRecord,
  kinds: Kinds,
  facets: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const { values } = record;
  const kind = kinds.get(record.kind);
  const names = texts(values, ['acronym', 'aliases', 'names']);
  const rest: string[] = [];
  for (const field of Object.keys(values)) {
    if (!named.has(field) && !kind?.fields[field]?.personal) rest.push(...texts(values, [field]));
  }
  for (const extra of Object.values(record.extra))
    for (const value of extra) if (isText(value)) rest.push(value);
  const columns = [
    record.title,
    names.join('\n'),
    texts(values, ['summary']).join('\n'),
    rest.join('\n'),
    record.text,
  ];
  const tokens = [facetToken('kind', record.kind)];
  for (const [facet, values] of facets)
    for (const value of values) tokens.push(facetToken(facet, value));
  return columns.map((text, index) =>
    index === fieldsColumn ? `${fold(text)} ${tokens.join(' ')}` : fold(text),
  );
}

const fieldsColumn = 3;

/** Fields that are not put into the full text. */
export const unread = new Set(['sources', 'claims']);

const named = new Set(['acronym', 'aliases', 'names', 'summary', ...unread]);

function texts(values: Values, fields: readonly string[]): string[] {
  return fields.flatMap((field) =>
    (values[field] ?? []).flatMap((value) =>
      isMap(value) ? textsOf(value) : isText(value) ? [value] : [],
    ),
  );
}
