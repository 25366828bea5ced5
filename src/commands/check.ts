import { findings } from '../base/findings.ts';
import type { Command } from '../command.ts';
import { formatMessage } from '../core/message.ts';
import type { Message } from '../core/message.ts';
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
  ],
  examples: [
    { call: 'koinon check', does: 'all messages; exit code 1 when there are errors' },
    { call: 'koinon check organisations', does: 'those of one folder' },
    { call: 'koinon check --format github', does: 'annotations for a pull request' },
  ],
  run: async (call, session) => {
    const store = await session.store();
    const all = await findings(store, session.kinds);
    const named = namedPaths(call.words, session);
    for (const path of (await store.files()).keys()) named.has(path);
    named.verify();
    const messages = call.words.length > 0 ? all.filter(({ file }) => named.has(file)) : all;
    const format = call.flag('json') ? 'json' : (call.text('format') ?? 'text');
    if (format === 'json') await session.json(messages);
    else if (format === 'github') {
      const folder = folderInRepository(session);
      for (const message of messages) await session.write(annotation(message, folder));
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

/** Before the further lines of a message that is longer than the window. */
const indent = '    ';

function line(message: Message, { palette, surroundings }: Session): string {
  const whole = toTerminal(formatMessage(message));
  const room = surroundings.width && Math.max(20, surroundings.width - indent.length);
  const text = room ? wrap(whole, room).join(`\n${indent}`) : whole;
  const severity = `  ${message.severity}  `;
  return `${text.replace(severity, `  ${palette[message.severity](message.severity)}  `)}\n`;
}
