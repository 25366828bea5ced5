import { decisionsMessage } from '../base/decisions.ts';
import { findings } from '../base/findings.ts';
import { alike, likelyTargets } from '../actors/likely-targets.ts';
import type { Call, Command, ExitCode } from '../command.ts';
import { placeOf, reasonOf } from '../core/message.ts';
import type { Message, Severity } from '../core/message.ts';
import { UsageError } from '../core/usage-error.ts';
import { fixChanges, sureFixes } from '../edits/fix-links.ts';
import { changeFiles, editing, wantsJson } from '../session/change-files.ts';
import { decidedNow } from '../session/decided-now.ts';
import { agreed } from '../session/agreed.ts';
import { ownCalls } from '../session/calls.ts';
import { annotation, folderInRepository } from '../session/annotation.ts';
import { namedPaths } from '../session/paths.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal, wrap } from '../terminal/text.ts';

export default {
  summary: 'lists every message of the base: what is wrong, where, and what was expected',
  arguments: [{ name: '[path...]', summary: 'only these files and folders of the base' }],
  options: [
    {
      flags: '--format <format>',
      summary: 'how the messages are written',
      choices: ['text', 'json', 'github'],
      fallback: 'text',
    },
    { flags: '--json', summary: 'the same as --format json' },
    { flags: '--fix', summary: 'lead links to the records that they can only mean; asks first' },
    { flags: '--yes', summary: 'with --fix: do not ask' },
    { flags: '--dry-run', summary: 'with --fix: show the changes, and write nothing' },
  ],
  examples: [
    { call: 'koinon check', does: 'all messages; exit code 1 when there are errors' },
    { call: 'koinon check organisations', does: 'those of one folder' },
    { call: 'koinon check --fix --dry-run', does: 'shows which broken links could be mended' },
    { call: 'koinon check --format github', does: 'annotations for a pull request' },
  ],
  run: async (call, session) => {
    const store = await session.store();
    if (call.flag('fix')) return fix(call, session);
    const decisions = decisionsMessage(session.base.folder);
    const found = await findings(store, session.kinds, alike(store));
    const calls = ownCalls(session);
    const all = [...found, ...(decisions ? [decisions] : []), ...calls.messages];
    const named = namedPaths(call.words, session);
    for (const path of (await store.files()).keys()) named.has(path);
    if (decisions) named.has(decisions.file);
    for (const path of calls.files) named.has(path);
    named.verify();
    const messages = call.words.length > 0 ? all.filter(({ file }) => named.has(file)) : all;
    const format = call.flag('json') ? 'json' : (call.text('format') ?? 'text');
    if (format === 'json') await session.json(messages);
    else if (format === 'github') {
      const folder = folderInRepository(session);
      for (const message of messages)
        await session.write(
          annotation({ ...message, reason: session.told(message.reason) }, folder),
        );
    } else for (const message of messages) await session.write(line(message, session));
    const count = (severity: string) =>
      messages.filter((message) => message.severity === severity).length;
    const errors = count('error');
    if (format === 'text') {
      const files = new Set(messages.map(({ file }) => file)).size;
      session.note(
        messages.length === 0
          ? 'No messages: everything is in order'
          : `${counted(errors, 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('info'), 'note')} in ${counted(files, 'file')}`,
      );
    }
    return errors > 0 ? 1 : 0;
  },
} satisfies Command;

/** Mends the links about which there is no doubt, when somebody agrees. */
async function fix(call: Call, session: Session): Promise<ExitCode> {
  const given = await editing(session);
  const named = namedPaths(call.words, session);
  for (const path of (await given.store.files()).keys()) named.has(path);
  named.verify();
  const isWanted = (file: string) => call.words.length === 0 || named.has(file);
  const decided = await decidedNow(given.folder, given.store);
  const fixes = await sureFixes(isWanted, likelyTargets(given.store, decided), given);
  if (fixes.length === 0) {
    if (wantsJson(call)) await session.json([]);
    session.note('No broken link can only mean one record; “koinon link broken” lists them');
    return 0;
  }
  for (const { file, target, record, title } of fixes)
    session.surroundings.note(`${file}: “${target}” → ${record} (${title})`);
  const changes = await fixChanges(fixes, given);
  if (!call.flag('dry-run') && !call.flag('yes') && !(await isAgreed(session))) {
    if (wantsJson(call)) await session.json([]);
    return 0;
  }
  await changeFiles('check --fix', changes, call, session);
  return 0;
}

async function isAgreed(session: Session): Promise<boolean> {
  const answer = await agreed('Mend these links?', session);
  if (answer === undefined)
    throw new UsageError('Nobody can answer here; --yes mends them without asking');
  return answer;
}

/** Before the further lines of a message that is longer than the window. */
const indent = '    ';

function line(message: Message, { palette, surroundings, told }: Session): string {
  const { severity, rule } = message;
  const shown = severities(told)[severity];
  const whole = toTerminal(`${placeOf(message)}  ${shown}  ${rule}  ${reasonOf(message, told)}`);
  const room = surroundings.width && Math.max(20, surroundings.width - indent.length);
  const text = room ? wrap(whole, room).join(`\n${indent}`) : whole;
  return `${text.replace(`  ${shown}  `, () => `  ${palette[severity](shown)}  `)}\n`;
}

/** The words in which people read severities. */
function severities(told: (message: string) => string): {
  readonly [severity in Severity]: string;
} {
  return { error: told('error'), warning: told('warning'), info: told('info') };
}
