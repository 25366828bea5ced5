import { placeWords } from '../places/place-cues.ts';
import { soughtForms } from '../text/word-forms.ts';
import type { Vote } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';

let made: ReadonlySet<string> | undefined;

/** “the governorate of Irbid”, “محافظة عكار”: an area in small letters is a place unless the words around say that it acts. */
export function isMereArea(
  scan: NameScan,
  first: number,
  last: number,
  around: readonly Vote[],
): boolean {
  const shape = scan.words[first]?.shape;
  if (around.length > 0 || (shape !== 'lower' && shape !== 'caseless')) return false;
  // Arabic says first what is done, then who does it.
  if (shape === 'caseless' && scan.cues.verbs.at(scan.words, first - 1, first)) return false;
  made ??= placeWords('administrative');
  const areas = made;
  if (!soughtForms(scan.key(first)).some((key) => areas.has(key))) return false;
  for (let at = first + 1; at < last; at++) if (scan.isPlace(at)) return true;
  return shape === 'lower';
}
