import type { FileChange } from '../base/history.ts';
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
  return { folder, store: await session.currentStore(), kinds, concepts };
}

/** Makes the changes all together, or with `--dry-run` shows them, as JSON where that is wanted; says how to take them back. */
export async function changeFiles(
  label: string,
  changes: readonly FileChange[],
  call: Call,
  session: Session,
): Promise<void> {
  const { folder } = session.base;
  const isDry = call.flag('dry-run');
  if (!isDry) await perform(folder, { label, changes });
  if (wantsJson(call)) await session.json(changesJson(changes));
  else if (isDry)
    for (const change of changes) await session.write(fileDiff(change, session.palette));
  else
    for (const { path, after } of changes)
      await session.write(
        `${toTerminal(session.told(after === null ? `removed ${path}` : `wrote ${path}`))}\n`,
      );
  session.note(
    isDry
      ? `Would change ${counted(changes.length, 'file')}; nothing is written`
      : '“koinon undo” takes it back',
  );
}

/** What happens to files, for programs. */
export function changesJson(changes: readonly FileChange[]) {
  return changes.map(({ path, after }) => ({
    file: path,
    change: after === null ? 'remove' : 'write',
  }));
}

/** Whether what is written is to be read by a program, which expects JSON and nothing else. */
export function wantsJson(call: Call): boolean {
  return call.flag('json') || call.text('format') === 'json';
}
