import { join } from 'node:path';
import { removeAbandoned, saveOwn } from '../base/disk.ts';
import { readOrdinary } from '../base/own-file.ts';
import type { OwnVocabulary } from '../base/own-vocabularies.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { lexiconOf, lexiconText } from '../vocabulary/lexicon.ts';
import type { Vocabularies } from '../vocabulary/load.ts';

/**
 * The names that a search understands. Making them reads all vocabularies, which takes longer than the search: they are
 * kept beside the index, and their last line says of which vocabularies they are.
 */
export async function openLexicon(
  folder: string,
  vocabularies: Vocabularies,
  own: readonly OwnVocabulary[],
): Promise<Lexicon> {
  const path = join(folder, 'names.txt');
  const state = stateOf(own);
  const known = readOrdinary(path);
  if (
    'bytes' in known &&
    known.bytes.subarray(-Buffer.byteLength(state)).equals(Buffer.from(state))
  )
    return lexiconOf(known.bytes);
  const text = `${lexiconText(vocabularies)}${state}`;
  await keep(folder, path, text);
  return lexiconOf(Buffer.from(text));
}

function stateOf(own: readonly OwnVocabulary[]): string {
  return `#${version} ${own.map(({ path, hash }) => `${path} ${hash};`).join('')}\n`;
}

/** Raised when the shape or the making of the names changes. */
const version = '3';

/** Where the folder cannot be written, the names are made for each search. */
async function keep(folder: string, path: string, text: string): Promise<void> {
  removeAbandoned(folder);
  try {
    await saveOwn(path, [text], 0o600);
  } catch {
    // “koinon doctor” says why.
  }
}
