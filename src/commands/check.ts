import { findings } from '../base/findings.ts';
import type { Command } from '../command.ts';
import { formatMessage } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Session } from '../session/session.ts';
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
    const messages = call.words.length > 0 ? all.filter(below(call.words, session)) : all;
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
          : `${errors} errors, ${count('warning')} warnings, ${count('info')} notes in ${files} ${files === 1 ? 'file' : 'files'}`,
      );
    }
    return errors > 0 ? 1 : 0;
  },
} satisfies Command;

function below(paths: readonly string[], session: Session): (message: Message) => boolean {
  const wanted = paths.map((path) => {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    if (clean.split('/').includes('..'))
      throw new UsageError(`${path} lies outside the base ${session.base.name}`);
    return clean;
  });
  return ({ file }) =>
    wanted.some((path) => path === '.' || file === path || file.startsWith(`${path}/`));
}

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
