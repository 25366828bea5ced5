const longest = 200_000;

/**
 * How many times as long a text of eight times the length takes; near 8 where time grows with length, 64 where with its square.
 * The least of several runs is compared, as a shared machine only ever adds.
 */
export function growth(unit: string, run: (text: string) => unknown): number {
  const whole = unit.repeat(Math.ceil(longest / unit.length));
  const eighth = whole.slice(0, whole.length / 8);
  const least = (text: string, times: readonly number[]) =>
    Math.min(
      ...times.map(() => {
        const start = performance.now();
        run(text);
        return performance.now() - start;
      }),
    );
  run(eighth);
  return least(whole, [1, 2]) / Math.max(3, least(eighth, [1, 2, 3, 4]));
}
