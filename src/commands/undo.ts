import { lastOperation, recover, undo } from '../base/journal.ts';
import type { Command } from '../command.ts';
import { agreed } from '../session/agreed.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

export default {
  summary:
    'takes back the last import, apply, merge or rename, where its files are as it left them',
  options: [
    { flags: '--yes', summary: 'do not ask' },
    { flags: '--dry-run', summary: 'say what would be taken back, and change nothing' },
  ],
  examples: [
    { call: 'koinon undo', does: 'the files are as they were before the last operation' },
    { call: 'koinon undo --dry-run', does: 'names the operation and its files' },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    const told = await recover(folder);
    if (told) session.note(told);
    const isDry = call.flag('dry-run');
    if (!isDry && !call.flag('yes') && !(await isAgreed(session))) return 0;
    const operation = isDry ? (await lastOperation(folder))?.operation : await undo(folder);
    if (!operation) {
      session.note('There is nothing to take back');
      return 0;
    }
    const { label, changes } = operation;
    for (const { path, before } of changes) {
      const what = before === null ? session.told('removed') : session.told('as it was');
      await session.write(`${toTerminal(path)}  ${what}\n`);
    }
    const files = counted(changes.length, 'file');
    session.note(isDry ? `Would take back “${label}”: ${files}` : `Took back “${label}”: ${files}`);
    return 0;
  },
} satisfies Command;

/** Where somebody can answer, the operation is named first: who calls twice by mistake takes back one thing only. */
async function isAgreed(session: Session): Promise<boolean> {
  const last = await lastOperation(session.base.folder);
  return !last || (await agreed(`Take back “${last.operation.label}”?`, session)) !== false;
}
