import type { Database } from 'better-sqlite3';
import type { Condition } from '../../core/condition.ts';
import { holds } from '../../core/condition.ts';
import type { Kinds, Values } from '../../core/kind.ts';
import { textsOf } from '../../core/node.ts';
import type { Query } from '../../core/query.ts';
import type { Choice, KeyChoice, Order, Selection } from '../../core/selection.ts';
import { fold } from '../../vocabulary/fold.ts';
import { matchExpression } from './match.ts';

/** A selection as SQL over `record r`, and `words` where text is looked for; every value is bound. */
export interface Compiled {
  readonly from: string;
  readonly where: string;
  readonly parameters: readonly (string | number)[];
  readonly order: string;
  readonly orderParameters: readonly string[];
  /** Whether `words` is joined, so that bm25 can rank. */
  readonly ranked: boolean;
}

/** Title and names count most, the body least; weights of bm25 in the order of the columns. */
export const weights = '10.0, 10.0, 4.0, 2.0, 1.0';

export function compile(selection: Selection, kinds: Kinds): Compiled {
  const where: string[] = [];
  const parameters: (string | number)[] = [];
  const bind = (values: readonly (string | number)[]) => {
    parameters.push(...values);
    return values.map(() => '?').join(', ');
  };
  const { match, rest } = split(selection.query);
  if (match !== undefined) where.push(`words match ${bind([match])}`);
  for (const part of rest) where.push(condition(part, bind));

  const chosen = (
    choice: Choice | KeyChoice | undefined,
    holdsFor: (values: readonly (string | number)[]) => string,
  ) => {
    if (choice && choice.any.length > 0) where.push(holdsFor(choice.any));
    if (choice && choice.none.length > 0) where.push(`not (${holdsFor(choice.none)})`);
  };
  chosen(selection.kind, (values) => `r.kind in (${bind(values)})`);
  chosen(
    selection.country,
    (values) =>
      `(${facet('countries', values, bind)} or r.key in (${spread(kinds)} and f.value in (${bind(values)})))`,
  );
  chosen(selection.region, (values) => facet('regions', values, bind));
  chosen(selection.theme, (values) => facet('themes', values, bind));
  chosen(selection.form, (values) => facet('forms', values, bind));
  chosen(selection.tag, (values) => facet('tags', values, bind));
  chosen(
    selection.role,
    (values) =>
      `r.key in (select found from link where role in (${bind(values)}) and found is not null)`,
  );
  chosen(selection.programme, (values) => {
    const projects = `select source from link where relation = 'programme' and found in (${bind(values)})`;
    return `r.key in (select key from (with project(key) as materialized (${projects}) select key from project
      union select found from link join project on source = project.key where found is not null
      union select source from link join project on found = project.key))`;
  });
  chosen(
    selection.linkedTo,
    (
      values,
    ) => `r.key in (select found from link where source in (${bind(values)}) and found is not null
    union select source from link where found in (${bind(values)}))`,
  );
  if (selection.years) {
    const { from, to } = selection.years;
    where.push('(r.since is not null or r.until is not null)');
    if (from !== undefined)
      where.push(`(r.until is null or substr(r.until, 1, 4) >= ${bind([from])})`);
    if (to !== undefined) where.push(`(r.since is null or substr(r.since, 1, 4) <= ${bind([to])})`);
  }
  for (const each of selection.where ?? [])
    where.push(`field_meets(r.fields, r.extra, ${bind([JSON.stringify(each)])})`);
  if (selection.keys)
    where.push(`r.key in (select value from json_each(${bind([JSON.stringify(selection.keys)])}))`);

  const ranked = match !== undefined;
  const orderParameters: string[] = [];
  const order = (selection.sort ?? []).map((each) => orderTerm(each, orderParameters));
  if (order.length === 0 && ranked) order.push(`bm25(words, ${weights})`);
  order.push('r.id', 'r.key');
  return {
    from: ranked ? 'words cross join record r on r.key = words.rowid' : 'record r',
    where: where.length > 0 ? where.join(' and ') : '1',
    parameters,
    order: order.join(', '),
    orderParameters,
    ranked,
  };
}

/** What full text answers by itself, and the parts that need the other tables. */
function split(query: Query | undefined): {
  readonly match?: string;
  readonly rest: readonly Query[];
} {
  if (!query) return { rest: [] };
  const whole = matchExpression(query);
  if (whole !== undefined) return { match: whole, rest: [] };
  if (!('all' in query)) return { rest: [query] };
  const text = query.all.filter((part) => matchExpression(part) !== undefined);
  const rest = query.all.filter((part) => matchExpression(part) === undefined);
  const match = text.length > 0 ? matchExpression({ all: text }) : undefined;
  return match === undefined ? { rest } : { match, rest };
}

type Bind = (values: readonly (string | number)[]) => string;

function condition(query: Query, bind: Bind): string {
  const match = matchExpression(query);
  if (match !== undefined)
    return `r.key in (select rowid from words where words match ${bind([match])})`;
  if ('all' in query) return `(${query.all.map((part) => condition(part, bind)).join(' and ')})`;
  if ('any' in query) return `(${query.any.map((part) => condition(part, bind)).join(' or ')})`;
  if ('not' in query) return `not ${condition(query.not, bind)}`;
  if ('facet' in query) return facet(query.facet, query.values, bind);
  if ('field' in query) return `field_has(r.fields, r.extra, ${bind([query.field, query.value])})`;
  return '0';
}

function facet(field: string, values: readonly (string | number)[], bind: Bind): string {
  return `r.key in (select record from facet where field = ${bind([field])} and value in (${bind(values)}))`;
}

/** Records whose partners lie in a country; the caller adds which. */
function spread(kinds: Kinds): string {
  const relations = new Set<string>();
  for (const kind of kinds.all()) {
    for (const [name, relation] of Object.entries(kind.relations))
      if (relation.spreads) relations.add(name);
  }
  const names = [...relations].map((name) => `'${name}'`).join(', ');
  return `select l.source from link l join facet f on f.record = l.found
    where l.relation in (${names}) and f.field = 'countries'`;
}

const columns: Readonly<{ [name: string]: string }> = {
  title: 'folded(r.title)',
  id: 'r.id',
  kind: 'r.kind',
  path: 'r.path',
  start: 'r.since',
  end: 'r.until',
};

function orderTerm(order: Order, parameters: string[]): string {
  const direction = order.descending ? ' desc' : '';
  const column = columns[order.by];
  if (column !== undefined) return `${column}${direction} nulls last`;
  parameters.push(order.by, order.by);
  return `field_number(r.fields, r.extra, ?)${direction} nulls last, field_text(r.fields, r.extra, ?)${direction} nulls last`;
}

/** Functions in SQL that read the values of a record; they see nothing but their arguments. */
export function registerFunctions(database: Database): void {
  const options = { deterministic: true, directOnly: true };
  const fieldTexts = (fields: string, extra: string, field: string) =>
    textsOf(read(fields)[field] ?? read(extra)[field] ?? []);
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
