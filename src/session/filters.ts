import type { Call } from '../command.ts';
import type { Choice, KeyChoice, Order, Selection } from '../core/selection.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../vocabulary/fold.ts';
import { nearest } from '../vocabulary/nearest.ts';
import {
  choice,
  conceptsNamed,
  countriesNamed,
  nearLabels,
  regionsNamed,
  unknown,
} from './choices.ts';
import { conditions } from './conditions.ts';
import { checkFields } from './known-fields.ts';
import { findOne } from './find-one.ts';
import type { Session } from './session.ts';
import { withView } from './views.ts';
import { readQuery, widenedQuery } from './words.ts';

export { filterOptions, orderOptions } from './filter-options.ts';
export { readQuery } from './words.ts';

/** Reads the filters of a call and of its view; an unknown value is a {@link UsageError} with suggestions, never an empty result. */
export async function readSelection(
  given: Call,
  session: Session,
  store: Store,
): Promise<Selection> {
  const call = await withView(given, session);
  const concepts = (option: string, vocabulary: string): Choice | undefined =>
    choice(call.list(option), (written) => conceptsNamed(option, vocabulary, written, session));
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
    if (named) return [named.name];
    const near = nearLabels(written, 'kinds', session);
    const all = session.kinds
      .all()
      .map(({ name }) => session.concepts('kinds').label(name, session.language));
    throw unknown('kind', written, near.length > 0 ? near : all);
  });
  const country = choice(call.list('country'), (written) => countriesNamed(written, session));
  const viewed =
    given.text('view') === undefined ? undefined : readQuery(viewWords(given, call), session);
  const where = conditions(call.list('where'), session);
  const sort = call.list('sort').map(orderOf);
  await checkFields(
    [...where.map(({ field }) => field), ...sort.map(({ by }) => by)],
    session,
    store,
  );
  return defined({
    query: viewed && (await widenedQuery(viewed, session)),
    kind,
    country,
    region: await regions(call, country?.any ?? [], session, store),
    theme: concepts('theme', 'themes'),
    form: concepts('form', 'forms'),
    role: concepts('role', 'roles'),
    tag: await tags(call, store),
    programme: await records('programme', 'programme'),
    linkedTo: await records('linked-to'),
    years: yearsOf(call.text('year')),
    where,
    sort,
    limit: limitOf(call.text('limit')),
  });
}

/** The words of a call that its view brought along. */
function viewWords(given: Call, viewed: Call): readonly string[] {
  return viewed.words.slice(0, viewed.words.length - given.words.length);
}

async function regions(
  call: Call,
  countries: readonly string[],
  session: Session,
  store: Store,
): Promise<Choice | undefined> {
  const written = call.list('region');
  if (written.length === 0) return undefined;
  const occurring = await store.facets('regions');
  return choice(written, (value) => regionsNamed(value, session, countries, occurring));
}

/** Records make tags up: known is what occurs. */
async function tags(call: Call, store: Store): Promise<Choice | undefined> {
  const written = call.list('tag');
  if (written.length === 0) return undefined;
  const occurring = await store.facets('tags');
  return choice(written, (value) => {
    const folded = fold(value);
    if (occurring.has(folded)) return [folded];
    throw unknown('tag', value, nearest(folded, occurring.keys(), 3));
  });
}

function yearsOf(
  written: string | undefined,
): { readonly from?: string; readonly to?: string } | undefined {
  if (written === undefined) return undefined;
  const match = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/.exec(written.trim());
  const [, from, between, to] = match ?? [];
  if ((!from && !to) || (from && to && from > to))
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

/** Only what was asked for. */
function defined(selection: {
  readonly [Key in keyof Selection]: Selection[Key] | undefined;
}): Selection {
  return Object.fromEntries(
    Object.entries(selection).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined,
    ),
  ) as Selection;
}
