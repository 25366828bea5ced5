import { readFileSync, writeSync } from 'node:fs';
import { stepsTaken } from '../../src/base/disk.ts';
import { main } from '../../src/cli.ts';

// koinon from its sources: the words of one call, or with `--calls` a JSON list of calls that are run one after the other.
const [first, list = ''] = process.argv.slice(2);
if (process.env['TORTURE_USAGE']) process.on('exit', () => writeSync(3, String(mostMemory())));
if (process.env['TORTURE_STEPS']) process.on('exit', () => writeSync(3, String(stepsTaken())));
const calls = first === '--calls' ? (JSON.parse(list) as string[][]) : [process.argv.slice(2)];
for (const words of calls)
  process.exitCode = Math.max(Number(process.exitCode ?? 0), await main(words));

/** Megabytes; what the system counts for a process may be its parent’s, before it was replaced by this one. */
function mostMemory(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
