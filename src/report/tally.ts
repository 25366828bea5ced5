/** Counts things by columns and groups, and every thing once in all. */
export interface Tally {
  /** One thing that belongs to all of these groups; to none, it is not counted at all. */
  add(column: string, groups: readonly string[]): void;
  groups(): string[];
  of(group: string): readonly number[];
  total(): readonly number[];
}

export function tally(columns: readonly string[]): Tally {
  const byGroup = new Map<string, number[]>();
  const total = columns.map(() => 0);
  const increase = (counts: number[], at: number) => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  return {
    add: (column, groups) => {
      const at = columns.indexOf(column);
      for (const group of groups) {
        const counts = byGroup.get(group) ?? columns.map(() => 0);
        byGroup.set(group, counts);
        increase(counts, at);
      }
      if (groups.length > 0) increase(total, at);
    },
    groups: () => [...byGroup.keys()],
    of: (group) => byGroup.get(group) ?? columns.map(() => 0),
    total: () => total,
  };
}
