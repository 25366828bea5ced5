import type { Kinds } from '../../core/kind.ts';
import type { Query } from '../../core/query.ts';
import { literalQuery, wordsOnly } from '../../core/query.ts';
import type { Choice, Selection } from '../../core/selection.ts';
import { unread } from '../derive.ts';
import { anyFacet, matchExpression } from './match.ts';

/** What full text answers by itself, and the parts of the query that it cannot answer. */
export interface Textual {
  /** FTS5 expressions of the words as typed, and of all that mean the same. */
  readonly literal: string;
  readonly meant: string;
  /** The part of the latter that is words and not concepts. */
  readonly worded: string;
  /** The typed words, where nothing but plain words was typed: somebody may be called so. */
  readonly name: string | undefined;
  /** An expression together with the filters that full text can answer. */
  readonly filtered: (expression: string) => string;
  readonly rest: readonly Query[];
}

/** Undefined where no words are asked for, or only ones that full text cannot answer. */
export function textual(selection: Selection, kinds: Kinds): Textual | undefined {
  const { query } = selection;
  if (!query) return undefined;
  const parts = 'all' in query ? query.all : [query];
  const rest = parts.filter((part) => matchExpression(part) === undefined && !('not' in part));
  const text = [
    ...parts.filter((part) => !rest.includes(part)),
    ...rest.flatMap((part) => ('field' in part ? fieldWords(part, kinds) : [])),
  ];
  const meant = matchExpression({ all: text });
  const literal = matchExpression(literalQuery({ all: text }));
  if (meant === undefined || literal === undefined) return undefined;
  const worded = matchExpression({ all: text.map(wordsOnly) }) ?? literal;
  const name = 'all' in query && query.typed !== undefined ? query.typed : nameOf(query);
  return { literal, meant, worded, name, filtered: filterExpression(selection), rest };
}

function nameOf(query: Query): string | undefined {
  const literal = literalQuery(query);
  const names = ('all' in literal ? literal.all : [literal]).map((part) => {
    if ('all' in part) return nameOf(part);
    return 'words' in part && !part.prefix && !part.in ? part.words.join(' ') : undefined;
  });
  return names.includes(undefined) ? undefined : names.join(' ');
}

/** What a field says is also in the full text, which finds it sooner, unless it is left out there. */
function fieldWords(
  { field, value }: { readonly field: string; readonly value: string },
  kinds: Kinds,
): readonly Query[] {
  const personal = kinds.all().some(({ fields }) => fields[field]?.personal);
  return personal || unread.has(field) ? [] : [{ words: value.split(' ') }];
}

/** Filters that full text can answer beside words, since facets are words of it. */
function filterExpression(selection: Selection): (match: string) => string {
  const choices = facetsOf(selection);
  return (match) => {
    let all = `(${match})`;
    for (const [choice, expression] of choices) {
      const [any, none] = [expression(choice.any), expression(choice.none)];
      if (any !== undefined) all = `(${all} AND ${any})`;
      if (none !== undefined) all = `(${all} NOT ${none})`;
    }
    return all;
  };
}

type Expression = (values: readonly string[]) => string | undefined;

function facetsOf(selection: Selection): readonly (readonly [Choice, Expression])[] {
  const { kind, region, theme, form, tag } = selection;
  const facet =
    (name: string): Expression =>
    (values) =>
      anyFacet(name, values);
  const pairs: readonly (readonly [Choice | undefined, Expression])[] = [
    [kind, facet('kind')],
    [theme, facet('themes')],
    [form, facet('forms')],
    [tag, facet('tags')],
    [region, regionExpression],
  ];
  return pairs.flatMap(([choice, expression]) => (choice ? [[choice, expression] as const] : []));
}

/** Among regions a country stands for all of it. */
const regionExpression: Expression = (values) => {
  const parts = [
    anyFacet('regions', values),
    anyFacet('countries', values.filter(isCountry)),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `(${parts.join(' OR ')})` : undefined;
};

/** Whether one of the values of a choice of regions is a whole country. */
export function isCountry(value: string | number): boolean {
  return /^[A-Z]{2}$/.test(String(value));
}
