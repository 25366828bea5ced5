import { parentPort, workerData } from 'node:worker_threads';
import type { ReadContext } from '../markdown/read-record.ts';
import { loadKinds } from '../registry.ts';
import { baseVocabularies } from './own-vocabularies.ts';
import type { FileReading } from './read-base-file.ts';
import { readBaseFile } from './read-base-file.ts';
import type { Batch } from './read-pool.ts';

// A thread of the pool: reads batches of files and answers each with its readings.
const folder = String(workerData);
const context = contextOf();

async function contextOf(): Promise<ReadContext> {
  const { concepts } = await baseVocabularies(folder);
  return { kinds: await loadKinds(), concepts };
}

async function answer({ number, suspects }: Batch): Promise<void> {
  const readings: FileReading[] = [];
  for (const suspect of suspects) readings.push(await readBaseFile(folder, suspect, await context));
  parentPort?.postMessage({ number, readings });
}

parentPort?.on('message', (batch: Batch) => void answer(batch));
