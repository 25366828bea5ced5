import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../core/usage-error.ts';

/** A file that is to be imported; it is opened when it is its turn. */
export interface Incoming {
  /** As it was written in the call. */
  readonly name: string;
  /** Its own name, without folders. */
  readonly file: string;
  /** Absolute; none for the standard input. */
  readonly path?: string;
}

/** Endings of the files that are taken from a folder; a file that is named itself may have any. */
const endings = /\.(?:txt|md|html?|xhtml|docx|odt|pdf)$/i;

/** The files that the words of a call name: files, folders with all that is below them, and `-` for the standard input; `leftOut` hears of files in folders that are no documents. */
export function incoming(
  words: readonly string[],
  folder: string,
  leftOut: (name: string) => void = () => {},
): readonly Incoming[] {
  return words.flatMap((word) => {
    if (word === '-') return [{ name: '-', file: 'standard-input' }];
    const path = resolve(folder, word);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new UsageError(`There is no file ${word}`);
    if (!stat.isDirectory()) return [fileAt(path, word)];
    const found = filesBelow(path, word, leftOut);
    if (found.length === 0)
      throw new UsageError(
        `${word} holds no document: expected .txt, .md, .html, .docx, .odt or .pdf`,
      );
    return found;
  });
}

/** Links to folders are not followed, so that the walk ends. */
function filesBelow(
  path: string,
  name: string,
  leftOut: (name: string) => void,
): readonly Incoming[] {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const [there, called] = [join(path, entry.name), `${name.replace(/\/$/, '')}/${entry.name}`];
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesBelow(there, called, leftOut);
    if (entry.isFile() && endings.test(entry.name)) return [fileAt(there, called)];
    leftOut(called);
    return [];
  });
}

function fileAt(path: string, name: string): Incoming {
  return { name, file: basename(path), path };
}
