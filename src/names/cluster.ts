/** Two actors, by number, and how likely they are one. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Groups of numbers that are one, of two or more, from edges: the best edge first, and no group in which any two are
 * forbidden. So a chain of likeness never joins what may not be joined.
 */
export function clusters(
  edges: readonly Edge[],
  isForbidden: (a: number, b: number) => boolean,
): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  const groupOf = (member: number) => {
    const known = groups.get(member) ?? [member];
    groups.set(member, known);
    return known;
  };
  const sorted = edges.toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of sorted) {
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other || one.some((left) => other.some((right) => isForbidden(left, right))))
      continue;
    for (const member of other) {
      one.push(member);
      groups.set(member, one);
    }
  }
  return [...new Set(groups.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}
