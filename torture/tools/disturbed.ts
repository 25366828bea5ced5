import { rmSync } from 'node:fs';
import { filesHolding, filesOf, foreignFiles, leftovers, rowsOf, sameFiles } from './base-state.ts';
import type { Circumstances, Ended } from './koinon.ts';
import { inTurn, koinon } from './koinon.ts';
import type { Operation } from './operations.ts';

/** What one disturbed call came to: whether every disturbance came in time, and what was wrong. */
export interface Trial {
  readonly disturbed: boolean;
  readonly failure?: string;
}

/**
 * Makes a call that something disturbs, and looks what is left: every file as before or as after, then, when the next call has
 * completed or taken back what was begun, all of them together, the index that belongs to them, and no file that was only begun.
 * `again` disturbs that next call too.
 */
export async function trial(
  operation: Operation,
  circumstances: Circumstances,
  again?: Circumstances,
): Promise<Trial> {
  const folder = operation.copy();
  try {
    const ended = await koinon(folder, operation.words, circumstances);
    const half = said(ended) ?? halfFailure(folder, operation);
    if (half !== undefined) return { disturbed: wasDisturbed(ended), failure: half };
    const recovered = again && (await koinon(folder, nextWords(operation), again));
    const disturbed = wasDisturbed(ended) && (!recovered || wasDisturbed(recovered));
    const failure =
      (recovered && recoveryFailure(recovered, folder, operation)) ??
      (await endFailure(folder, operation));
    return failure === undefined ? { disturbed } : { disturbed, failure };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Completes or takes back what was interrupted, and changes nothing else; who wants to be forgotten asks again. */
function nextWords({ words, forgets }: Operation): readonly string[] {
  return forgets === undefined ? ['undo', '--dry-run'] : words;
}

function recoveryFailure(ended: Ended, folder: string, operation: Operation): string | undefined {
  const failure = said(ended) ?? halfFailure(folder, operation);
  return failure === undefined ? undefined : `in recovery: ${failure}`;
}

function halfFailure(folder: string, { before, after }: Operation): string | undefined {
  const odd = foreignFiles(filesOf(folder), before.files, after.files);
  return odd.length > 0 ? `neither old nor new: ${odd.join(', ')}` : undefined;
}

async function endFailure(folder: string, operation: Operation): Promise<string | undefined> {
  const { before, after, forgets } = operation;
  const next = await inTurn(folder, [nextWords(operation), ['ingest']]);
  if (next.code !== 0 && next.code !== 1) return `the next call: ${next.code} ${next.error}`;
  const files = filesOf(folder);
  const ends = forgets === undefined ? [before, after] : [after];
  const state = ends.find((each) => sameFiles(each.files, files));
  if (!state) return 'files are neither all old nor all new';
  if (rowsOf(folder) !== state.rows) return 'other rows than an undisturbed index has';
  const told = forgets === undefined ? [] : filesHolding(folder, forgets);
  if (told.length > 0) return `still says “${forgets}”: ${told.join(', ')}`;
  const left = leftovers(folder);
  return left.length > 0 ? `left behind: ${left.join(', ')}` : undefined;
}

/** Whether something hindered the call: it was killed, or it says so. */
function wasDisturbed({ code, signal }: Ended): boolean {
  return signal !== null || code === 137 || code === 2;
}

/** What is wrong with the way in which a call ended: it may be killed, or refuse in one sentence, and nothing else. */
function said({ code, signal, error }: Ended): string | undefined {
  if (signal !== null || code === 137 || code === 0 || code === 1) return undefined;
  const lines = error.split('\n').filter((line) => line.startsWith('koinon: '));
  if (code === 2 && lines.length === 1 && !/\n {4}at /.test(error)) return undefined;
  return `code ${code}: ${error.slice(0, 600)}`;
}
