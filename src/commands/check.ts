import { findings } from '../base/findings.ts';
import type { Command } from '../command.ts';
import { formatMessage } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { belowAny } from '../session/paths.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../terminal/counted.ts';
import { toTerminal } from '../terminal/text.ts';

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
    const wanted = call.words.length > 0 ? belowAny(call.words, session) : () => true;
    const messages = all.filter(({ file }) => wanted(file));
    const format = call.flag('json') ? 'json' : (call.text('format') ?? 'text');
    if (format === 'json') await session.json(messages);
    else if (format === 'github')
      for (const message of messages) await session.write(annotation(message));
    else for (const message of messages) await session.write(line(message, session));
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

function line(message: Message, { palette }: Session): string {
  const text = toTerminal(formatMessage(message));
  const severity = `  ${message.severity}  `;
  return `${text.replace(severity, `  ${palette[message.severity](message.severity)}  `)}\n`;
}

/** A workflow command of GitHub Actions. */
function annotation({
  file,
  line: row,
  column,
  severity,
  rule,
  reason,
  expected,
}: Message): string {
  const level = severity === 'info' ? 'notice' : severity;
  const hint = expected?.length ? ` (${expected.join(', ')}?)` : '';
  const place = [
    `file=${property(file)}`,
    `line=${row}`,
    `col=${column}`,
    `title=${property(rule)}`,
  ].join(',');
  return `::${level} ${place}::${escaped(reason + hint)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
