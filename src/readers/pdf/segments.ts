import { extentOf } from './extent.ts';
import type { Placed, Segment } from './fragment.ts';
import { isRightToLeft } from './fragment.ts';

/** In heights of the letters: from here on a gap is a space, and from here on it parts columns and cells. */
const gaps = { space: 0.2, cell: 1.2 };

/** Joins what was drawn on one base line; a gap wider than words have parts it. */
export function segmentsOf(drawn: readonly Placed[]): Segment[] {
  return baselines(drawn).flatMap((line) => {
    const parts: Placed[][] = [];
    let last: Placed | undefined;
    for (const part of line.toSorted((a, b) => a.x - b.x)) {
      // Some programs make letters bold by drawing them twice.
      if (last && last.text === part.text && part.x - last.x < part.height * 0.15) continue;
      const open = parts.at(-1);
      const isApart = !last || part.x - last.right > gaps.cell * Math.max(part.height, last.height);
      if (!open || isApart) parts.push([part]);
      else open.push(part);
      last = !last || part.right > last.right || isApart ? part : last;
    }
    return withMarks(parts).map(joined);
  });
}

/** What stands at one height, from the top; signs set higher or lower belong to the line they overlap. */
export function baselines<Part extends Placed>(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [];
  for (const part of parts.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && part.y - first.y < 0.4 * Math.max(part.height, first.height))
      line.push(part);
    else lines.push([part]);
  }
  return lines;
}

/** A sign or number of a list stands far from its text and belongs to it. */
function withMarks(parts: readonly (readonly Placed[])[]): (readonly Placed[])[] {
  const text = (index: number) => parts[index]?.map((part) => part.text).join('') ?? '';
  const isMark = (index: number) =>
    /^\s{0,3}(?:[-–—•*·▪◦‣●○➢\uF0B7\uF0A7\uF0D8o]|\d{1,2}[.)]|[a-z]\))\s{0,3}$/.test(text(index));
  if (parts.length === 2 && (isMark(0) || isMark(1))) {
    const [left = [], right = []] = parts;
    if (isRightToLeft(text(0)) ? isMark(1) : isMark(0)) return [[...left, ...right]];
  }
  return [...parts];
}

function joined(parts: readonly Placed[]): Segment {
  const ordered = isRightToLeft(parts.map(({ text }) => text).join(''))
    ? fromTheRight(parts)
    : parts;
  let text = '';
  for (const [index, part] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before && isGap(before, part)) text += ' ';
    text += part.text;
  }
  const longest = parts.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    text: text.replace(/[ \t\u00A0]+/g, ' ').trim(),
    ...extentOf(parts),
    y: longest.y,
    height: longest.height,
  };
}

function isGap(a: Placed, b: Placed): boolean {
  const gap = Math.max(a.x, b.x) - Math.min(a.right, b.right);
  return gap > gaps.space * Math.min(a.height, b.height);
}

/** Right to left, but what is written in another script among it left to right. */
function fromTheRight(parts: readonly Placed[]): Placed[] {
  const ordered: Placed[] = [];
  let run: Placed[] = [];
  for (const part of parts.toReversed()) {
    if (/[A-Za-z0-9\u00C0-\u024F\u0370-\u03FF]/.test(part.text) && !isRightToLeft(part.text))
      run.unshift(part);
    else {
      ordered.push(...run, part);
      run = [];
    }
  }
  return [...ordered, ...run];
}
