import type { Call, Option } from '../command.ts';
import { parseCondition } from '../core/condition.ts';
import type { Condition } from '../core/condition.ts';
import { parseQuery, QueryError } from '../core/parse-query.ts';
import type { Query } from '../core/query.ts';
import type { Choice, KeyChoice, Order, Selection } from '../core/selection.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import { findOne } from './find-one.ts';
import type { Session } from './session.ts';

/** The same words wherever records are chosen. */
export const filterOptions: readonly Option[] = [
  {
    flags: '--kind <kind>',
    summary: 'organisation, project, event, programme, practice, document',
    many: true,
  },
  {
    flags: '--country <country>',
    summary: 'a country, by its code or its name in any of the eight languages',
    many: true,
  },
  { flags: '--region <region>', summary: 'a region with its parts, by code or name', many: true },
  { flags: '--theme <theme>', summary: 'a theme with the narrower ones', many: true },
  { flags: '--form <form>', summary: 'a form of organisation with the narrower ones', many: true },
  { flags: '--programme <record>', summary: 'what belongs to a programme', many: true },
  {
    flags: '--role <role>',
    summary: 'who has this role somewhere: lead, partner, host …',
    many: true,
  },
  { flags: '--year <years>', summary: 'active in a year or a span: 2021, 2019..2023, 2020..' },
  { flags: '--tag <tag>', summary: 'records with a tag', many: true },
  {
    flags: '--where <condition>',
    summary: "any field: 'attendance>=50', 'city=León', website, '!website'",
    many: true,
  },
  { flags: '--linked-to <record>', summary: 'records with a link to or from this one', many: true },
];

export const orderOptions: readonly Option[] = [
  { flags: '--limit <n>', summary: 'at most so many; 0 for all' },
  {
    flags: '--sort <field>',
    summary: 'by title, start, end, id, kind or any field; -start for the latest first',
    many: true,
  },
];

/** Reads the filters of a call; an unknown value is a {@link UsageError} with suggestions, never an empty result. */
export async function readSelection(
  call: Call,
  session: Session,
  store: Store,
): Promise<Selection> {
  const concepts = (option: string, vocabulary: string): Choice | undefined =>
    choice(call.list(option), (written) => {
      const list = session.concepts(vocabulary);
      const id = list.find(written);
      if (id === undefined) throw unknown(option, written, list.nearest(written));
      return list.narrower(id);
    });
  const records = async (option: string, kind?: string): Promise<KeyChoice | undefined> => {
    const written = call.list(option);
    if (written.length === 0) return undefined;
    const keys = { any: [] as number[], none: [] as number[] };
    for (const each of written) {
      const { key } = await findOne(store, each.replace(/^!/, ''), kind);
      (each.startsWith('!') ? keys.none : keys.any).push(key);
    }
    return keys;
  };
  const kind = choice(call.list('kind'), (written) => {
    const named = session.kinds.named(written);
    const names = session.kinds.all().map(({ name }) => name);
    if (!named) throw unknown('kind', written, names);
    return [named.name];
  });
  const years = yearsOf(call.text('year'));
  return defined({
    kind,
    country: concepts('country', 'countries'),
    region: regions(call, session),
    theme: concepts('theme', 'themes'),
    form: concepts('form', 'forms'),
    role: concepts('role', 'roles'),
    tag: choice(call.list('tag'), (written) => [fold(written)]),
    programme: await records('programme', 'programme'),
    linkedTo: await records('linked-to'),
    years,
    where: conditions(call.list('where'), session),
    sort: call.list('sort').map(orderOf),
    limit: limitOf(call.text('limit')),
  });
}

/** Reads the words of a search; `country:Tunisia` and the like become the concepts that they name. */
export function readQuery(words: readonly string[], session: Session): Query | undefined {
  try {
    const query = parseQuery(words.join(' '));
    return query && withConcepts(query, session);
  } catch (error) {
    if (error instanceof QueryError) throw new UsageError(error.message);
    throw error;
  }
}

