import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A call in a console block and what it is said to print. */
export interface Played {
  readonly line: number;
  readonly call: string;
  readonly expected: readonly string[];
}

/** The calls of all ```console blocks of a page: `$ …` with `> …` for its further lines, then what it prints. */
export function callsOf(page: string): Played[] {
  const calls: { line: number; call: string; expected: string[] }[] = [];
  for (const { line, part, text } of parts(page)) {
    if (part === 'call') calls.push({ line, call: text.slice(2), expected: [] });
    const last = calls.at(-1);
    if (!last) continue;
    if (part === 'more') last.call += `\n${text.slice(2)}`;
    if (part === 'output') last.expected.push(text);
  }
  return calls;
}

type Part = 'page' | 'call' | 'more' | 'output';

function parts(
  page: string,
): { readonly line: number; readonly part: Part; readonly text: string }[] {
  let inside = false;
  let before: Part = 'page';
  return page.split('\n').map((text, index) => {
    if (text.startsWith('```')) {
      inside = text === '```console';
      before = 'page';
    } else if (!inside) before = 'page';
    else if (text.startsWith('$ ')) before = 'call';
    else if (/^>( |$)/.test(text) && (before === 'call' || before === 'more')) before = 'more';
    else before = 'output';
    return { line: index + 1, part: before, text };
  });
}

const project = fileURLToPath(new URL('..', import.meta.url));

/**
 * Plays calls one after the other in one shell, in a folder of its own that holds a copy of the example base as `example`,
 * and gives what each printed on both streams, with its exit code where that is not 0.
 */
export function play(calls: readonly Played[]): string[][] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'koinon-play-')));
  try {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'home'));
    const shim = `#!/bin/sh\nexec "${process.execPath}" "${project}bin/koinon.js" "$@"\n`;
    writeFileSync(join(folder, 'bin', 'koinon'), shim, { mode: 0o755 });
    cpSync(join(project, 'data', 'base'), join(folder, 'home', 'example'), {
      recursive: true,
      filter: (path) => !path.endsWith('.koinon'),
    });
    const mark = 'end-of-call';
    const script = calls.map(({ call }) => `{ ${call}\n} 2>&1; echo "${mark} $?"`).join('\n');
    const output = execFileSync('sh', ['-c', script], {
      cwd: join(folder, 'home'),
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
        HOME: join(folder, 'home'),
        LC_ALL: 'C.UTF-8',
        TZ: 'UTC',
        SOURCE_DATE_EPOCH: '1767225600',
      },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const outputs = output
      .replaceAll(`${folder}/home`, '~')
      .split(new RegExp(`^${mark} (\\d+)\\n`, 'm'));
    return calls.map((_, index) => {
      const lines = (outputs[index * 2] ?? '').replace(/\n$/, '').split('\n');
      const code = outputs[index * 2 + 1];
      const shown =
        lines.length === 1 && lines[0] === '' ? [] : lines.map((line) => line.trimEnd());
      return code === '0' ? shown : [...shown, `(exit code ${code})`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether lines are exactly as expected. */
export function fits(actual: readonly string[], expected: readonly string[]): boolean {
  return actual.length === expected.length && actual.every((line, at) => line === expected[at]);
}

/** Whether a call was refused or broke: what it printed is then no answer. */
export function refused(output: readonly string[]): boolean {
  return /^\(exit code (?![01]\))/.test(output.at(-1) ?? '');
}

/** The page with what was really printed in its console blocks. */
export function rewritten(page: string, outputs: readonly (readonly string[])[]): string {
  const all = parts(page);
  let call = -1;
  return all
    .flatMap(({ part, text }, index) => {
      if (part === 'call') call++;
      if (part === 'output') return [];
      const next = all[index + 1]?.part;
      const last = (part === 'call' || part === 'more') && next !== 'more';
      return last ? [text, ...(outputs[call] ?? [])] : [text];
    })
    .join('\n');
}
