import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';
import { parseNumber } from './number.ts';

/** A part of a hundred; canonical form `12.5 %`. */
export const percent: Value = {
  name: 'percent',
  expects: 'a percentage such as 30 or 12.5 %',
  parse: (node) => {
    const value = isText(node) ? percentIn(node) : undefined;
    return value === undefined ? { reason: '' } : { value: `${value} %` };
  },
};

/** Reads `30`, `12,5 %`; undefined where that is no part of a hundred. */
export function percentIn(written: string): number | undefined {
  // After a part of a hundred three digits are decimals: thousands would be more than the whole.
  const value = parseNumber(written.trim().replace(/\s*[%٪]$/, ''), true);
  return value !== undefined && value >= 0 && value <= 100 ? value : undefined;
}
