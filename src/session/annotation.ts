import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Message } from '../core/message.ts';
import { toTerminal } from '../terminal/text.ts';
import type { Session } from './session.ts';

/** A message as a workflow command of GitHub Actions; `folder` is where the base lies in the repository. */
export function annotation(
  { file, line, column, severity, rule, reason, expected }: Message,
  folder: string,
): string {
  const level = severity === 'info' ? 'notice' : severity;
  const hint = expected?.length ? ` (${expected.join(', ')}?)` : '';
  const place = [
    `file=${property(folder === '' ? file : `${folder}/${file}`)}`,
    `line=${line}`,
    `col=${column}`,
    `title=${property(rule)}`,
  ].join(',');
  return `::${level} ${place}::${escaped(reason + hint)}\n`;
}

/** The path of the base in the workspace of GitHub or in its repository, with `/`; empty where it is that folder itself or in none. */
export function folderInRepository({ base, surroundings }: Session): string {
  const root = workspace(base.folder, surroundings.env['GITHUB_WORKSPACE']) ?? git(base.folder);
  return relative(root ?? base.folder, base.folder)
    .split(sep)
    .join('/');
}

function workspace(base: string, named: string | undefined): string | undefined {
  if (!named || !existsSync(named)) return undefined;
  const root = realpathSync(named);
  return `${base}${sep}`.startsWith(root.endsWith(sep) ? root : root + sep) ? root : undefined;
}

function git(base: string): string | undefined {
  for (let folder = base; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function escaped(text: string): string {
  return toTerminal(text, { lines: true, isolate: false })
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
