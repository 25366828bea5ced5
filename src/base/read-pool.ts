import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, extname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ReadContext } from '../markdown/read-record.ts';
import type { FileReading, Suspect } from './read-base-file.ts';
import { readBaseFile } from './read-base-file.ts';

/** Files that a thread reads at a time. */
export interface Batch {
  readonly number: number;
  readonly suspects: readonly Suspect[];
}

interface Answer {
  readonly number: number;
  readonly readings: readonly FileReading[];
}

/** Built as JavaScript, tested as TypeScript: the worker is a file of the same sort as this one. */
const workerFile = new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url);

/** About as many as this thread reads until another one has started: fewer are read sooner without it. */
const headStart = 400;

const batchSize = 50;

/** Batches that each thread has before it: enough that none waits for work, few enough that readings do not pile up. */
const ahead = 2;

/** A reading thread makes little that lasts, and V8 would let it keep more than that: 100,000 records took 464 MB with this. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** A thread does not by itself use what this one has compiled, and would take 0.1 s to compile the same. */
const compiled = getCompileCacheDir();
const env = { ...process.env, ...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }) };

/** For so many files memory counts more than a tenth of the time: 100,000 took 535 MB, and 450 with heaps that grow by half at most. */
const many = 30_000;

/**
 * Code that is compiled once more, and best, after 3,000 calls is paid for by 10,000 records and pays for itself by more of
 * them; what the compiler before that one makes of it comes earlier.
 */
const tiers = ['--invocation-count-for-turbofan=60000', '--invocation-count-for-maglev=200'];

/** How many threads beside this one are worth their start. */
function threadsFor(files: number): number {
  if (files < headStart * 2) return 0;
  return Math.max(1, availableParallelism() - 1);
}

/** Reads files in their order, on other threads where there are any; none of them is left when the reading ends. */
export async function* readAll(
  folder: string,
  suspects: readonly Suspect[],
  context: ReadContext,
  threads = threadsFor(suspects.length),
): AsyncIterable<FileReading> {
  if (threads === 0) {
    for (const suspect of suspects) yield readBaseFile(folder, suspect, context);
    return;
  }
  if (suspects.length > many) setFlagsFromString('--heap-growing-percent=50');
  for (const tier of tiers) setFlagsFromString(tier);
  const pool = startPool(folder, threads);
  const batches = batchesOf(suspects, headStart);
  const waiting: Waiting[] = [];
  const hand = () => {
    while (pool.open() < threads * ahead) {
      const batch = batches.shift();
      if (!batch) return;
      waiting.push({ number: batch.number, readings: pool.read(batch) });
    }
  };
  try {
    hand();
    for (const suspect of suspects.slice(0, headStart))
      yield readBaseFile(folder, suspect, context);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // Rather than wait, this thread reads too; between two batches it takes what others have answered.
      while (pool.isOpen(next.number) && waiting.length < threads * ahead * 2) {
        const batch = batches.shift();
        if (!batch) break;
        const readings: FileReading[] = [];
        for (const suspect of batch.suspects)
          readings.push(await readBaseFile(folder, suspect, context));
        waiting.push({ number: batch.number, readings });
        await turn();
        hand();
      }
      const readings = await next.readings;
      // Messages are taken between two turns only, and a batch that is here already would be no reason for one.
      await turn();
      hand();
      yield* readings;
    }
  } finally {
    await pool.stop();
  }
}

/** A batch that was handed out, or that this thread has read itself. */
interface Waiting {
  readonly number: number;
  readonly readings: readonly FileReading[] | Promise<readonly FileReading[]>;
}

function batchesOf(suspects: readonly Suspect[], from: number): Batch[] {
  const batches: Batch[] = [];
  for (let at = from; at < suspects.length; at += batchSize) {
    batches.push({ number: batches.length, suspects: suspects.slice(at, at + batchSize) });
  }
  return batches;
}

/** Threads that read batches in turn; when one fails, every batch that is waited for fails with it. */
function startPool(folder: string, threads: number) {
  const open = new Map<number, PromiseWithResolvers<readonly FileReading[]>>();
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of open.values()) reject(failure);
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(workerFile, { workerData: folder, resourceLimits, env });
    worker.on('message', ({ number, readings }: Answer) => {
      open.get(number)?.resolve(readings);
      open.delete(number);
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => fail(new Error(`A reading thread ended by itself (${code})`)));
    return worker;
  });
  let handed = 0;
  return {
    open: () => open.size,
    isOpen: (number: number) => open.has(number),
    read: (batch: Batch): Promise<readonly FileReading[]> => {
      const answer = Promise.withResolvers<readonly FileReading[]>();
      // A failure may come while nobody waits for this batch yet; it is told when somebody does.
      answer.promise.catch(() => undefined);
      open.set(batch.number, answer);
      if (failure) answer.reject(failure);
      else workers[handed++ % threads]?.postMessage(batch);
      return answer.promise;
    },
    stop: async (): Promise<void> => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
