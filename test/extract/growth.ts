import { cost } from '../cost.ts';

const longest = 200_000;

/** How many times as much a text of eight times the length costs; near 8 where the cost grows with length, 64 where with its square. */
export function growth(unit: string, run: (text: string) => unknown): number {
  const whole = unit.repeat(Math.ceil(longest / unit.length));
  const eighth = whole.slice(0, whole.length / 8);
  run(eighth);
  const [long, short] = [cost(() => run(whole), 3), cost(() => run(eighth), 6)];
  return long / Math.max(3, short);
}
