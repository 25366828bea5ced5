import type { Node } from './node.ts';
import { isText } from './node.ts';
import type { Path, Problem } from './message.ts';

/** The error of a time that ends before it begins, as far as both dates say; dates in canonical form. */
export function spanProblem(
  from: string,
  to: string,
  values: { readonly [key: string]: Node | undefined },
  path: Path,
): Problem | undefined {
  const [start, end] = [values[from], values[to]];
  if (!isText(start) || !isText(end) || start.startsWith('X') || end.startsWith('X'))
    return undefined;
  const shared = Math.min(start.length, end.length);
  if (start.slice(0, shared) <= end.slice(0, shared)) return undefined;
  return {
    severity: 'error',
    rule: 'period',
    reason: `Expected ${to} not before ${from}, found ${from} ${start} and ${to} ${end}`,
    path,
  };
}
