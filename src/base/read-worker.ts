import { parentPort, workerData } from 'node:worker_threads';
import type { ReadContext } from '../markdown/read-record.ts';
import { loadKinds } from '../registry.ts';
import { recordRows } from '../store/record-rows.ts';
import { baseVocabularies } from './own-vocabularies.ts';
import type { FileReading, Suspect } from './read-base-file.ts';
import { readBaseFile } from './read-base-file.ts';
import type { Batch } from './read-pool.ts';

// A thread of the pool: reads batches of files and answers each with its readings.
const folder = String(workerData);
const context = contextOf();

async function contextOf(): Promise<ReadContext> {
  const { concepts } = await baseVocabularies(folder);
  return { kinds: await loadKinds(), concepts };
}

async function read(suspect: Suspect, rows: boolean): Promise<FileReading> {
  const { kinds, ...others } = await context;
  const found = await readBaseFile(folder, suspect, { kinds, ...others });
  if (!rows || !('reading' in found) || !('record' in found.reading)) return found;
  const { record, problems } = found.reading;
  return { ...found, reading: { rows: recordRows(record, suspect.path, kinds), problems } };
}

async function answer({ number, suspects, rows }: Batch): Promise<void> {
  const readings: FileReading[] = [];
  for (const suspect of suspects) readings.push(await read(suspect, rows));
  parentPort?.postMessage({ number, readings });
}

parentPort?.on('message', (batch: Batch) => void answer(batch));
