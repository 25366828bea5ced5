import { expand } from '../core/expand.ts';
import { parseQuery, QueryError } from '../core/parse-query.ts';
import type { Query } from '../core/query.ts';
import { UsageError } from '../core/usage-error.ts';
import { conceptsNamed, countriesNamed, regionsNamed } from './choices.ts';
import type { Session } from './session.ts';

/** Reads the words of a search; `country:Tunisia` and the like become the concepts that they name. */
export function readQuery(words: readonly string[], session: Session): Query | undefined {
  try {
    const query = parseQuery(words.join(' '));
    if (!query && words.some((word) => word.trim() !== '')) {
      throw new UsageError(`“${words.join(' ')}” holds no word to look for`);
    }
    return query && withConcepts(query, session);
  } catch (error) {
    if (error instanceof QueryError) throw new UsageError(error.message);
    throw error;
  }
}

/** A query with all that means the same as its words, in the eight languages. */
export async function widenedQuery(query: Query, session: Session): Promise<Query> {
  return expand(query, await session.lexicon());
}

/** The vocabulary of a field of records, in its singular or plural. */
function vocabularyOf(field: string, session: Session): string | undefined {
  for (const kind of session.kinds.all()) {
    const declared =
      kind.fields[field] ?? kind.fields[`${field}s`] ?? kind.fields[field.replace(/y$/, 'ies')];
    if (declared?.value.vocabulary) return declared.value.vocabulary;
  }
  return undefined;
}

function withConcepts(query: Query, session: Session): Query {
  if ('all' in query) return { all: query.all.map((part) => withConcepts(part, session)) };
  if ('any' in query) return { any: query.any.map((part) => withConcepts(part, session)) };
  if ('not' in query) return { not: withConcepts(query.not, session) };
  if (!('field' in query)) return query;
  const { field, value } = query;
  const facet = vocabularyOf(field, session);
  if (facet === undefined) return relationNamed(query, session) ?? query;
  if (facet === 'countries') return { facet, values: countriesNamed(value, session), spread: true };
  if (facet !== 'regions') return { facet, values: conceptsNamed(field, facet, value, session) };
  const written = new Map([[value, 1]]);
  const values = regionsNamed(value, session, [], written);
  if (values[0] === value) return query;
  return {
    any: [
      { facet, values },
      { facet: 'countries', values },
    ],
  };
}

/** A relation, which is met as `--where` would be. */
function relationNamed(
  { field, value }: { readonly field: string; readonly value: string },
  session: Session,
): Query | undefined {
  const kinds = session.kinds.all();
  if (kinds.some(({ fields }) => Object.hasOwn(fields, field))) return undefined;
  return kinds.some(({ relations }) => Object.hasOwn(relations, field))
    ? { where: { field, operator: '=', value } }
    : undefined;
}
