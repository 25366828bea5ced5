import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readApart } from '../src/readers/read-apart.ts';
import { UnreadableDocument } from '../src/readers/unreadable-document.ts';
import type { HostileDocument } from './tools/hostile-documents.ts';
import { hostileDocuments, soundDocuments } from './tools/hostile-documents.ts';
import { koinon, playground } from './tools/koinon.ts';
import { each } from './tools/side-by-side.ts';
import type { Row, Wish } from './tools/topic.ts';

/** Milliseconds, and megabytes of the process that asks. */
const bounds = { wall: 5_000, deadline: 25_000, memory: 200 };

/** Documents that were made to harm who reads them, or damaged, are refused in time, in words and without harm. */
export default async function* documents({ quick, seed }: Wish): AsyncIterable<Row> {
  const chosen = quick ? hostileDocuments.filter((_, at) => at % 8 === 0) : hostileDocuments;
  const failures: string[] = [];
  // The first call also compiles what the others find compiled.
  await imported({ name: 'a text', make: () => Buffer.from('A text.') });
  let most = 0;
  let memory = 0;
  await each(chosen, 2, async (document) => {
    const found = await imported(document);
    most = Math.max(most, found.wall);
    memory = Math.max(memory, found.memory ?? 0);
    if (found.fault !== undefined) failures.push(`${document.name}: ${found.fault}`);
  });
  const remark = `at most ${Math.round(most)} ms, ${Math.round(memory)} MB`;
  yield { what: 'made to harm', cases: chosen.length, failures, remark };
  yield await damaged(quick ? 8 : 400, seed);
}

async function imported({ make, mayBeRead, isLong }: HostileDocument) {
  const folder = mkdtempSync(join(playground, 'document-'));
  writeFileSync(join(folder, 'koinon.yaml'), 'name: X\n');
  writeFileSync(join(folder, 'document'), make());
  const env = { TORTURE_USAGE: '1' };
  const ended = await koinon(folder, ['import', 'document', '--dry-run'], {
    env,
    killAfter: 30_000,
  });
  const { code, wall, told: memory, error, out } = ended;
  const fault =
    code === null || code > 2 || (code === 0 && !mayBeRead)
      ? `exit code ${code}: ${error.slice(0, 400)}`
      : wall > (isLong ? bounds.deadline : bounds.wall)
        ? `${Math.round(wall)} ms`
        : (memory ?? 0) > bounds.memory
          ? `${Math.round(memory ?? 0)} MB`
          : existsSync(join(folder, 'PWNED')) || /root:|PWNED/.test(out)
            ? 'it had its way'
            : undefined;
  rmSync(folder, { recursive: true });
  return { wall, memory, fault };
}

/** Sound documents with some bytes changed, cut off or repeated: read, or refused in words. */
export async function damaged(count: number, seed: number): Promise<Row> {
  const failures: string[] = [];
  const harm = fc.tuple(
    fc.constantFrom(...soundDocuments),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('change', 'cut', 'repeat'),
  );
  await each(fc.sample(harm, { numRuns: count, seed }), 2, async ([sound, places, how]) => {
    const bytes = Buffer.from(sound);
    for (const [place, value] of places) bytes[Math.floor(place * (bytes.length - 1))] = value;
    const at = Math.floor((places[0]?.[0] ?? 0) * bytes.length);
    const made =
      how === 'cut'
        ? bytes.subarray(0, at)
        : how === 'repeat'
          ? Buffer.concat([bytes, bytes.subarray(at)])
          : bytes;
    try {
      await readApart(made, 'document', { timeoutMs: 5_000 });
    } catch (error) {
      if (!(error instanceof UnreadableDocument))
        failures.push(`${how} ${JSON.stringify(places)}: ${String(error)}`);
    }
  });
  return { what: `damaged (seed ${seed})`, cases: count, failures };
}
