import { join } from 'node:path';
import { lookBelow } from '../base/files-below.ts';
import { readFileText } from '../base/read-file.ts';

/** A file or folder that nobody has looked into. */
export interface Unread {
  /** Relative to the base, with `/`. */
  readonly path: string;
  /** Absent of a file that was read and is no text. */
  readonly why?: string;
}

/** Everything that can be read below a base, and what cannot. */
export interface Texts {
  /** By paths: what people, and koinon for them, have written. */
  readonly texts: ReadonlyMap<string, string>;
  /** By paths: what koinon keeps for itself, but for the index. */
  readonly own: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
}

/** What follows from the files and the vocabularies, and is made anew from them. */
const derived = /^\.koinon\/(?:index[^/]*\.db[^/]*|names\.txt[^/]*)$/;

/** Reads all files below a base. */
export function textsBelow(folder: string): Texts {
  const { files, unreached } = lookBelow(folder);
  const [texts, own] = [new Map<string, string>(), new Map<string, string>()];
  const unread: Unread[] = unreached.map((path) => ({
    path,
    why: 'It cannot be read, or it is a link that leads elsewhere; look there by hand',
  }));
  for (const path of files) {
    if (derived.test(path)) continue;
    const read = readFileText(join(folder, path));
    if ('text' in read) (path.startsWith('.koinon/') ? own : texts).set(path, read.text);
    else if ('problem' in read)
      unread.push(read.hash === '' ? { path, why: read.problem.reason } : { path });
  }
  return { texts, own, unread };
}
