import type { Kind, Values } from './kind.ts';
import { textValue } from './record.ts';

/** The first and last day of a record's time as its kind declares them, each null where it is open. */
export function spanOf(
  kind: Kind | undefined,
  values: Values,
): readonly [string | null, string | null] {
  const [from, to] = kind?.span ?? [];
  if (!from) return [null, null];
  const start = textValue(values, from);
  if (start?.includes('/')) {
    const [since = '', until = ''] = start.split('/');
    return [since || null, until || null];
  }
  const end = to === undefined ? undefined : textValue(values, to);
  const until = end ?? (kind?.momentary ? start : undefined);
  return [known(start), known(until)];
}

/** A date without a year says nothing about when. */
function known(date: string | undefined): string | null {
  return date === undefined || date.startsWith('X') ? null : date;
}
