import type { Command } from '../command.ts';
import type { Query } from '../core/query.ts';
import type { Selection } from '../core/selection.ts';
import { filterOptions, orderOptions, readSelection } from '../session/filters.ts';
import { asBlocks, asJson, asTable, shownHits } from '../session/hits.ts';
import { corrected } from '../session/nearby.ts';
import { checkFields, fieldsOf } from '../session/known-fields.ts';
import type { Session } from '../session/session.ts';
import { someWords } from '../session/some-words.ts';
import { listViews, withView } from '../session/views.ts';
import { readQuery, widenedQuery } from '../session/words.ts';
import type { Hits, Store } from '../store/store.ts';
import { formatOptions } from '../session/format-options.ts';

/** How many a person looks at before asking more precisely. */
const usual = 20;

export default {
  summary: 'finds records by words and filters, best first',
  arguments: [
    {
      name: '[words...]',
      summary: 'all required; "a phrase", begin*, -without, this OR that, title:word, city:León',
    },
  ],
  options: [
    ...filterOptions,
    ...orderOptions,
    { flags: '--literal', summary: 'only these words, not what means the same or is nearly so' },
    { flags: '--views', summary: 'lists the searches that koinon.yaml keeps' },
    ...formatOptions({ json: 'one JSON document: query, total, results' }),
  ],
  examples: [
    { call: 'koinon search social innovation', does: 'records that have both words' },
    {
      call: 'koinon search --kind organisation --country maghreb --theme youth-employment',
      does: 'filters without words; a set of countries is a country too',
    },
    {
      call: 'koinon search \'"social brand" OR label\' --lang fr',
      does: 'a phrase or a word, labels in French',
    },
    {
      call: 'koinon search "economie sociale" --country \'!FR\'',
      does: 'accents do not matter, nor does the language of the records; France left out',
    },
  ],
  run: async (given, session) => {
    if (given.flag('views')) {
      await listViews(given, session);
      return 0;
    }
    const call = await withView(given, session);
    const store = await session.store();
    const literal = given.flag('literal');
    const typed = readQuery(call.words, session);
    await checkFields(fieldsOf(typed), session, store);
    const selection = { limit: usual, ...(await readSelection(call, session, store)) };
    const widened = typed && !literal ? await widenedQuery(typed, session) : typed;
    let [query, found] = [widened, await store.search({ ...selection, query: widened })];
    if (found.total === 0 && typed && !literal) {
      const near = await searchNear(typed, selection, store, session);
      if (near) ({ query, found } = near);
      else if (widened) ({ query, found } = await searchSome(widened, selection, store, session));
    }
    const { total, bounded, hits } = found;
    const shown = await shownHits(hits, query, store, session);
    const format = call.text('format');
    if (call.flag('json')) await session.json(asJson(call.words.join(' '), total, shown));
    else if (format === undefined && query) await session.write(asBlocks(shown, session));
    else if (shown.length > 0 || format !== undefined)
      await session.print(asTable(shown, session, format ?? 'table'), format ?? 'table');
    if (total > hits.length) session.note(`${hits.length} of ${total}; --limit 0 shows all`);
    if (bounded)
      session.note(
        'Too many for comparing each: those with the words in their names come first; a rarer word or a filter ranks better',
      );
    if (total === 0) session.note('Nothing found');
    return 0;
  },
} satisfies Command;

/** The same search with near words, for one that found nothing; says what it looked for instead. */
async function searchNear(
  typed: Query,
  selection: Selection,
  store: Store,
  session: Session,
): Promise<{ readonly query: Query; readonly found: Hits } | undefined> {
  const near = await corrected(typed, store, await session.lexicon());
  if (!near) return undefined;
  const query = await widenedQuery(near.query, session);
  const found = await store.search({ ...selection, query });
  if (found.total === 0) return undefined;
  const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  const [from, to] = [near.changes.map(({ from }) => from), near.changes.map(({ to }) => to)];
  session.note(`Nothing has ${list(from)}; showing ${list(to)}`);
  return { query, found };
}

/** The same search for some of its words, for one that found nothing with all of them; says so. */
async function searchSome(
  query: Query,
  selection: Selection,
  store: Store,
  session: Session,
): Promise<{ readonly query: Query; readonly found: Hits }> {
  const isKnown = async (part: Query) =>
    (await store.search({ ...selection, query: part, limit: 1 })).total > 0;
  for (const some of await someWords(query, isKnown)) {
    const found = await store.search({ ...selection, query: some });
    if (found.total === 0) continue;
    session.note('None has all the words; these have some of them');
    return { query: some, found };
  }
  return { query, found: { total: 0, bounded: false, hits: [] } };
}
