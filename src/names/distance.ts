const rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/**
 * Edits (a letter more, less, other, or two swapped) between two words of at most 60 letters, or `limit + 1` where there
 * are more than `limit`: optimal string alignment, Boytsov 2011.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 60 || b.length > 60) return limit + 1;
  let [before, last, now] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (last[j - 1] ?? 0) + (letter === other ? 0 : 1);
      const more = Math.min(last[j] ?? 0, now[j - 1] ?? 0) + 1;
      if (more < cost) cost = more;
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === other &&
        (before[j - 2] ?? 0) + 1 < cost
      )
        cost = (before[j - 2] ?? 0) + 1;
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last, now] = [last, now, before];
  }
  return last[b.length] ?? limit + 1;
}
