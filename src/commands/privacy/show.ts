import type { Command } from '../../command.ts';
import { formatOptions } from '../../session/format-options.ts';
import {
  personOptions,
  personSearch,
  plainMention,
  printMentions,
} from '../../privacy/search-person.ts';

export default {
  summary:
    'lists every mention of a person: in records, drafts, texts of documents, exports, history',
  arguments: [{ name: '<name...>', summary: 'a name, an e-mail address or a telephone number' }],
  options: [
    ...personOptions,
    ...formatOptions({ json: 'the mentions as one JSON document', fallback: 'table' }),
  ],
  examples: [
    {
      call: 'koinon privacy show "Rosa Marino"',
      does: 'where she is mentioned, with the words around it',
    },
    {
      call: 'koinon privacy show "Rosa Marino" --also rosa@example.org --json',
      does: 'the same for a program, or as an answer to her',
    },
  ],
  run: async (call, session) => {
    const found = await personSearch(call, session)();
    const { mentions, kept, further, unread } = found;
    if (call.flag('json'))
      await session.json({
        mentions: mentions.map(plainMention),
        history: kept.filter(({ file }) => file !== 'index').map(plainMention),
        index: kept.filter(({ file }) => file === 'index').map(({ field }) => field),
        further,
        unread: unread.map(({ path }) => path),
      });
    else await printMentions(found, call.text('format') ?? 'table', session);
    return 0;
  },
} satisfies Command;
