import type { Command } from '../command.ts';
import { renameChanges } from '../edits/rename.ts';
import { changeFiles, editing } from '../session/change-files.ts';
import { findOne } from '../session/find-one.ts';

export default {
  summary: 'gives a record another id, and rewrites every link to it',
  arguments: [
    { name: '<record>', summary: 'an id, a title, an acronym or an alias' },
    { name: '<new-id>', summary: 'lower-case letters, digits and hyphens' },
  ],
  options: [{ flags: '--dry-run', summary: 'show the changes line by line, and write nothing' }],
  examples: [
    { call: 'koinon rename acpp acpp-es', does: 'the file, its links and the old id all follow' },
    { call: 'koinon rename acpp acpp-es --dry-run', does: 'shows what would change' },
  ],
  run: async (call, session) => {
    const [written = '', id = ''] = call.words;
    const given = await editing(session);
    const record = await findOne(given.store, written);
    const changes = await renameChanges(record.key, id, given);
    await changeFiles(`rename ${record.id} ${id}`, changes, call, session);
    return 0;
  },
} satisfies Command;
