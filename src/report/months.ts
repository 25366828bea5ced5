/**
 * How many months a period has, its first and last one included: 52 from 2019-09 to 2023-12; twelve for each year where
 * both ends are known to the year only. Undefined where one end is less precise than the other, or open.
 */
export function monthsBetween(start: string | undefined, end: string | undefined) {
  const [from, to] = [monthOf(start), monthOf(end)];
  if (!from || !to || (from.month === undefined) !== (to.month === undefined)) return undefined;
  const months = (to.year - from.year) * 12 + (to.month ?? 12) - (from.month ?? 1) + 1;
  return months > 0 ? months : undefined;
}

function monthOf(date: string | undefined) {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (!match) return undefined;
  return { year: Number(match[1]), month: match[2] === undefined ? undefined : Number(match[2]) };
}
