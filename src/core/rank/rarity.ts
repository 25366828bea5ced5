/** How much it says that two share something that `count` of `all` have, in bits; never less than nothing. */
export function rarity(count: number, all: number): number {
  return Math.max(0, Math.log2((1 + all) / (1 + count)));
}
