import type { Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { needOptions, readNeed } from '../session/need.ts';
import { explained } from '../session/explained.ts';
import { asJson, asList, asRows } from '../session/partner-views.ts';
import { findPartners } from '../session/partners.ts';
import { formatOptions } from '../session/format-options.ts';

/** How many a person calls before asking more precisely. */
const usual = '10';

export default {
  summary: 'ranks organisations for a need, with the reasons and the way to them',
  arguments: [
    {
      name: '[words...]',
      summary: 'as in search; met by an organisation, or by work that it had a part in',
    },
  ],
  options: [
    ...needOptions,
    { flags: '--limit <n>', summary: 'at most so many; 0 for all', fallback: usual },
    ...formatOptions({ json: 'one JSON document: query, total, results with reasons and path' }),
  ],
  examples: [
    {
      call: 'koinon partners "solidarity finance" --country Tunisia --from iesmed',
      does: 'whom to call there, why, and through whom they are known',
    },
    {
      call: 'koinon partners --theme social-inclusion --worked-in Jordan',
      does: 'by theme and place of work, wherever their seat is',
    },
    { call: 'koinon partners --like legacoop --country "!IT"', does: 'similar ones elsewhere' },
    {
      call: 'koinon partners training --new --never-worked-with acpp',
      does: 'newcomers whom somebody does not know yet',
    },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const need = await readNeed(call, session, store);
    const limit = limitOf(call.text('limit') ?? usual);
    const found = await findPartners(need, limit, store, session);
    const shown = await explained(found, need, store, session);
    const format = call.text('format');
    if (call.flag('json')) {
      const results = asJson(shown);
      await session.json({ query: call.words.join(' '), total: found.total, results });
    } else if (format === undefined) await session.write(asList(shown, need, session));
    else await session.print(asRows(shown, session, format), format);
    if (found.cut)
      session.note('Not all were weighed: a further filter or a rarer word ranks better');
    if (found.widened) session.note('None has all the words; these have some of them');
    if (found.total > shown.length)
      session.note(`${shown.length} of ${found.total}; --limit 0 shows all`);
    if (found.total === 0) session.note(await nothingFound());
    return 0;

    /** A seat is the most that is asked too much: says who has worked there from elsewhere. */
    async function nothingFound(): Promise<string> {
      const { country, ...selection } = need.selection;
      const isNarrowed = [need.exclude, need.neverWorkedWith, need.workedWith].some(
        (keys) => keys.length > 0,
      );
      if (!country || need.workedIn || isNarrowed || need.years) return 'Nobody found';
      const elsewhere = { ...need, selection, workedIn: country };
      const { total } = await findPartners(elsewhere, 1, store, session);
      if (total === 0) return 'Nobody found';
      const asked = call
        .list('country')
        .map((written) => `--worked-in ${written}`)
        .join(' ');
      return total === 1
        ? `Nobody found with a seat there; ${total} from elsewhere has worked there: ${asked}`
        : `Nobody found with a seat there; ${total} from elsewhere have worked there: ${asked}`;
    }
  },
} satisfies Command;

function limitOf(written: string): number {
  if (!/^\d+$/.test(written))
    throw new UsageError(`--limit expects a number such as 20, found “${written}”`);
  return written === '0' ? Infinity : Number(written);
}
