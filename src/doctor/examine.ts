import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Base } from '../base/base.ts';
import { tally } from '../base/findings.ts';
import { ingest } from '../base/ingest.ts';
import { baseVocabularies } from '../base/own-vocabularies.ts';
import type { Kinds } from '../core/kind.ts';
import { load, namesIn } from '../registry.ts';
import { indexFaults } from '../store/sqlite/index-faults.ts';
import { sqliteStore } from '../store/sqlite/store.ts';
import type { Examination, Finding, Patient } from './finding.ts';
import { rebuilt } from './rebuilt.ts';

/** A {@link Finding} with the name of the examination that made it. */
export interface Found extends Finding {
  readonly examination: string;
}

/** What an examination gives. */
export interface Examined {
  readonly findings: readonly Found[];
  /** Errors in records, which are no finding here: `check` tells where they are. */
  readonly errors: number;
}

/** All that is wrong with a base, first what has to be mended first; nothing that is written below the base stays there. */
export async function examine(
  base: Base,
  kinds: Kinds,
  options: { readonly deep: boolean },
): Promise<Examined> {
  const { copy, made } = placeForCopy(base.indexFolder);
  try {
    const faults = indexFaults(base.indexFolder, copy);
    const vocabularies = await baseVocabularies(base.folder);
    const given = { base, kinds, vocabularies, indexFaults: faults, ...options };
    try {
      return await examineWith(copy, given);
    } catch (error) {
      // What a database holds may be sound for SQLite and still no index: then a new one tells whether that was why.
      const { findings, errors } = await examineWith(undefined, { ...given, deep: false });
      if (!(error instanceof Error)) throw error;
      const what = 'It holds what koinon did not put there, or not all that it did';
      return { findings: [...findings, { examination: 'index', ...rebuilt(base, what) }], errors };
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(made);
  }
}

/** A copy of the index holds what the index holds: killed, it is found by its name here, and by “koinon privacy forget”. */
const copyName = /^aside-\d{13,}$/;

/** Milliseconds after which a copy is one that a killed run left. */
const longest = 86_400_000;

/** A new folder for a copy, beside the index where that can be written; `made`: the folder of the index, where there was none. */
function placeForCopy(folder: string): { readonly copy: string; readonly made?: string } {
  const copy = join(folder, `aside-${Date.now()}${process.pid}`);
  try {
    const there = lstatSync(folder, { throwIfNoEntry: false });
    if (there && !there.isDirectory()) throw new Error(folder);
    for (const name of there ? readdirSync(folder) : [])
      if (copyName.test(name) && Date.now() - Number(name.slice(6, 19)) > longest)
        rmSync(join(folder, name), { recursive: true, force: true });
    const made = mkdirSync(folder, { recursive: true });
    mkdirSync(copy, { mode: 0o700 });
    return made === undefined ? { copy } : { copy, made };
  } catch {
    return { copy: mkdtempSync(join(tmpdir(), 'koinon-doctor-')) };
  }
}

/** Somebody else may have begun to use it. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Then it stays.
  }
}

async function examineWith(
  folder: string | undefined,
  given: Omit<Patient, 'store' | 'isCopy' | 'kept'>,
): Promise<Examined> {
  const { base, kinds, vocabularies } = given;
  await using store = sqliteStore(folder, kinds);
  const { concepts, files } = vocabularies;
  const { kept } = await ingest(base.folder, store, { kinds, concepts }, { vocabularies: files });
  const patient: Patient = { ...given, store, isCopy: folder !== undefined, kept };
  const all = await Promise.all(
    namesIn('doctor/examinations').map(async (name) => ({
      name,
      ...(await load<Examination>('doctor/examinations', name)),
    })),
  );
  let findings: readonly Found[] = [];
  for (const { name, look } of all.toSorted((a, b) => a.rank - b.rank))
    findings = findings.concat(
      (await look(patient)).map((each) => ({ examination: name, ...each })),
    );
  const { error: errors } = await tally(store);
  return { findings, errors };
}
