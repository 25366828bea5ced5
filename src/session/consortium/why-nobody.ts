import type { Candidate } from '../../core/consortium/fit.ts';
import type { Suggested } from '../../core/consortium/suggest.ts';

/** What was asked of a suggestion, and how to ask for another one. */
interface Asked {
  readonly suggested: Suggested;
  /** How many count already, and how many there shall be in all. */
  readonly inside: number;
  readonly size: number | undefined;
  /** Those who could join, and those of them whom `--country` and `--exclude` leave. */
  readonly all: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  readonly again: (candidates: readonly Candidate[], joining: number | undefined) => Suggested;
}

/** A phrase with what it tells. */
export interface Why {
  readonly key: string;
  readonly parts: Readonly<{ [name: string]: number }>;
}

/** Which wish of the call is in the way, where nobody completes a consortium or a condition is given up; undefined where none is. */
export function whyNobody(asked: Asked): Why | undefined {
  const { suggested, inside, size, all, candidates, again } = asked;
  const { suggestions, hopeless, early, least } = suggested;
  const isFiltered = candidates.length < all.length;
  const joining = size === undefined ? undefined : size - inside;
  if (early) return undefined;
  if (suggestions.length > 0)
    return isFiltered &&
      hopeless.length > 0 &&
      again(all, joining).hopeless.length < hopeless.length
      ? { key: 'suggest-filter', parts: {} }
      : undefined;
  const filter: Why = { key: 'suggest-none-filter', parts: {} };
  const isFilter = () => isFiltered && again(all, joining).suggestions.length > 0;
  if (size === undefined || joining === undefined) return isFilter() ? filter : undefined;
  if (joining < least)
    return { key: 'suggest-none-small', parts: { size, needed: inside + least } };
  if (isFilter()) return filter;
  if (joining > candidates.length)
    return { key: 'suggest-none-few', parts: { size, count: inside + candidates.length } };
  const other = again(candidates, undefined);
  return other.suggestions.length > 0
    ? { key: 'suggest-none-size', parts: { size, other: inside + other.size } }
    : undefined;
}
