import type { Command } from '../command.ts';
import { wantedWords } from '../core/query.ts';
import {
  filterOptions,
  nearbyWords,
  orderOptions,
  readQuery,
  readSelection,
} from '../session/filters.ts';
import { asBlocks, asTable, shownHits } from '../session/hits.ts';

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
    {
      flags: '--format <format>',
      summary: 'table, lines, csv, json, jsonl or markdown instead of the usual view',
    },
    { flags: '--json', summary: 'one JSON document: query, total, results' },
  ],
  examples: [
    { call: 'koinon search social innovation', does: 'records that have both words' },
    {
      call: 'koinon search --kind organisation --country Tunisia --theme youth-employment',
      does: 'filters without words',
    },
    {
      call: 'koinon search \'"social brand" OR label\' --lang fr',
      does: 'a phrase or a word, labels in French',
    },
    {
      call: 'koinon search "economie sociale" --country \'!FR\'',
      does: 'accents do not matter; France left out',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const query = readQuery(call.words, session);
    const selection = { limit: usual, ...(await readSelection(call, session, store)), query };
    const { total, hits } = await store.search(selection);
    const shown = await shownHits(hits, query, store, session);
    const format = call.text('format');
    if (call.flag('json')) {
      await session.json({
        query: call.words.join(' '),
        total,
        results: shown.map(({ record, score, acronym, countries, themes, snippet }) => ({
          id: record.id,
          kind: record.kind,
          title: record.title,
          acronym: acronym ?? null,
          countries,
          themes,
          score,
          snippet: snippet.text,
          path: record.path,
        })),
      });
    } else if (format === undefined && query) await session.write(asBlocks(shown, session));
    else if (shown.length > 0 || format !== undefined)
      await session.print(asTable(shown, session, format ?? 'table'), format ?? 'table');
    if (total > hits.length) session.note(`${hits.length} of ${total}; --limit 0 shows all`);
    if (total === 0) session.note(await nothingFound());
    return 0;

    async function nothingFound(): Promise<string> {
      const wanted = wantedWords(query).flatMap(({ words }) => words);
      const near = wanted.length > 0 ? await nearbyWords(store, wanted) : [];
      return near.length > 0
        ? `Nothing found. Words in this base: ${near.join(', ')}`
        : 'Nothing found';
    }
  },
} satisfies Command;
