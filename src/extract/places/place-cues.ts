import { textsOf } from '../../core/node.ts';
import { cueNode, entriesOf } from '../text/cues.ts';
import { shadow } from '../text/shadow.ts';

/** The words or names under a key of `data/cues/places`, as they are written. */
export function placeList(key: string): readonly string[] {
  return textsOf(cueNode('places', key));
}

/** The same as a set of words as they are compared. */
export function placeWords(key: string): ReadonlySet<string> {
  return new Set(placeList(key).map(shadow));
}

/** What lies under a key of `data/cues/places` by code or language. */
export function placeMap(key: string): ReadonlyMap<string, readonly string[]> {
  return new Map(entriesOf(cueNode('places', key)).map(([code, names]) => [code, textsOf(names)]));
}
