/**
 * Milliseconds of processor time that `work` costs this process: the least of so many `times`, as a shared machine only ever adds.
 * Unlike the time of a clock it is hardly longer when other processes want the processor too, so that tests may run side by side.
 */
export function cost(work: () => unknown, times = 1): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, millisecondsSince(before));
  }
  return least;
}

/** The same for work that is awaited; nothing else may be under way in the process meanwhile. */
export async function costOf(work: () => Promise<unknown>, times = 1): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    await work();
    least = Math.min(least, millisecondsSince(before));
  }
  return least;
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
