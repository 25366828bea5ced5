import type { NamedActor } from './actor.ts';
import type { Measured } from './features.ts';
import { comparePlaces, leftPlaces } from './left-words.ts';
import type { Name } from './name.ts';
import type { Forbidden } from './reason.ts';

/** Why two actors can never be one, whatever their score; undefined where nothing forbids it. */
export function forbiddenBetween(
  a: NamedActor,
  b: NamedActor,
  measured: Measured | undefined,
  areDifferent?: (a: string, b: string) => boolean,
): Forbidden | undefined {
  if (a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind) return 'kind';
  if (a.id !== undefined && b.id !== undefined) {
    if (areDifferent?.(a.id, b.id) === true) return 'decided';
    if (a.parents?.includes(b.id) === true || b.parents?.includes(a.id) === true) return 'parent';
  }
  if (conflicting(a.identifiers ?? [], b.identifiers ?? [])) return 'identifier';
  if (!measured) return undefined;
  const { names, alignment } = measured;
  const left = leftPlaces(names[0], alignment.ofA);
  const right = leftPlaces(names[1], alignment.ofB);
  if (comparePlaces(left, right) === 'conflict') return 'place';
  return differentYears(names, alignment) ? 'period' : undefined;
}

/** Two values of one scheme, and no value in common. */
function conflicting(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0 || a.some((each) => b.includes(each))) return false;
  return a.some((each) => b.some((other) => schemeOf(each) === schemeOf(other)));
}

function schemeOf(identifier: string): string {
  return identifier.slice(0, identifier.indexOf(':') + 1);
}

/** Years that only one of the names has, on both sides: `MED 2007` and `MED 2014`. */
function differentYears(
  names: readonly [Name, Name],
  { ofA, ofB }: Measured['alignment'],
): boolean {
  const isYear = (name: Name, likeness: Float64Array) =>
    name.words.some(
      (word, at) =>
        likeness[at] === 0 && word.role === 'number' && /^(?:19|20)\d\d$/.test(word.text),
    );
  return isYear(names[0], ofA) && isYear(names[1], ofB);
}
