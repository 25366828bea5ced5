import type { Command } from '../command.ts';
import { decide } from '../session/decide.ts';

export default {
  summary:
    'notes that two records, or a name and a record, are not the same; nobody is asked again',
  arguments: [
    { name: '<a>', summary: 'an id, a title, an acronym or an alias' },
    { name: '<b>', summary: 'the other record' },
  ],
  options: [
    { flags: '--by <name>', summary: 'who decided; else the name of the user' },
    { flags: '--why <reason>', summary: 'why, for those who ask later' },
    { flags: '--dry-run', summary: 'show the change, and write nothing' },
  ],
  examples: [
    {
      call: 'koinon different legacoop legacoop-marche --why "a regional branch"',
      does: 'remembered in decisions.yaml',
    },
  ],
  run: (call, session) => decide('different', call, session),
} satisfies Command;
