import { extentOf } from './extent.ts';
import type { Segment } from './fragment.ts';
import { isRightToLeft } from './fragment.ts';

/** Width of the strips in which a page is looked at, in points. */
const strip = 3;

/** Parts a page into columns of prose, in reading order; tables stay whole, for their cells are short. */
export function columnsOf(segments: readonly Segment[], depth = 0): (readonly Segment[])[] {
  const gutter = depth < 3 ? gutterOf(segments) : undefined;
  if (gutter === undefined) return segments.length > 0 ? [segments] : [];
  const columns: (readonly Segment[])[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  const flush = () => {
    const sides = isRightToLeft([...left, ...right].map(({ text }) => text).join(' '))
      ? [right, left]
      : [left, right];
    for (const side of sides) columns.push(...columnsOf(side, depth + 1));
    [left, right] = [[], []];
  };
  let across: Segment[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const isLeft = segment.right <= gutter + strip;
    if (!isLeft && segment.x < gutter - strip) {
      if (left.length + right.length > 0) flush();
      across.push(segment);
      continue;
    }
    if (across.length > 0) columns.push(across);
    across = [];
    (isLeft ? left : right).push(segment);
  }
  if (across.length > 0) columns.push(across);
  flush();
  return columns;
}

/** The middle of the widest strip that few lines cross, where there is prose on both sides. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  if (segments.length < 10) return undefined;
  const { x: from, right: to } = extentOf(segments);
  const strips = Math.min(2000, Math.ceil((to - from) / strip));
  const changes = Array.from({ length: strips + 2 }, () => 0);
  const stripAt = (x: number) => Math.min(strips, Math.max(0, Math.floor((x - from) / strip)));
  for (const { x, right } of segments) {
    changes[stripAt(x)] = (changes[stripAt(x)] ?? 0) + 1;
    changes[stripAt(right) + 1] = (changes[stripAt(right) + 1] ?? 0) - 1;
  }
  let covered = 0;
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, change] of changes.entries()) {
    covered += change;
    const isInside = index > strips * 0.15 && index < strips * 0.85;
    if (!isInside || covered > segments.length * 0.1) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  if (best.length < 3) return undefined;
  const gutter = from + (best.start + best.length / 2) * strip;
  const left = segments.filter(({ right }) => right <= gutter);
  const right = segments.filter(({ x }) => x >= gutter);
  return isProse(left) && isProse(right) ? gutter : undefined;
}

/** At least five lines, most of which fill much of their column. */
function isProse(segments: readonly Segment[]): boolean {
  if (segments.length < 5) return false;
  const { x: from, right: to } = extentOf(segments);
  const full = segments.filter(
    ({ x, right, text }) => right - x > (to - from) * 0.6 && text.length > 12,
  );
  return full.length >= segments.length * 0.55;
}
