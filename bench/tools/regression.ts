/** One case: what was measured of it, whether it is so, and how much it counts. */
export interface Case {
  readonly values: Float64Array;
  readonly label: number;
  readonly weight: number;
}

/** What is known of a weight beforehand: where it should lie, and how strongly it is held there; and its sign, if it must have one. */
export interface Belief {
  readonly mean: number;
  readonly strength: number;
  readonly sign?: 1 | -1;
}

/** Weights of a logistic regression; those that come out against their sign are left to what is believed, the worst first, and the others fitted again. */
export function fit(cases: readonly Case[], beliefs: readonly Belief[]): Float64Array {
  const held = new Set<number>();
  for (;;) {
    const weights = newton(cases, beliefs, held);
    let worst = -1;
    let most = 1e-6;
    for (const [at, { sign }] of beliefs.entries()) {
      const against = sign === undefined ? 0 : -(weights[at] ?? 0) * sign;
      if (against > most) [worst, most] = [at, against];
    }
    if (worst < 0) return weights;
    held.add(worst);
  }
}

/** Newton's method, no step longer than 3. */
function newton(
  cases: readonly Case[],
  beliefs: readonly Belief[],
  held: ReadonlySet<number>,
): Float64Array {
  const size = beliefs.length;
  const weights = new Float64Array(size);
  const sparse = cases.map((each) => ({
    ...each,
    places: [...each.values.keys()].filter((at) => each.values[at] !== 0 && !held.has(at)),
  }));
  for (let times = 0; times < 25; times++) {
    const slope = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size));
    for (const { values, label, weight, places } of sparse) {
      let odds = 0;
      for (const at of places) odds += (weights[at] ?? 0) * (values[at] ?? 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const error = weight * (label - chance);
      const spread = weight * chance * (1 - chance);
      for (const at of places) {
        const value = values[at] ?? 0;
        slope[at] = (slope[at] ?? 0) + error * value;
        const row = curve[at];
        for (const other of places)
          if (row) row[other] = (row[other] ?? 0) + spread * value * (values[other] ?? 0);
      }
    }
    for (const [at, { mean, strength }] of beliefs.entries()) {
      slope[at] = (slope[at] ?? 0) - strength * ((weights[at] ?? 0) - mean);
      const row = curve[at];
      if (row) row[at] = (row[at] ?? 0) + strength + 1e-6;
    }
    let longest = 0;
    for (const [at, step] of solve(curve, slope).entries()) {
      const short = Math.max(-3, Math.min(3, step));
      weights[at] = (weights[at] ?? 0) + short;
      longest = Math.max(longest, Math.abs(short));
    }
    if (longest < 1e-3) break;
  }
  return weights;
}

/** Gauss and Jordan, with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => Float64Array.from([...row, right[at] ?? 0]));
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let below = at + 1; below < size; below++)
      if (Math.abs(rows[below]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = below;
    const [one, other] = [rows[at], rows[pivot]];
    if (!one || !other) continue;
    rows[at] = other;
    rows[pivot] = one;
    for (const [place, row] of rows.entries()) {
      if (place === at) continue;
      const factor = (row[at] ?? 0) / (other[at] ?? 1);
      if (factor === 0) continue;
      for (let column = at; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (other[column] ?? 0);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
