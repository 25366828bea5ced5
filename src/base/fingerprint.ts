import type { OwnVocabulary } from './own-vocabularies.ts';
import type { Walk } from './walk.ts';

/** All that decides whether anything must be read again: what the files look like, and what they are read by. */
export function fingerprint(found: Walk, vocabularies: readonly OwnVocabulary[]): Buffer {
  const others = [
    [...found.problems.keys()],
    found.unreadable,
    vocabularies.map(({ path, hash }) => [path, hash]),
  ];
  return Buffer.concat([
    new Uint8Array(Float64Array.from(found.numbers).buffer),
    Buffer.from(`${found.paths.join('\n')}\n${JSON.stringify(others)}`),
  ]);
}
