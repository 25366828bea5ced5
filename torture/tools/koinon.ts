import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How one process ended; `told` is a number that was asked for: the megabytes that it held at most, or the steps that it took. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly error: string;
  /** Milliseconds on the clock. */
  readonly wall: number;
  readonly told: number | undefined;
}

export interface Circumstances {
  readonly env?: Readonly<{ [name: string]: string }>;
  /** Arguments of `strace`, under which the process then runs. */
  readonly strace?: readonly string[];
  /** Killed after so many milliseconds. */
  readonly killAfter?: number;
  readonly input?: string;
}

const program = fileURLToPath(new URL('./calls.ts', import.meta.url));

/** A folder for everything that a run of the torture leaves, gone when the process ends. */
export const playground = mkdtempSync(join(tmpdir(), 'koinon-torture-'));
process.once('exit', () => rmSync(playground, { recursive: true, force: true }));

export const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: playground,
  XDG_CACHE_HOME: join(playground, 'cache'),
  NODE_COMPILE_CACHE: join(playground, 'compiled'),
  NODE_NO_WARNINGS: '1',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  SOURCE_DATE_EPOCH: '1767225600',
};

/** One call of koinon in the base that lies in a folder, as a process of its own. */
export function koinon(
  base: string,
  words: readonly string[],
  circumstances: Circumstances = {},
): Promise<Ended> {
  return run(base, words, circumstances);
}

/** Several calls in one process, one after the other; its code is the worst of theirs. */
export function inTurn(base: string, calls: readonly (readonly string[])[]): Promise<Ended> {
  return run(base, ['--calls', JSON.stringify(calls)], {});
}

function run(
  base: string,
  words: readonly string[],
  { env, strace, killAfter, input }: Circumstances,
): Promise<Ended> {
  const node = [process.execPath, program, ...words];
  const [command = '', ...rest] = strace ? ['strace', '-f', '-qq', ...strace, ...node] : node;
  const started = performance.now();
  const child = spawn(command, rest, {
    cwd: base,
    env: { ...environment, ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const late =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const texts = [1, 2, 3].map((stream) => {
    const parts: Buffer[] = [];
    child.stdio[stream]?.on('data', (part: Buffer) => parts.push(part));
    return parts;
  });
  const ended = Promise.withResolvers<Ended>();
  child.once('error', ended.reject);
  child.once('close', (code, signal) => {
    clearTimeout(late);
    const [out = '', error = '', usage = ''] = texts.map((parts) =>
      Buffer.concat(parts).toString('utf8'),
    );
    ended.resolve({
      code,
      signal,
      out,
      error,
      wall: performance.now() - started,
      told: usage === '' ? undefined : Number(usage),
    });
  });
  return ended.promise;
}
