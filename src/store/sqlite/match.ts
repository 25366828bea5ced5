import type { Query, Words } from '../../core/query.ts';
import { facetToken } from '../facet-token.ts';

/**
 * A query as an FTS5 expression, or undefined where full text alone cannot answer it: other fields, or nothing but
 * exclusions. Words are quoted one by one, so that nothing in them is ever syntax.
 */
export function matchExpression(query: Query): string | undefined {
  if ('words' in query) return phrase(query);
  if ('facet' in query) return query.spread ? undefined : anyFacet(query.facet, query.values);
  if ('any' in query) return joined(query.any, ' OR ');
  if (!('all' in query)) return undefined;
  const wanted = query.all.filter((part) => !('not' in part));
  const unwanted = query.all.flatMap((part) => ('not' in part ? [part.not] : []));
  const positive = wanted.length > 0 ? joined(wanted, ' AND ') : undefined;
  if (positive === undefined || unwanted.length === 0) return positive;
  const negative = joined(unwanted, ' OR ');
  return negative && `(${positive} NOT ${negative})`;
}

/** Records with any of the values of a facet; undefined without values. */
export function anyFacet(facet: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  return `(${values.map((value) => quoted(facetToken(facet, value))).join(' OR ')})`;
}

function joined(parts: readonly Query[], operator: string): string | undefined {
  const expressions = parts.map(matchExpression);
  return expressions.every((each) => each !== undefined)
    ? `(${expressions.join(operator)})`
    : undefined;
}

function phrase({ words, prefix, in: field }: Words): string {
  const text = `${quoted(words.join(' '))}${prefix ? ' *' : ''}`;
  return field ? `${field} : ${text}` : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`;
}
