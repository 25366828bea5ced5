import type { TextSpan } from '../core/document.ts';

/** The first and longest of places that overlap. */
export function apart<Place extends TextSpan>(places: readonly Place[]): readonly Place[] {
  const sorted = places.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Place[] = [];
  for (const place of sorted) if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  return kept;
}
