import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { Trial } from './tools/disturbed.ts';
import { trial } from './tools/disturbed.ts';
import type { Circumstances } from './tools/koinon.ts';
import type { Operation } from './tools/operations.ts';
import { operations } from './tools/operations.ts';
import { each } from './tools/side-by-side.ts';
import type { Row, Wish } from './tools/topic.ts';

const width = 2;

/** Calls that write are killed, refused by the disk, and killed again while they recover. */
export default async function* kills(wish: Wish): AsyncIterable<Row> {
  const all = await operations();
  yield await atRandom(all, wish);
  yield await atEverySecond(all, wish);
  const traced = hasStrace();
  for (const operation of all) {
    yield await sweep(operation, 'killed at every step', failpoint('kill'), 1);
    for (const code of ['ENOSPC', 'EIO', 'EACCES'])
      yield await sweep(operation, `${code} at every step`, failpoint(code), wish.quick ? 4 : 1);
    if (!traced) continue;
    for (const [call, step] of systemCalls)
      yield await sweep(
        operation,
        `killed at ${call}`,
        injected(call, 'signal=SIGKILL'),
        wish.quick ? step * 8 : step,
      );
    for (const [call, effect, step] of refusals)
      for (const lasting of ['', '+'])
        yield await sweep(
          operation,
          `${call} says ${effect}${lasting && ' from then on'}`,
          injected(call, `error=${effect}`, lasting),
          wish.quick ? step * 8 : step,
        );
  }
  if (!traced) yield { what: 'system calls', cases: 0, failures: [], remark: 'skipped: no strace' };
}

const systemCalls = [
  ['pwrite64', 7],
  ['fsync', 1],
  ['rename', 1],
  ['link', 1],
  ['unlink', 1],
  ['ftruncate', 1],
] as const;

const refusals = [
  ['pwrite64', 'ENOSPC', 7],
  ['pwrite64', 'EIO', 11],
  ['fsync', 'EIO', 1],
  ['rename', 'EACCES', 1],
  ['unlink', 'EACCES', 1],
] as const;

/** The step of that number, counted from 1, of the one file module is where a call ends or is refused. */
export function failpoint(effect: string): (number: number) => Circumstances {
  return (number) => ({ env: { KOINON_FAILPOINT: `any:${number}:${effect}` } });
}

function injected(call: string, effect: string, lasting = ''): (number: number) => Circumstances {
  return (number) => ({
    strace: [
      '-o',
      '/dev/null',
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${call}:${effect}:when=${number}${lasting}`,
    ],
  });
}

/** Disturbs the call at its first, second, third … step, until there is none of that number. */
export async function sweep(
  operation: Operation,
  what: string,
  at: (number: number) => Circumstances,
  step: number,
): Promise<Row> {
  const failures: string[] = [];
  let cases = 0;
  let misses = 0;
  await each(
    numbers(step, () => misses < width * 2),
    width,
    async (number) => {
      const { disturbed, failure } = await trial(operation, at(number));
      if (failure !== undefined) failures.push(`${number}: ${failure}`);
      if (disturbed || failure !== undefined) cases++;
      else misses++;
    },
  );
  return { what: `${operation.name}: ${what}`, cases, failures };
}

function* numbers(step: number, isWanted: () => boolean): Generator<number> {
  for (let number = 1; number < 3_000 && isWanted(); number += step) yield number;
}

async function atRandom(all: readonly Operation[], { random, seed }: Wish): Promise<Row> {
  const moments = fc.sample(fc.double({ min: 0, max: 1.05, noNaN: true }), {
    numRuns: random,
    seed,
  });
  const found: Trial[] = [];
  await each(moments.entries(), width, async ([at, moment]) => {
    const operation = all[at % all.length];
    if (!operation) return;
    const killAfter = Math.round(operation.wall * moment);
    const { disturbed, failure } = await trial(operation, { killAfter });
    found.push(
      failure === undefined
        ? { disturbed }
        : { disturbed, failure: `${operation.name} after ${killAfter} ms: ${failure}` },
    );
  });
  const hit = found.filter(({ disturbed }) => disturbed).length;
  return rowOf(`killed at random moments (seed ${seed})`, found, `${hit} before their end`);
}

/** Killed, and killed again while the next call recovers. */
async function atEverySecond(all: readonly Operation[], { quick }: Wish): Promise<Row> {
  const found: Trial[] = [];
  const step = quick ? 4 : 1;
  for (const operation of all.filter(({ name }) => !/ingest|new/.test(name)))
    await each(pairs(step), width, async ([first, second]) => {
      const at = failpoint('kill');
      const { disturbed, failure } = await trial(operation, at(first), at(second));
      found.push(
        failure === undefined
          ? { disturbed }
          : { disturbed, failure: `${operation.name} ${first}, ${second}: ${failure}` },
      );
    });
  return rowOf('killed again in recovery', found);
}

function* pairs(step: number): Generator<readonly [number, number]> {
  for (let first = 3; first < 30; first += 3 * step)
    for (let second = 1; second < 12; second += 2 * step) yield [first, second];
}

function rowOf(what: string, found: readonly Trial[], remark?: string): Row {
  const failures = found.flatMap(({ failure }) => failure ?? []);
  return { what, cases: found.length, failures, ...(remark === undefined ? {} : { remark }) };
}

function hasStrace(): boolean {
  const { status } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  return status === 0;
}
