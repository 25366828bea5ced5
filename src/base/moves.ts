import { join } from 'node:path';
import type { FileState } from '../store/store.ts';
import { readFileText } from './read-file.ts';
import type { Found } from './walk.ts';

/** Vanished files that turn up elsewhere with the same content, so that their records stay the same: from → to. */
export function movesOf(
  folder: string,
  vanished: readonly string[],
  looked: readonly Found[],
  known: ReadonlyMap<string, FileState>,
): Map<string, string> {
  const byHash = new Map<string, string>();
  const sizes = new Set<number>();
  for (const path of vanished) {
    const before = known.get(path);
    if (!before?.hash) continue;
    byHash.set(before.hash, path);
    sizes.add(before.size);
  }
  const moves = new Map<string, string>();
  for (const { path, size } of looked) {
    if (known.has(path) || !sizes.has(size)) continue;
    const read = readFileText(join(folder, path));
    const from = 'hash' in read ? byHash.get(read.hash) : undefined;
    if (from !== undefined && !moves.has(from)) moves.set(from, path);
  }
  return moves;
}
