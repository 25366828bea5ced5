import type { TextSpan } from '../../core/document.ts';
import type { Fit } from './tally.ts';

/** Whether one of these places equals, or shares letters with, one of those. */
export function meeting(ones: readonly TextSpan[], others: readonly TextSpan[]): Fit {
  let near = false;
  for (const one of ones) {
    for (const other of others) {
      if (one.start === other.start && one.end === other.end) return 'exact';
      near ||= one.start < other.end && other.start < one.end;
    }
  }
  return near ? 'near' : 'none';
}

/** Whether a place lies in another, or is the same. */
export function within(one: TextSpan, other: TextSpan): boolean {
  return other.start <= one.start && one.end <= other.end;
}
