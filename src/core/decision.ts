import { fold } from '../vocabulary/fold.ts';

interface Circumstances {
  readonly by?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly why?: string;
}

/**
 * What a person decided about names: two records are one or are not, or a name that documents use means a record, does not
 * mean it, or (`none`) means nothing that the base wants to hold.
 */
export type Decision = Circumstances &
  (
    | { readonly verdict: 'same' | 'different'; readonly a: string; readonly b: string }
    | { readonly verdict: 'is' | 'is_not'; readonly name: string; readonly record: string }
  );

/** The record of a name that needs none. */
export const nothing = 'none';

/** What decisions say, ready to be asked; a later one replaces an earlier one about the same names. */
export interface Decided {
  /** What was decided about two records, if anything was. */
  between(a: string, b: string): 'same' | 'different' | undefined;
  /** The record that a name means, `none`, or undefined. */
  meaning(name: string): string | undefined;
  /** Records that a name does not mean. */
  excluded(name: string): ReadonlySet<string>;
}

export function decided(decisions: readonly Decision[]): Decided {
  const pairs = new Map<string, 'same' | 'different'>();
  const meanings = new Map<string, string>();
  const excluded = new Map<string, Set<string>>();
  for (const decision of decisions) {
    if ('a' in decision) {
      pairs.set(pairKey(decision.a, decision.b), decision.verdict);
      continue;
    }
    const name = fold(decision.name);
    const not = excluded.get(name) ?? new Set();
    excluded.set(name, not);
    if (decision.verdict === 'is') {
      meanings.set(name, decision.record);
      not.delete(decision.record);
    } else {
      not.add(decision.record);
      if (meanings.get(name) === decision.record) meanings.delete(name);
    }
  }
  return {
    between: (a, b) => pairs.get(pairKey(a, b)),
    meaning: (name) => meanings.get(fold(name)),
    excluded: (name) => excluded.get(fold(name)) ?? new Set(),
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
