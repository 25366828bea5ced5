import type { Kind, Kinds } from '../../core/kind.ts';
import type { Query } from '../../core/query.ts';
import type { Choice, KeyChoice, Order, Selection } from '../../core/selection.ts';
import { matchExpression } from './match.ts';
import type { Textual } from './textual.ts';
import { isCountry } from './textual.ts';
import { whereCondition } from './where.ts';

/** The conditions of a selection on `record r`, or on keys alone; every value is bound. */
export interface Compiled {
  readonly where: readonly string[];
  readonly parameters: readonly (string | number)[];
  /** Whether a condition looks at more of a record than its key. */
  readonly needsRecord: boolean;
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