function withConcepts(query: Query, session: Session): Query {
  if ('all' in query) return { all: query.all.map((part) => withConcepts(part, session)) };
  if ('any' in query) return { any: query.any.map((part) => withConcepts(part, session)) };
  if ('not' in query) return { not: withConcepts(query.not, session) };
  if (!('field' in query)) return query;
  const vocabulary = vocabularyOf(query.field, session);
  if (!vocabulary) return query;
  const list = session.concepts(vocabulary);
  const id = list.find(query.value);
  if (id === undefined && vocabulary === 'regions') return query;
  if (id === undefined) throw unknown(query.field, query.value, list.nearest(query.value));
  return { facet: vocabulary, values: list.narrower(id) };
}

function vocabularyOf(field: string, session: Session): string | undefined {
  for (const kind of session.kinds.all()) {
    const declared =
      kind.fields[field] ?? kind.fields[`${field}s`] ?? kind.fields[field.replace(/y$/, 'ies')];
    if (declared?.value.vocabulary) return declared.value.vocabulary;
  }
  return undefined;
}

/** A region that no list knows is looked for as it is written. */
function regions(call: Call, session: Session): Choice | undefined {
  return choice(call.list('region'), (written) => {
    const list = session.concepts('regions');
    const id = list.find(written);
    return id === undefined ? [written] : list.narrower(id);
  });
}

function choice(
  written: readonly string[],
  read: (value: string) => readonly string[],
): Choice | undefined {
  if (written.length === 0) return undefined;
  const [none, any] = [
    written.filter((each) => each.startsWith('!')),
    written.filter((each) => !each.startsWith('!')),
  ];
  return { any: any.flatMap(read), none: none.flatMap((each) => read(each.slice(1))) };
}

function conditions(written: readonly string[], session: Session): readonly Condition[] {
  return written.map((each) => {
    const condition = parseCondition(each);
    if (!condition)
      throw new UsageError(
        `--where expects a comparison such as 'attendance>=50', found “${each}”`,
      );
    const vocabulary = vocabularyOf(condition.field, session);
    const id =
      vocabulary && condition.value !== ''
        ? session.concepts(vocabulary).find(condition.value)
        : undefined;
    return id === undefined ? condition : { ...condition, value: id };
  });
}

function yearsOf(
  written: string | undefined,
): { readonly from?: string; readonly to?: string } | undefined {
  if (written === undefined) return undefined;
  const match = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/.exec(written.trim());
  const [, from, between, to] = match ?? [];
  if (!from && !to)
    throw new UsageError(`--year expects 2021, 2019..2023, 2020.. or ..2019, found “${written}”`);
  if (!between) return { from: from ?? '', to: from ?? '' };
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function orderOf(written: string): Order {
  const descending = written.startsWith('-');
  return {
    by: (descending ? written.slice(1) : written).toLowerCase().replaceAll('-', '_'),
    descending,
  };
}

function limitOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^\d+$/.test(written))
    throw new UsageError(`--limit expects a number such as 20, found “${written}”`);
  return written === '0' ? -1 : Number(written);
}

function unknown(option: string, written: string, near: readonly string[]): UsageError {
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
  const list: { readonly [option: string]: string } = {
    country: 'countries',
    theme: 'themes',
    form: 'forms',
    role: 'roles',
  };
  const where =
    list[option] && near.length === 0 ? `; “koinon vocab ${list[option]}” lists them` : '';
  return new UsageError(`“${written}” is no ${option} that koinon knows${hint}${where}`);
}

/** Only what was asked for. */
function defined(selection: {
  readonly [Key in keyof Selection]: Selection[Key] | undefined;
}): Selection {
  return Object.fromEntries(
    Object.entries(selection).filter(([, value]) => value !== undefined),
  ) as Selection;
}

/** Words of the index near those of a search that found nothing. */
export async function nearbyWords(store: Store, wanted: readonly string[]): Promise<string[]> {
  const indexed: string[] = [];
  for await (const word of store.indexedWords()) indexed.push(word);
  const known = new Set(indexed);
  return wanted.flatMap((word) => (known.has(word) ? [] : nearest(word, indexed, 3)));
}
