import type { Command } from '../command.ts';
import { decide } from '../session/decide.ts';

export default {
  summary:
    'notes that two records are one, for every command to come; “koinon merge” makes them one',
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
      call: 'koinon same acpp asamblea-de-cooperacion --why "same address"',
      does: 'remembered in decisions.yaml',
    },
  ],
  run: (call, session) => decide('same', call, session),
} satisfies Command;
