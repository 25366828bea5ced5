import type { Query, TextField } from '../core/query.ts';
import { changedWords, textFields, wordsOnly } from '../core/query.ts';
import type { Evidence } from '../core/rank/evidence.ts';
import type { Selection } from '../core/selection.ts';
import type { Store } from '../store/store.ts';
import type { Need } from './need.ts';
import { partnerKind } from './need.ts';
import type { Session } from './session.ts';
import { workRelations } from './work.ts';

/** Something that was asked for: the works that speak for those who had a part in them, and who speaks for it themselves. */
export interface Topic {
  readonly reason: 'themeWork' | 'wordsWork' | 'work' | 'workedIn' | 'known';
  readonly works: Pick<ReadonlySet<number>, 'has'>;
  readonly own: ReadonlyMap<number, Evidence>;
}

/** A topic whose works can be counted. */
export interface FoundTopic extends Topic {
  readonly works: ReadonlySet<number>;
  readonly cut: boolean;
}

/** Words that more records have than this tell little; those that have them in their names go before. */
const mostRecords = 5_000;

/** Of more works than this the latest count: what is older hardly weighs any more. */
const mostWorks = 2_000;

const own = choice([partnerKind]);

/** Who names the themes, and what work is about them. */
export async function themeTopic(
  { themes, years }: Need,
  store: Store,
  { kinds }: Session,
): Promise<FoundTopic> {
  const holders = new Map<number, string[]>();
  for (const theme of themes) {
    for (const key of await store.keys({ kind: own, theme: choice([theme]) })) {
      const held = holders.get(key);
      if (held) held.push(theme);
      else holders.set(key, [theme]);
    }
  }
  const kind = choice(workRelations(kinds).kinds);
  const found = await store.keys({ kind, theme: choice(themes), ...(years ? { years } : {}) });
  const named = new Map<number, Evidence>();
  for (const [key, held] of holders) named.set(key, { themes: held });
  const works = await latest(found, store);
  return { reason: 'themeWork', works, own: named, cut: works.size < found.length };
}

/** Who has the words, and what work has; what only names the theme that the words mean says no more than the theme. */
export async function wordsTopic(
  { query = { all: [] }, themesByWords, years }: Need,
  theme: FoundTopic | undefined,
  store: Store,
  { kinds }: Session,
): Promise<FoundTopic> {
  const named = new Map<number, Evidence>();
  for (const [words, fields] of places) {
    const selection = { kind: own, query: placed(query, fields), limit: mostRecords };
    for (const key of named.size < mostRecords ? await store.keys(selection) : []) {
      if (named.has(key)) continue;
      const isTheme = themesByWords && words !== 'name' && theme?.own.has(key) === true;
      named.set(key, isTheme ? {} : { words });
    }
  }
  const kind = choice(workRelations(kinds).kinds);
  const selection = { kind, query, limit: mostRecords, ...(years ? { years } : {}) };
  const found = await store.keys(selection);
  const further = found.filter((key) => !(themesByWords && theme?.works.has(key)));
  const works = await latest(further, store);
  const cut = [named.size, found.length].some((count) => count >= mostRecords);
  return { reason: 'wordsWork', works, own: named, cut: cut || works.size < further.length };
}

async function latest(works: readonly number[], store: Store): Promise<ReadonlySet<number>> {
  if (works.length <= mostWorks) return new Set(works);
  const ends = [...(await store.spans(works))].map(([key, [since, until]]) => ({
    key,
    end: until ?? since ?? '',
  }));
  ends.sort((a, b) => (a.end > b.end ? -1 : Number(a.end < b.end)) || a.key - b.key);
  return new Set(ends.slice(0, mostWorks).map(({ key }) => key));
}

const places: readonly (readonly ['name' | 'fields' | 'text', readonly TextField[]])[] = [
  ['name', ['title', 'names']],
  // Words may stand one in the name and one in a field.
  ['fields', ['title', 'names', 'summary', 'fields']],
  ['text', textFields],
];

/** The query with its words looked for in some fields only. */
function placed(query: Query, fields: readonly TextField[]): Query {
  if (fields === textFields) return query;
  return changedWords(wordsOnly(query), (words) =>
    words.in ? words : { any: fields.map((field) => ({ ...words, in: field })) },
  );
}

function choice(any: readonly string[]): NonNullable<Selection['kind']> {
  return { any, none: [] };
}
