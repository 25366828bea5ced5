import type { Place } from './lexicon.ts';
import type { Name } from './name.ts';
import type { Word } from './word.ts';

/** What words of a name are left where no word of the other stands for them. */
export interface Left {
  readonly count: number;
  readonly roles: Readonly<Record<Word['role'], number>>;
  readonly places: readonly Place[];
}

/** The places of a name that no word of the other stands for. */
export function leftPlaces(name: Name, likeness: Float64Array): readonly Place[] {
  return leftOf(name, likeness).places;
}

/** Those of `name`, by the likeness of each of its words to the other name: none where it is 0. */
export function leftOf(name: Name, likeness: Float64Array): Left {
  const roles = { kind: 0, thing: 0, ordinary: 0, place: 0, number: 0, own: 0 };
  const places: Place[] = [];
  let count = 0;
  for (const [place, word] of name.words.entries()) {
    if (likeness[place] !== 0) continue;
    count++;
    roles[word.role]++;
    if (word.place) places.push(word.place);
  }
  return { count, roles, places };
}

/** Whether places that only one of two names has speak against them. */
export function comparePlaces(
  a: readonly Place[],
  b: readonly Place[],
): 'none' | 'one' | 'nested' | 'conflict' {
  if (a.length === 0 && b.length === 0) return 'none';
  if (a.length === 0 || b.length === 0) return 'one';
  const isNested = a.some((place) =>
    b.some((other) => within(place, other) || within(other, place)),
  );
  return isNested ? 'nested' : 'conflict';
}

/** An area of several countries may hold any place. */
function within(inner: Place, outer: Place): boolean {
  if (inner.id === outer.id || inner.country === outer.id || inner.region === outer.id) return true;
  return outer.country === undefined && outer.region === undefined;
}
