import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one process took, from its start to its end. */
export interface Usage {
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Milliseconds of all its threads, in and for it. */
  readonly cpu: number;
  /** The most memory that it held at a time, in megabytes. */
  readonly memory: number;
}

const hook = fileURLToPath(new URL('./usage.cjs', import.meta.url));

/** Runs Node with the given arguments; throws where it does not end well. */
export function runNode(args: readonly string[]): Usage {
  const started = performance.now();
  const { status, output, error } = spawnSync(process.execPath, ['-r', hook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - started;
  if (error) throw error;
  if (status !== 0) throw new Error(`node ${args.join(' ')}\n${String(output[2])}`);
  const { cpu, memory } = JSON.parse(String(output[3])) as Omit<Usage, 'wall'>;
  return { wall, cpu, memory };
}

const program = fileURLToPath(new URL('../../bin/koinon.js', import.meta.url));

/** One call of koinon, as a process of its own. */
export function koinon(base: string, ...words: readonly string[]): Usage {
  return runNode([program, '--base', base, '--quiet', ...words]);
}
