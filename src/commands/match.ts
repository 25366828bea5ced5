import type { Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { findOne } from '../session/find-one.ts';
import { asMatchJson, asMatchList, asMatchRows } from '../session/match-views.ts';
import { findMatches, isMatchable } from '../session/matches.ts';
import { formatOptions } from '../session/format-options.ts';

export default {
  summary:
    'pairs what some offer with what others seek, ideas and practices with who could take them up',
  arguments: [
    {
      name: '[record]',
      summary:
        'an organisation, a project idea or a practice; without it the best pairs of the base',
    },
  ],
  options: [
    { flags: '--limit <n>', summary: 'at most so many; 0 for all', fallback: '10' },
    ...formatOptions({ json: 'one JSON document: total and matches with their reasons' }),
  ],
  examples: [
    { call: 'koinon match', does: 'the best pairs of the whole base' },
    { call: 'koinon match iesmed', does: 'who seeks what it offers, and who offers what it seeks' },
    { call: 'koinon match cooperactivas', does: 'who could take up this practice' },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const written = call.words.join(' ');
    const named = written === '' ? undefined : await findOne(store, written);
    const about = named && (await store.record(named.key));
    if (about && !isMatchable(about, session))
      throw new UsageError(
        `${about.id} is no organisation, project idea (“status: idea”) or practice; only these are matched`,
      );
    const limit = call.text('limit') ?? '';
    if (!/^\d+$/.test(limit))
      throw new UsageError(`--limit expects a number such as 20, found “${limit}”`);
    const all = await findMatches(about, store, session);
    const shown = limit === '0' ? all : all.slice(0, Number(limit));
    const format = call.text('format');
    if (call.flag('json')) await session.json({ total: all.length, matches: asMatchJson(shown) });
    else if (format === undefined) await session.write(asMatchList(shown, session));
    else await session.print(asMatchRows(shown, session, format), format);
    if (all.length > shown.length)
      session.note(`${shown.length} of ${all.length}; --limit 0 shows all`);
    if (all.length === 0)
      session.note('Nothing matches; koinon compares offers, seeks, summaries and themes');
    return 0;
  },
} satisfies Command;
