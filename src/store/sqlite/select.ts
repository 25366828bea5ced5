import type { Database } from 'better-sqlite3';
import type { Condition } from '../../core/condition.ts';
import { holds, valuesOf } from '../../core/condition.ts';
import type { Kind, Kinds, Values } from '../../core/kind.ts';
import { textsOf } from '../../core/node.ts';
import type { Query } from '../../core/query.ts';
import { literalQuery, wordsOnly } from '../../core/query.ts';
import type { Choice, KeyChoice, Order, Selection } from '../../core/selection.ts';
import { fold } from '../../vocabulary/fold.ts';
import { unread } from '../derive.ts';
import { anyFacet, matchExpression } from './match.ts';
import { whereCondition } from './where.ts';

/** The conditions of a selection on `record r`, or on keys alone; every value is bound. */
export interface Compiled {
  readonly where: readonly string[];
  readonly parameters: readonly (string | number)[];
  /** Whether a condition looks at more of a record than its key. */
  readonly needsRecord: boolean;
}

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

function isCountry(value: string | number): boolean {
  return /^[A-Z]{2}$/.test(String(value));
}

/** The conditions on a record whose key is `key`; without `text` also those that full text could answer. */
export function compile(
  selection: Selection,
  kinds: Kinds,
  key: 'r.key' | '+words.rowid',
  text: Textual | undefined,
): Compiled {
  const where: string[] = [];
  const parameters: (string | number)[] = [];
  let needsRecord = false;
  const bind = (values: readonly (string | number)[]) => {
    parameters.push(...values);
    return values.map(() => '?').join(', ');
  };
  const rest = text ? text.rest : selection.query ? [selection.query] : [];
  const context = { bind, key, kinds, selection };
  for (const part of rest) where.push(condition(part, context));
  if (rest.length > 0) needsRecord = true;

  const chosen = (
    choice: Choice | KeyChoice | undefined,
    holdsFor: (values: readonly (string | number)[]) => string,
  ) => {
    if (choice && choice.any.length > 0) where.push(holdsFor(choice.any));
    if (choice && choice.none.length > 0) where.push(`not (${holdsFor(choice.none)})`);
  };
  const among = (name: string) => (values: readonly (string | number)[]) =>
    facet(name, values, bind, key);
  chosen(
    selection.country,
    (values) => `${key} in (${inCountries(chosenKinds(selection, kinds), values, bind)})`,
  );
  if (!text) {
    chosen(selection.kind, (values) => `r.kind in (${bind(values)})`);
    chosen(selection.theme, among('themes'));
    chosen(selection.form, among('forms'));
    chosen(selection.tag, among('tags'));
    chosen(selection.region, (values) => {
      const countries = values.filter(isCountry);
      const inside = among('regions')(values);
      return countries.length === 0 ? inside : `(${inside} or ${among('countries')(countries)})`;
    });
  }
  chosen(
    selection.role,
    (values) =>
      `${key} in (select found from link where role in (${bind(values)}) and found is not null)`,
  );
  chosen(selection.programme, (values) => {
    const projects = `select source from link where relation = 'programme' and found in (${bind(values)})`;
    return `${key} in (select key from (with project(key) as materialized (${projects}) select key from project
      union select found from link join project on source = project.key where found is not null
      union select source from link join project on found = project.key))`;
  });
  chosen(
    selection.linkedTo,
    (
      values,
    ) => `${key} in (select found from link where source in (${bind(values)}) and found is not null
    union select source from link where found in (${bind(values)}))`,
  );
  if (selection.years) {
    const { from, to } = selection.years;
    needsRecord = true;
    where.push('(r.since is not null or r.until is not null)');
    if (from !== undefined)
      where.push(`(r.until is null or substr(r.until, 1, 4) >= ${bind([from])})`);
    if (to !== undefined) where.push(`(r.since is null or substr(r.since, 1, 4) <= ${bind([to])})`);
  }
  for (const each of selection.where ?? []) {
    needsRecord = true;
    where.push(whereCondition(each, kinds, bind));
  }
  if (selection.keys)
    where.push(
      `${key} in (select value from json_each(${bind([JSON.stringify(selection.keys)])}))`,
    );
  return { where, parameters, needsRecord };
}

type Bind = (values: readonly (string | number)[]) => string;

interface Context {
  readonly bind: Bind;
  readonly key: string;
  readonly kinds: Kinds;
  readonly selection: Selection;
}

