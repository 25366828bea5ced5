import { changedSince, operationMeant, operations, recover, undo } from '../base/journal.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../core/usage-error.ts';
import { agreed } from '../session/agreed.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

export default {
  summary:
    'takes back the last import, review, apply, merge or rename, where its files are as it left them',
  arguments: [{ name: '[number]', summary: 'of an earlier operation, as --list shows it' }],
  options: [
    { flags: '--list', summary: 'show the operations that can be taken back' },
    {
      flags: '--force',
      summary: 'also where files changed since; these changes come back with another “koinon undo”',
    },
    { flags: '--yes', summary: 'do not ask' },
    { flags: '--dry-run', summary: 'say what would be taken back, and change nothing' },
  ],
  examples: [
    { call: 'koinon undo', does: 'the files are as they were before the last operation' },
    { call: 'koinon undo --dry-run', does: 'names the operation and its files' },
    { call: 'koinon undo --list', does: 'earlier operations with their numbers' },
    { call: 'koinon undo 3', does: 'takes back the operation 3 and leaves later ones alone' },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    const told = await recover(folder);
    if (told) session.note(told);
    const wanted = numberIn(call.words[0]);
    if (call.flag('list')) return list(session);
    const isDry = call.flag('dry-run');
    const isAsked = !isDry && !call.flag('yes');
    const number = isAsked ? await numberAgreed(wanted, session) : wanted;
    if (number === 'no') return 0;
    const operation = isDry
      ? operationMeant(await operations(folder), number)
      : await undo(folder, {
          force: call.flag('force'),
          ...(number === undefined ? {} : { number }),
        });
    if (!operation) {
      session.note('There is nothing to take back');
      return 0;
    }
    const { label, changes } = operation;
    const changed = isDry ? changedSince(folder, operation) : [];
    for (const { path, before } of changes) {
      const what = before === null ? session.told('removed') : session.told('as it was');
      const since = changed.includes(path) ? `  (${session.told('changed since')})` : '';
      await session.write(`${toTerminal(path)}  ${what}${since}\n`);
    }
    const files = counted(changes.length, 'file');
    session.note(isDry ? `Would take back “${label}”: ${files}` : `Took back “${label}”: ${files}`);
    return 0;
  },
} satisfies Command;

function numberIn(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,8}$/.test(word)) return Number(word);
  throw new UsageError(
    `No operation has the number “${word}”; “koinon undo --list” shows them all`,
  );
}

/** The last operation first, each with the files that changed since. */
async function list({ base, write, note, told, palette }: Session): Promise<0> {
  const all = await operations(base.folder);
  if (all.length === 0) note('There is nothing to take back');
  for (const operation of all) {
    const { number, label, changes } = operation;
    const files = told(counted(changes.length, 'file'));
    const since = changedSince(base.folder, operation).map(
      (path) => `\n    ${toTerminal(path)}  ${told('changed since')}`,
    );
    await write(`${palette.id(String(number))}  ${toTerminal(label)}  ${files}${since.join('')}\n`);
  }
  return 0;
}

/**
 * Where somebody can answer, the operation is named first: who calls twice by mistake takes back one thing only. What is agreed to is
 * that one, whatever came meanwhile.
 */
async function numberAgreed(
  wanted: number | undefined,
  session: Session,
): Promise<number | undefined | 'no'> {
  const meant = operationMeant(await operations(session.base.folder), wanted);
  if (!meant) return undefined;
  return (await agreed(`Take back “${meant.label}”?`, session)) === false ? 'no' : meant.number;
}
