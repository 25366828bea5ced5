import type { FileChange } from '../base/journal.ts';
import { perform, recover } from '../base/journal.ts';
import type { Call } from '../command.ts';
import type { Editing } from '../edits/base-files.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';
import { fileDiff } from './file-diff.ts';
import type { Session } from './session.ts';

/** What edits of records are given; an interrupted operation is completed first, so that they see whole files. */
export async function editing(session: Session): Promise<Editing> {
  const { folder } = session.base;
  const told = await recover(folder);
  if (told) session.note(told);
  const { kinds, concepts } = session;
  return { folder, store: await session.store(), kinds, concepts };
}

/** Makes the changes all together, or with `--dry-run` shows them; says how to take them back. */
export async function changeFiles(
  label: string,
  changes: readonly FileChange[],
  call: Call,
  session: Session,
): Promise<void> {
  if (call.flag('dry-run')) {
    for (const change of changes) await session.write(fileDiff(change, session.palette));
    session.note(`Would change ${counted(changes.length, 'file')}; nothing is written`);
    return;
  }
  await perform(session.base.folder, { label, changes });
  for (const { path, after } of changes)
    await session.write(
      `${toTerminal(session.told(after === null ? `removed ${path}` : `wrote ${path}`))}\n`,
    );
  session.note('“koinon undo” takes it back');
}
