import type { Placed } from './fragment.ts';

/** How far parts of a page reach from left to right; a page may have more parts than a call has arguments. */
export function extentOf(parts: readonly Pick<Placed, 'x' | 'right'>[]): {
  readonly x: number;
  readonly right: number;
} {
  return parts.reduce(
    (extent, part) => ({
      x: Math.min(extent.x, part.x),
      right: Math.max(extent.right, part.right),
    }),
    { x: Infinity, right: -Infinity },
  );
}
