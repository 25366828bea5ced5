import type { FileChange } from '../base/history.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { titleChanges } from '../edits/entitle.ts';
import { renameChanges } from '../edits/rename.ts';
import { changeFiles, editing } from '../session/change-files.ts';
import { findOne } from '../session/find-one.ts';

export default {
  summary: 'gives a record another id, and rewrites every link to it; or corrects its title',
  arguments: [
    { name: '<record>', summary: 'an id, a title, an acronym or an alias' },
    { name: '[new-id]', summary: 'lower-case letters, digits and hyphens' },
  ],
  options: [
    { flags: '--title <title>', summary: 'another title; the old one stays as an alias' },
    { flags: '--dry-run', summary: 'show the changes line by line, and write nothing' },
  ],
  examples: [
    { call: 'koinon rename acpp acpp-es', does: 'the file, its links and the old id all follow' },
    { call: 'koinon rename acpp acpp-es --dry-run', does: 'shows what would change' },
    {
      call: 'koinon rename acpp --title "Asamblea por la Paz"',
      does: 'corrects the title; the old one still leads to the record',
    },
  ],
  run: async (call, session) => {
    const [written = '', id] = call.words;
    const title = call.text('title')?.trim();
    const given = await editing(session);
    const { key, id: old } = await findOne(given.store, written);
    let changes: readonly FileChange[];
    if (id !== undefined && title === undefined) changes = await renameChanges(key, id, given);
    else if (id === undefined && title !== undefined)
      changes = await titleChanges(key, title, given);
    else
      throw new UsageError(
        `Give a new id or a new title, one at a time: “koinon rename ${old} NEW-ID” or “koinon rename ${old} --title TITLE”`,
      );
    await changeFiles(`rename ${old} ${id ?? title}`, changes, call, session);
    return 0;
  },
} satisfies Command;
