/** How much a key of each sort says, against its rarity alone: keys that follow from one another would count twice. */
const factors: Readonly<{ [sort: string]: number }> = {
  no: 3,
  site: 2,
  is: 2.5,
  set: 1.2,
  two: 0.6,
  one: 1,
  in: 0.6,
  abc: 1.1,
  from: 0.35,
  to: 0.3,
  con: 0.6,
};

/** The factor of a key's sort. */
export function factorOf(key: string): number {
  return factors[key.slice(0, key.indexOf(':'))] ?? 1;
}

/** What it says that a key leads to `df` of `size` records. */
export function worth(df: number, size: number): number {
  return Math.max(0.1, Math.log((size + 1) / Math.max(df, 1)));
}
