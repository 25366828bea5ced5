import type { FileChange } from '../base/history.ts';
import type { Palette } from '../terminal/colour.ts';
import { toTerminal } from '../terminal/text.ts';

/** Lines around a change that are shown with it. */
const context = 2;

/** What would change in a file, line by line: `-` goes, `+` comes. */
export function fileDiff({ path, before, after }: FileChange, palette: Palette): string {
  if (before === after) return '';
  const old = linesOf(before);
  const made = linesOf(after);
  const top = commonLength(old, made);
  const tail = commonLength(old.slice(top).toReversed(), made.slice(top).toReversed());
  const shown = [
    ...old.slice(Math.max(0, top - context), top).map((line) => ` ${line}`),
    ...changed(old.slice(top, old.length - tail), made.slice(top, made.length - tail)),
    ...old.slice(old.length - tail, old.length - tail + context).map((line) => ` ${line}`),
  ];
  const head = [
    `--- ${before === null ? 'nothing' : path}`,
    `+++ ${after === null ? 'nothing' : path}`,
  ];
  return [...head, ...shown].map((line) => `${coloured(toTerminal(line), palette)}\n`).join('');
}

function coloured(line: string, palette: Palette): string {
  if (line.startsWith('---') || line.startsWith('+++')) return palette.strong(line);
  if (line.startsWith('-')) return palette.error(line);
  return line.startsWith('+') ? palette.match(line) : line;
}

/** The shortest way from some lines to others, by their longest common lines; a long change is shown whole. */
function changed(old: readonly string[], made: readonly string[]): readonly string[] {
  if (old.length * made.length > 250_000)
    return [...old.map((line) => `-${line}`), ...made.map((line) => `+${line}`)];
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(made.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = made.length - 1; j >= 0; j--) {
      const [here, below] = [lengths[i], lengths[i + 1]];
      if (!here || !below) continue;
      here[j] =
        old[i] === made[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < made.length) {
    const isSame = i < old.length && j < made.length && old[i] === made[j];
    if (isSame) {
      lines.push(` ${old[i++]}`);
      j++;
    } else if (
      j >= made.length ||
      (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      lines.push(`-${old[i++]}`);
    } else lines.push(`+${made[j++]}`);
  }
  return lines;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function linesOf(text: string | null): readonly string[] {
  return text === null || text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}
