import { createHash } from 'node:crypto';
import type { OwnVocabulary } from './own-vocabularies.ts';
import type { Walk } from './walk.ts';

/** One text for all that decides whether anything must be read again: what the files look like, and what they are read by. */
export function fingerprint(found: Walk, vocabularies: readonly OwnVocabulary[]): string {
  const numbers = new Float64Array(found.files.length * 4);
  let paths = '';
  let at = 0;
  for (const { path, size, mtime, ctime, inode } of found.files) {
    paths += `${path}\n`;
    numbers[at++] = size;
    numbers[at++] = mtime;
    numbers[at++] = ctime;
    numbers[at++] = inode;
  }
  const others = [
    [...found.problems.keys()],
    found.unreadable,
    vocabularies.map(({ path, hash }) => [path, hash]),
  ];
  const hash = createHash('sha256').update(numbers).update(paths);
  return hash.update(JSON.stringify(others)).digest('hex');
}