function condition(query: Query, context: Context): string {
  const { bind, key, kinds, selection } = context;
  const match = matchExpression(query);
  if (match !== undefined)
    return `${key} in (select rowid from words where words match ${bind([match])})`;
  const parts = (all: readonly Query[]) => all.map((part) => condition(part, context));
  if ('all' in query) return `(${parts(query.all).join(' and ')})`;
  if ('any' in query) return `(${parts(query.any).join(' or ')})`;
  if ('not' in query) return `not ${condition(query.not, context)}`;
  if ('field' in query) return `field_has(r.fields, r.extra, ${bind([query.field, query.value])})`;
  if ('where' in query) return whereCondition(query.where, kinds, bind);
  if ('facet' in query && query.values.length > 0)
    return `${key} in (${inCountries(chosenKinds(selection, kinds), query.values, bind)})`;
  return '0';
}

function facet(
  field: string,
  values: readonly (string | number)[],
  bind: Bind,
  key: string,
): string {
  return `${key} in (select record from facet where field = ${bind([field])} and value in (${bind(values)}))`;
}

/** Records in countries, by themselves or by those whom a relation that spreads leads to. */
function inCountries(
  kinds: readonly Kind[],
  values: readonly (string | number)[],
  bind: Bind,
): string {
  const relations = new Set<string>();
  for (const kind of kinds) {
    for (const [name, relation] of Object.entries(kind.relations))
      if (relation.spreads) relations.add(name);
  }
  const names = [...relations].map((name) => `'${name}'`).join(', ');
  const inside = () => `f.field = 'countries' and f.value in (${bind(values)})`;
  if (relations.size === 0) return `select f.record from facet f where ${inside()}`;
  return `select f.record from facet f where ${inside()} union all
    select l.source from facet f cross join link l on l.found = f.record and +l.relation in (${names}) where ${inside()}`;
}

/** The kinds that the records of a selection can be of. */
function chosenKinds({ kind }: Selection, kinds: Kinds): readonly Kind[] {
  const any = kind?.any ?? [];
  return any.length === 0 ? kinds.all() : kinds.all().filter(({ name }) => any.includes(name));
}

const columns: Readonly<{ [name: string]: string }> = {
  title: 'folded(r.title)',
  id: 'r.id',
  kind: 'r.kind',
  path: 'r.path',
  start: 'r.since',
  end: 'r.until',
};

/** SQL that sorts `record r`, by id in the end; names of fields are pushed to the parameters. */
export function orderOf(sort: readonly Order[] | undefined, parameters: string[]): string {
  const terms = (sort ?? []).map((each) => orderTerm(each, parameters));
  return [...terms, 'r.id', 'r.key'].join(', ');
}

function orderTerm(order: Order, parameters: string[]): string {
  const direction = order.descending ? ' desc' : '';
  const column = Object.hasOwn(columns, order.by) ? columns[order.by] : undefined;
  if (column !== undefined) return `${column}${direction} nulls last`;
  parameters.push(order.by, order.by);
  return `field_number(r.fields, r.extra, ?)${direction} nulls last, field_text(r.fields, r.extra, ?)${direction} nulls last`;
}

/** Functions in SQL that read the values of a record; they see nothing but their arguments. */
export function registerFunctions(database: Database): void {
  const options = { deterministic: true, directOnly: true };
  const fieldTexts = (fields: string, extra: string, field: string) =>
    textsOf(valuesOf(field, read(fields), read(extra)));
  const conditions = new Map<string, Condition>();
  database.function('folded', options, (text: string) => fold(text));
  database.function('field_meets', options, (fields: string, extra: string, written: string) => {
    const known = conditions.get(written) ?? (JSON.parse(written) as Condition);
    conditions.set(written, known);
    return holds(known, read(fields), read(extra)) ? 1 : 0;
  });
  database.function(
    'field_has',
    options,
    (fields: string, extra: string, field: string, value: string) =>
      fieldTexts(fields, extra, field).some((text) => ` ${fold(text)} `.includes(` ${value} `))
        ? 1
        : 0,
  );
  database.function('field_text', options, (fields: string, extra: string, field: string) => {
    const [first] = fieldTexts(fields, extra, field);
    return first === undefined ? null : fold(first);
  });
  database.function('field_number', options, (fields: string, extra: string, field: string) => {
    const first = /^-?\d+(?:\.\d+)?(?= [A-Z]{3}$|$)/.exec(
      fieldTexts(fields, extra, field)[0] ?? '',
    );
    return first ? Number(first[0]) : null;
  });
}

function read(json: string): Values {
  return JSON.parse(json) as Values;
}
