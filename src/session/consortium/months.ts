import type { Range } from '../../core/consortium/actor.ts';

/** How many months a period has, its first and last included; a range where a date is known to the year only. */
export function monthsOf(start: string | undefined, end: string | undefined): Range | undefined {
  const [from, to] = [monthRange(start), monthRange(end)];
  if (!from || !to) return undefined;
  return {
    least: Math.max(1, to.least - from.most + 1),
    most: Math.max(1, to.most - from.least + 1),
  };
}

function monthRange(date: string | undefined): Range | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (!match) return undefined;
  const first = Number(match[1]) * 12;
  return match[2] === undefined
    ? { least: first + 1, most: first + 12 }
    : { least: first + Number(match[2]), most: first + Number(match[2]) };
}
