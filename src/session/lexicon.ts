import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnVocabulary } from '../base/own-vocabularies.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { lexiconOf, lexiconText } from '../vocabulary/lexicon.ts';
import type { Vocabularies } from '../vocabulary/load.ts';

/**
 * The names that a search understands. Making them reads all vocabularies, which takes longer than the search: they are
 * kept beside the index, and their last line says of which vocabularies they are.
 */
export function openLexicon(
  folder: string,
  vocabularies: Vocabularies,
  own: readonly OwnVocabulary[],
): Lexicon {
  const path = join(folder, 'names.txt');
  const state = Buffer.from(stateOf(own));
  const known = read(path);
  if (known?.subarray(-state.length).equals(state)) return lexiconOf(known);
  const made = Buffer.concat([Buffer.from(lexiconText(vocabularies)), state]);
  keep(path, made);
  return lexiconOf(made);
}

function stateOf(own: readonly OwnVocabulary[]): string {
  return `#${version} ${own.map(({ path, hash }) => `${path} ${hash};`).join('')}\n`;
}

/** Raised when the shape or the making of the names changes. */
const version = '3';

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Where the folder cannot be written, the names are made for each search. */
function keep(path: string, text: Buffer): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, path);
  } catch {
    rmSync(part, { force: true });
  }
}
