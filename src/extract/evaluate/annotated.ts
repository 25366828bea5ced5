import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../core/usage-error.ts';
import type { Gold } from './gold.ts';
import { readGold } from './gold.ts';

/** An annotation and the file of the text that it is about. */
export interface Annotated {
  readonly gold: Gold;
  readonly file: string;
}

/**
 * The annotations of a folder with their texts, by the names of their files. A text lies in `texts`, else beside its
 * annotation, else in the folder above, else in `seeds` or `texts` there. Throws a {@link UsageError}.
 */
export function annotated(folder: string, texts?: string): readonly Annotated[] {
  for (const each of [folder, texts]) {
    if (each !== undefined && !statSync(each, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`There is no folder ${each}`);
  }
  const above = dirname(folder);
  const places =
    texts === undefined ? [folder, above, join(above, 'seeds'), join(above, 'texts')] : [texts];
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name): Annotated[] => {
      const gold = goldIn(join(folder, name));
      if (gold === undefined) return [];
      const files = places.map((place) => join(place, basename(gold.doc)));
      const file = files.find((each) => existsSync(each));
      if (file === undefined)
        throw new UsageError(`The text ${gold.doc} of ${name} is not in ${places.join(', ')}`);
      return [{ gold, file }];
    });
  if (all.length === 0)
    throw new UsageError(`${folder} holds no annotations: expected .json files of koinon-gold/1`);
  return all;
}

function goldIn(file: string): Gold | undefined {
  try {
    return readGold(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is not JSON: ${error.message}`);
    throw error;
  }
}
