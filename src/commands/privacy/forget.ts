import { recover } from '../../base/journal.ts';
import type { Call, Command } from '../../command.ts';
import { UsageError } from '../../core/usage-error.ts';
import { forget, unreachable, verify } from '../../privacy/forget.ts';
import type { Found } from '../../privacy/mentions.ts';
import type { Mention } from '../../privacy/treated.ts';
import { fileDiff } from '../../session/file-diff.ts';
import {
  noteBesides,
  personOptions,
  personSearch,
  plainMention,
  printMentions,
} from '../../privacy/search-person.ts';
import type { Session } from '../../session/session.ts';
import { counted } from '../../terminal/counted.ts';
import { toTerminal } from '../../terminal/text.ts';

export default {
  summary: 'removes every mention of a person, for good; “koinon undo” cannot bring it back',
  arguments: [{ name: '<name...>', summary: 'a name, an e-mail address or a telephone number' }],
  options: [
    ...personOptions,
    { flags: '--yes', summary: 'do it without asking' },
    { flags: '--dry-run', summary: 'show the changes line by line, and write nothing' },
    { flags: '--json', summary: 'what was removed and what is left as one JSON document' },
  ],
  examples: [
    { call: 'koinon privacy forget "Rosa Marino" --dry-run', does: 'shows what would be removed' },
    {
      call: 'koinon privacy forget "Rosa Marino" --also rosa@example.org --yes',
      does: 'removes name and address from files, history and index',
    },
  ],
  run: async (call, session) => {
    const { folder } = session.base;
    const told = await recover(folder);
    if (told) session.note(told);
    const search = personSearch(call, session);
    const found = await search();
    const { changes } = found;
    verify(changes, session);
    if (call.flag('dry-run')) {
      for (const change of changes) await session.write(fileDiff(change, session.palette));
      session.note(`Would change ${counted(changes.length, 'file')}; nothing is written`);
      noteBesides(found, session);
      tellLeft(found.mentions, session);
      return 0;
    }
    if (found.mentions.length + found.kept.length === 0)
      session.note('This base does not mention the person');
    if (!(await isAgreed(found, call, session))) {
      session.note('Nothing is written');
      return 0;
    }
    await forget(changes, session.base, await session.currentStore());
    await session.ingest({});
    const after = await search();
    const left = [...after.mentions, ...stillKept(after)];
    if (call.flag('json'))
      await session.json({
        removed: found.mentions.filter(({ stays }) => stays === undefined).map(plainMention),
        left: left.map(plainMention),
        unread: after.unread.map(({ path }) => path),
      });
    else
      for (const { path, after: text } of changes)
        await session.write(`${text === null ? 'removed' : 'wrote'} ${toTerminal(path)}\n`);
    session.note('The history for “koinon undo” is forgotten, and the index is made anew');
    noteBesides(after, session);
    tellLeft(left, session);
    const further = found.further.length > 0 ? (await search(found.further)).mentions.length : 0;
    if (further > 0)
      session.surroundings.note(
        `${toTerminal(found.further.join(', '))} stood with this name and is still here, ${counted(further, 'time')}; forget it too, or see where with “koinon privacy show”`,
      );
    session.note('What koinon cannot reach:');
    for (const place of unreachable) session.note(`- ${session.told(place)}`);
    return left.length + after.unread.length > 0 ? 1 : 0;
  },
} satisfies Command;

async function isAgreed(found: Found, call: Call, session: Session): Promise<boolean> {
  if (call.flag('yes')) return true;
  const prompts = await session.surroundings.prompts?.(session.told);
  if (!prompts)
    throw new UsageError(
      'This cannot be taken back, and nobody can be asked here: look with --dry-run, then give --yes',
    );
  await printMentions(found, 'table', session);
  session.note(
    'This cannot be taken back: “koinon undo” forgets this and all operations before it. Copies elsewhere are not reached',
  );
  const { told } = session;
  const answer = await prompts.choose<'no' | 'yes'>(told('Remove these mentions for good?'), [
    { name: told('No, change nothing'), value: 'no' },
    { name: told('Yes, remove them'), value: 'yes' },
  ]);
  return answer === 'yes';
}

/** What koinon keeps for itself is gone; what else lies there is not its own. */
function stillKept({ kept }: Found): readonly Mention[] {
  return kept
    .filter(({ file }) => file !== 'index')
    .map((mention) => ({ ...mention, stays: 'No file that koinon made: remove it by hand' }));
}

/** Mentions that only a person can remove, with what to do. */
function tellLeft(mentions: readonly Mention[], session: Session): void {
  for (const mention of mentions) {
    const { file, line, stays } = mention;
    if (stays === undefined) continue;
    const place = line === 0 ? file : `${file}:${line}`;
    session.surroundings.note(`${toTerminal(place)} is left: ${toTerminal(session.told(stays))}`);
  }
}
