import { rarity } from './rarity.ts';
import { stems } from './stems.ts';

/** A text of a record, such as one of its offers. */
export interface Voice {
  readonly key: number;
  readonly text: string;
}

/** Two texts that speak of the same, with the beginnings of words that they share. */
export interface Accord {
  readonly from: Voice;
  readonly to: Voice;
  readonly shared: readonly string[];
  /** Bits of rarity of what is shared, for the length of the two texts; the more, the less it can be chance. */
  readonly weight: number;
}

/** Words that more texts than this have in common pair nothing: too many pairs, and each says little. */
const mostTexts = 2_000;

/** Fewer shared words are chance. */
const leastShared = 2;

/** The best accord of each pair of records, where texts of the ones speak of what texts of the others do. */
export function accords(ones: readonly Voice[], others: readonly Voice[]): readonly Accord[] {
  const [left, right] = [
    ones.map(({ text }) => stems(text)),
    others.map(({ text }) => stems(text)),
  ];
  const counts = new Map<string, number>();
  for (const found of [...left, ...right])
    for (const stem of found) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const all = left.length + right.length;
  const bits = (stem: string) => rarity(counts.get(stem) ?? 0, all);
  const size = (found: ReadonlySet<string>) =>
    [...found].reduce((sum, stem) => sum + bits(stem), 0);
  const [leftSizes, rightSizes] = [left.map(size), right.map(size)];
  const having = new Map<string, number[]>();
  for (const [index, found] of right.entries())
    for (const stem of found) having.set(stem, [...(having.get(stem) ?? []), index]);

  const best = new Map<string, Accord>();
  for (const [index, from] of ones.entries()) {
    const shared = new Map<number, string[]>();
    for (const stem of left[index] ?? [])
      for (const other of (counts.get(stem) ?? 0) > mostTexts ? [] : (having.get(stem) ?? []))
        shared.set(other, [...(shared.get(other) ?? []), stem]);
    for (const [other, found] of shared) {
      const to = others[other];
      if (!to || to.key === from.key || found.length < leastShared) continue;
      const sum = found.reduce((total, stem) => total + bits(stem), 0);
      const length = Math.sqrt((leftSizes[index] ?? 1) * (rightSizes[other] ?? 1));
      const weight = (sum / length) * Math.log2(1 + sum);
      const pair = `${from.key} ${to.key}`;
      if (weight > (best.get(pair)?.weight ?? 0))
        best.set(pair, { from, to, shared: found, weight });
    }
  }
  return [...best.values()].sort(
    (a, b) => b.weight - a.weight || a.from.key - b.from.key || a.to.key - b.to.key,
  );
}
