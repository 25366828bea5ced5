import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, extname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ReadContext } from '../markdown/read-record.ts';
import type { FileReading, Suspect } from './read-base-file.ts';

/** Files that a thread reads at a time. */
export interface Batch {
  readonly number: number;
  readonly suspects: readonly Suspect[];
  /** Whether their rows are made where they are read, or left to the writing thread. */
  readonly rows: boolean;
}

interface Answer {
  readonly number: number;
  readonly readings: readonly FileReading[];
}

/** Built as JavaScript, tested as TypeScript: the worker is a file of the same sort as this one. */
const workerFile = new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url);

/** To start a thread takes as long as to read about so many files. */
const worthwhile = 800;

const batchSize = 50;

/** Batches of each thread that are not written yet: enough that none waits for work, few enough that readings do not pile up. */
const ahead = 6;

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
  if (files < worthwhile) return 0;
  return Math.max(1, availableParallelism() - 1);
}

/** Starts the threads that are to read so many files; none where they are read sooner without. Unused ones keep no process alive. */
export function startReaders(
  folder: string,
  files: number,
  threads = threadsFor(files),
): Readers | undefined {
  if (threads === 0) return undefined;
  if (files > many) setFlagsFromString('--heap-growing-percent=50');
  for (const tier of tiers) setFlagsFromString(tier);
  return startPool(folder, threads);
}

/** Reads files in their order, by the threads that were started for it, if any; none of them is left when the reading ends. */
export async function* readAll(
  folder: string,
  suspects: readonly Suspect[],
  context: ReadContext,
  pool: Readers | undefined,
): AsyncIterable<FileReading> {
  if (!pool) {
    // Where other threads parse, this one has no use for the parsers.
    const { readBaseFile } = await import('./read-base-file.ts');
    for (const suspect of suspects) yield readBaseFile(folder, suspect, context);
    return;
  }
  pool.use();
  const waiting: Promise<readonly FileReading[]>[] = [];
  let handed = 0;
  const hand = () => {
    for (; waiting.length < pool.threads * ahead && handed < suspects.length; handed += batchSize) {
      // Whoever is behind leaves the rows to the other: the writer where most of what waits has been read already.
      const rows = pool.open() * 2 < waiting.length;
      waiting.push(pool.read(suspects.slice(handed, handed + batchSize), rows));
    }
  };
  try {
    hand();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const readings = await next;
      // Messages are taken between two turns only, and a batch that is here already would be no reason for one.
      await turn();
      hand();
      yield* readings;
    }
  } finally {
    await pool.stop();
  }
}

export type Readers = ReturnType<typeof startPool>;

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
    worker.unref();
    return worker;
  });
  let number = 0;
  return {
    threads,
    use: () => {
      for (const worker of workers) worker.ref();
    },
    /** Batches that no thread has answered yet. */
    open: () => open.size,
    read: (suspects: readonly Suspect[], rows: boolean): Promise<readonly FileReading[]> => {
      const batch: Batch = { number: number++, suspects, rows };
      const answer = Promise.withResolvers<readonly FileReading[]>();
      // A failure may come while nobody waits for this batch yet; it is told when somebody does.
      answer.promise.catch(() => undefined);
      open.set(batch.number, answer);
      if (failure) answer.reject(failure);
      else workers[batch.number % threads]?.postMessage(batch);
      return answer.promise;
    },
    stop: async (): Promise<void> => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
