import type { Call, Option } from '../command.ts';
import type { Query } from '../core/query.ts';
import { stems } from '../core/rank/stems.ts';
import type { Selection } from '../core/selection.ts';
import { UsageError } from '../core/usage-error.ts';
import type { RecordName, Store } from '../store/store.ts';
import { filterOptions, readQuery, readSelection } from './filters.ts';
import { languages } from '../vocabulary/world.ts';
import { findOne } from './find-one.ts';
import type { Session } from './session.ts';
import { withView } from './views.ts';

/** The kind that can be a partner. */
export const partnerKind = 'organisation';

/** A text of a need, such as its words or the name of a theme, by the stems of its words. */
interface Wording {
  readonly stems: ReadonlySet<string>;
  /** A part of it says nothing: `solidarity` is not `solidarity finance`. */
  readonly whole: boolean;
}

/** What is looked for in a partner. */
export interface Need {
  /** What the organisation itself must meet. */
  readonly selection: Selection;
  /** Themes with the narrower ones; own, or those of its work. */
  readonly themes: readonly string[];
  /** The themes were meant by the words, which may be met instead. */
  readonly themesByWords: boolean;
  readonly query: Query | undefined;
  /** Years in which it must have had work, which alone counts then. */
  readonly years: Selection['years'];
  readonly workedIn: Selection['country'];
  readonly wordings: readonly Wording[];
  readonly offers: ReadonlySet<string> | undefined;
  readonly seeks: ReadonlySet<string> | undefined;
  readonly from: RecordName | undefined;
  readonly like: RecordName | undefined;
  readonly workedWith: readonly number[];
  readonly neverWorkedWith: readonly number[];
  readonly exclude: readonly number[];
  readonly newcomers: boolean;
}

export const needOptions: readonly Option[] = [
  ...filterOptions.filter(({ flags }) => !flags.startsWith('--kind')),
  {
    flags: '--worked-in <country>',
    summary: 'with work in a country, wherever its seat',
    many: true,
  },
  { flags: '--offers <words>', summary: 'what it offers has these words' },
  { flags: '--seeks <words>', summary: 'what it seeks has these words' },
  { flags: '--from <record>', summary: 'who asks: adds the nearest way to each partner' },
  { flags: '--like <record>', summary: 'similar to this organisation' },
  {
    flags: '--worked-with <record>',
    summary: 'has shared work with this organisation',
    many: true,
  },
  { flags: '--never-worked-with <record>', summary: 'has shared none with it', many: true },
  { flags: '--exclude <record>', summary: 'leaves an organisation out', many: true },
  { flags: '--new', summary: 'newcomers: with no project yet or one' },
];

/** Reads what is looked for; throws a {@link UsageError} where nothing is, or something is not known. */
export async function readNeed(given: Call, session: Session, store: Store): Promise<Need> {
  const call = await withView(given, session);
  const {
    theme,
    years,
    where,
    limit: _limit,
    sort: _sort,
    ...own
  } = await readSelection(call, session, store);
  const one = async (written: string | undefined) =>
    written === undefined ? undefined : await findOne(store, written);
  const many = async (option: string) => {
    const keys: number[] = [];
    for (const written of call.list(option))
      keys.push((await findOne(store, written, partnerKind)).key);
    return keys;
  };
  const query = readQuery(call.words, session);
  const named = query && theme === undefined ? themeNamed(call.words.join(' '), session) : [];
  const like = call.text('like');
  const need: Need = {
    selection: {
      ...own,
      ...(where && where.length > 0 ? { where } : {}),
      kind: { any: [partnerKind], none: [] },
      ...(theme && theme.none.length > 0 ? { theme: { any: [], none: theme.none } } : {}),
    },
    themes: theme?.any ?? named,
    themesByWords: named.length > 0,
    query,
    years,
    workedIn: await workedIn(call, session, store),
    wordings: wordings(call.words.join(' '), theme?.any ?? named, session),
    offers: stemsOf(call, 'offers'),
    seeks: stemsOf(call, 'seeks'),
    from: await one(call.text('from')),
    like: like === undefined ? undefined : await findOne(store, like, partnerKind),
    workedWith: await many('worked-with'),
    neverWorkedWith: await many('never-worked-with'),
    exclude: await many('exclude'),
    newcomers: call.flag('new'),
  };
  if (isOpen(need, theme !== undefined))
    throw new UsageError(
      'What should the partner be good for? Write words, --theme, --country, --like or another filter; “koinon partners --help” has examples',
    );
  return need;
}

function isOpen(need: Need, themed: boolean): boolean {
  const { query, years, offers, seeks, like, workedWith, newcomers } = need;
  const given = [query, years, offers, seeks, like, need.workedIn, workedWith[0]];
  const filtered = Object.keys(need.selection).length > 1;
  return !themed && !newcomers && !filtered && given.every((each) => each === undefined);
}

/** The theme that all the words together are a name of, in any language. */
function themeNamed(words: string, { concepts }: Session): readonly string[] {
  const id = concepts('themes').find(words);
  return id === undefined ? [] : concepts('themes').narrower(id);
}

/** The words, and what the first of the themes is called in the languages of the vocabularies. */
function wordings(words: string, themes: readonly string[], { concepts }: Session): Wording[] {
  const labels = themes.flatMap((id) =>
    languages.map((language) => concepts('themes').label(id, language)),
  );
  const all = [
    { stems: stems(words), whole: false },
    ...labels.map((label) => ({ stems: stems(label), whole: true })),
  ];
  return all.filter((wording) => wording.stems.size > 0);
}

function stemsOf(call: Call, option: string): ReadonlySet<string> | undefined {
  const written = call.text(option);
  if (written === undefined) return undefined;
  const found = stems(written);
  if (found.size === 0)
    throw new UsageError(`--${option} expects words that tell something, found “${written}”`);
  return found;
}

/** Reads `--worked-in` as `--country` is read. */
async function workedIn(call: Call, session: Session, store: Store): Promise<Selection['country']> {
  const only: Call = {
    words: [],
    text: () => undefined,
    list: (option) => (option === 'country' ? call.list('worked-in') : []),
    flag: () => false,
  };
  return (await readSelection(only, session, store)).country;
}
