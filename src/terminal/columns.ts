/** Widths of columns that share a room: the widest give way first, none below its least; nothing when even that is too much. */
export function fitColumns(
  wanted: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] | undefined {
  if (sum(wanted) <= room) return wanted;
  if (sum(least) > room) return undefined;
  const atMost = (level: number) =>
    wanted.map((size, index) => Math.max(least[index] ?? 0, Math.min(size, level)));
  let level = Math.min(room, Math.max(...wanted));
  while (sum(atMost(level)) > room) level -= 1;
  const widths = atMost(level);
  let left = room - sum(widths);
  return widths.map((size, index) => {
    if (left === 0 || size !== level || (wanted[index] ?? 0) <= size) return size;
    left -= 1;
    return size + 1;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
