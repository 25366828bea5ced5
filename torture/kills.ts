import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Trial } from './tools/disturbed.ts';
import { trial } from './tools/disturbed.ts';
import type { Circumstances } from './tools/koinon.ts';
import { koinon, playground } from './tools/koinon.ts';
import type { Operation } from './tools/operations.ts';
import { operations } from './tools/operations.ts';
import { each } from './tools/side-by-side.ts';
import type { Row, Wish } from './tools/topic.ts';

const width = 2;

/** Calls that write are killed, refused by the disk, and killed again while they recover. */
export default async function* kills(wish: Wish): AsyncIterable<Row> {
  const all = await operations(wish.quick ? ['ingest, cold', 'new', 'rename', 'apply'] : undefined);
  const most = wish.quick ? 1 : 40;
  const calls = wish.quick ? systemCalls.filter((_, at) => at % 6 === 0) : systemCalls;
  yield await atRandom(all, wish);
  yield await again(all, wish);
  for (const operation of all) {
    const steps = await stepsOf(operation);
    for (const effect of ['kill', 'ENOSPC', 'EIO', 'EACCES'])
      yield await sweep(
        operation,
        `${effect} at its steps`,
        spread(steps, most),
        failpoint(effect),
      );
  }
  if (!hasStrace()) {
    yield { what: 'system calls', cases: 0, failures: [], remark: 'skipped: no strace' };
    return;
  }
  for (const operation of all) {
    const counts = await callsOf(operation, [...new Set(calls.map(([call]) => call))]);
    for (const [call, effect] of calls) {
      const points = spread(counts.get(call) ?? 0, most);
      if (points.length === 0) continue;
      const inject = injected(call, effect);
      yield effect === 'signal=SIGKILL'
        ? await sweep(operation, `killed at ${call}`, points, inject)
        : await sweep(operation, `${call}: ${effect}`, points, inject, 'end well');
    }
  }
}

const systemCalls = [
  ...['pwrite64', 'write', 'fsync', 'rename', 'link', 'unlink', 'ftruncate'].map(
    (call) => [call, 'signal=SIGKILL'] as const,
  ),
  ['pwrite64', 'error=ENOSPC'],
  ['pwrite64', 'error=ENOSPC +'],
  ['pwrite64', 'error=EIO'],
  ['fsync', 'error=EIO'],
  ['fsync', 'error=EIO +'],
  ['rename', 'error=EACCES'],
  ['link', 'error=EPERM'],
  ['unlink', 'error=EACCES'],
  ['mkdir', 'error=EACCES +'],
] as const;

/** The step of that number, counted from 1, of the one file module is where a call ends or is refused. */
export function failpoint(effect: string): (number: number) => Circumstances {
  return (number) => ({ env: { KOINON_FAILPOINT: `any:${number}:${effect}` } });
}

/** The system call of that number is refused or ends the process; with `+` all that follow are refused too. */
export function injected(call: string, effect: string): (number: number) => Circumstances {
  const [what = '', lasting = ''] = effect.split(' ');
  return (number) => ({
    strace: [
      '-o',
      '/dev/null',
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${call}:${what}:when=${number}${lasting}`,
    ],
  });
}

/** How many steps of the file module a call takes. */
export async function stepsOf({ words, copy }: Operation): Promise<number> {
  const folder = copy();
  // No step has this number.
  const env = { KOINON_FAILPOINT: 'any:0:kill', TORTURE_STEPS: '1' };
  const { told } = await koinon(folder, words, { env });
  rmSync(folder, { recursive: true });
  if (told === undefined) throw new Error(`${words.join(' ')} does not say its steps`);
  return told;
}

/** How often a call makes each of these system calls, in the thread that does so most; one run counts them all. */
export async function callsOf(
  { words, copy }: Operation,
  calls: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const folder = copy();
  const log = join(playground, 'calls.txt');
  await koinon(folder, words, { strace: ['-o', log, '-e', `trace=${calls.join(',')}`] });
  rmSync(folder, { recursive: true });
  const threads = new Map<string, number>();
  const most = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [thread = '', name = ''] = line.split(/[ (]+/);
    const count = (threads.get(`${thread} ${name}`) ?? 0) + 1;
    threads.set(`${thread} ${name}`, count);
    most.set(name, Math.max(most.get(name) ?? 0, count));
  }
  return most;
}

/** At most so many numbers from 1 to a last one, evenly spread, with both ends; the middle one alone. */
export function spread(last: number, most: number): readonly number[] {
  if (last <= most) return Array.from({ length: last }, (_, at) => at + 1);
  if (most === 1) return [Math.ceil(last / 2)];
  return Array.from({ length: most }, (_, at) => 1 + Math.round((at * (last - 1)) / (most - 1)));
}

/** Disturbs the call at each of these points; `may`: it may also end well at all of them, as where it tries another way. */
export async function sweep(
  operation: Operation,
  what: string,
  points: readonly number[],
  at: (number: number) => Circumstances,
  may?: 'end well',
): Promise<Row> {
  const found: Trial[] = [];
  await each(points, width, async (number) => {
    found.push(named(await trial(operation, at(number)), String(number)));
  });
  return rowOf(`${operation.name}: ${what}`, found, may ? { may } : {});
}

/** Killed at moments between the start and the usual end of a call. */
export async function atRandom(
  all: readonly Operation[],
  { random, seed }: Pick<Wish, 'random' | 'seed'>,
): Promise<Row> {
  const moments = fc.sample(fc.double({ min: 0, max: 1.05, noNaN: true }), {
    numRuns: random,
    seed,
  });
  const found: Trial[] = [];
  await each(moments.entries(), width, async ([at, moment]) => {
    const operation = all[at % all.length];
    if (!operation) return;
    const killAfter = Math.round(operation.wall * moment);
    const made = await trial(operation, { killAfter });
    found.push(named(made, `${operation.name} after ${killAfter} ms`));
  });
  const hit = found.filter(({ disturbed }) => disturbed).length;
  const remark = `${hit} before their end`;
  return rowOf(`killed at random moments (seed ${seed})`, found, { remark });
}

/** Killed, and killed again while the next call recovers. */
export async function again(
  all: readonly Operation[],
  { quick }: Pick<Wish, 'quick'>,
): Promise<Row> {
  const found: Trial[] = [];
  const step = quick ? 6 : 1;
  for (const operation of all.filter(({ name }) => !/ingest|new/.test(name)))
    await each(pairs(step), width, async ([first, second]) => {
      const at = failpoint('kill');
      const made = await trial(operation, at(first), at(second));
      found.push(named(made, `${operation.name} ${first}, ${second}`));
    });
  return rowOf('killed again in recovery', found);
}

function* pairs(step: number): Generator<readonly [number, number]> {
  for (let first = 3; first < 30; first += 3 * step)
    for (let second = 1; second < 12; second += 2 * step) yield [first, second];
}

function named({ disturbed, failure }: Trial, name: string): Trial {
  return failure === undefined ? { disturbed } : { disturbed, failure: `${name}: ${failure}` };
}

/** Where nothing was disturbed, nothing was tried. */
function rowOf(
  what: string,
  found: readonly Trial[],
  { may, ...told }: { readonly remark?: string; readonly may?: 'end well' } = {},
): Row {
  const failures = found.flatMap(({ failure }) => failure ?? []);
  const isIdle = found.length > 0 && !found.some(({ disturbed }) => disturbed);
  if (isIdle && !may) failures.push('nothing was disturbed');
  return { what, cases: found.length, failures, ...told };
}

export function hasStrace(): boolean {
  const { status } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  return status === 0;
}
