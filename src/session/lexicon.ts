import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnVocabulary } from '../base/own-vocabularies.ts';
import type { Lexicon } from '../core/lexicon.ts';
import type { LexiconData } from '../vocabulary/lexicon.ts';
import { lexiconData, lexiconOf } from '../vocabulary/lexicon.ts';
import type { Vocabularies } from '../vocabulary/load.ts';
import { vocabularyState } from '../vocabulary/load.ts';

/**
 * The names that a search understands. Making them reads all vocabularies, which takes longer than the search: they are
 * kept beside the index, under a name that changes with every vocabulary.
 */
export function openLexicon(
  folder: string,
  vocabularies: Vocabularies,
  own: readonly OwnVocabulary[],
): Lexicon {
  const name = `names-${stateOf(own)}.json`;
  const known = read(join(folder, name));
  if (known) return lexiconOf(known);
  const made = lexiconData(vocabularies);
  keep(folder, name, made);
  return lexiconOf(made);
}

function stateOf(own: readonly OwnVocabulary[]): string {
  const hash = createHash('sha256').update(`${version} ${vocabularyState()} `);
  for (const file of own) hash.update(`${file.path} ${file.hash};`);
  return hash.digest('hex').slice(0, 16);
}

/** Raised when the shape or the making of the names changes. */
const version = '1';

function read(path: string): LexiconData | undefined {
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as Partial<LexiconData> | null;
    return data?.names && data.meanings
      ? { names: data.names, meanings: data.meanings }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Where the folder cannot be written, the names are made for each search. */
function keep(folder: string, name: string, data: LexiconData): void {
  const part = join(folder, `${name}.${process.pid}.part`);
  try {
    writeFileSync(part, JSON.stringify(data), { mode: 0o600 });
    renameSync(part, join(folder, name));
    for (const other of readdirSync(folder))
      if (/^names-\w+\.json$/.test(other) && other !== name) rmSync(join(folder, other));
  } catch {
    rmSync(part, { force: true });
  }
}
