/** Where the lines of a text lie; a text is looked through once, and each question takes the logarithm of its lines. */
export interface Lines {
  /** The number of the line on which a place stands, counted from 1. */
  lineAt(at: number): number;
  /** Where a line begins, after a byte order mark; the last one for those that are not there. */
  startOf(line: number): number;
}

export function linesOf(text: string): Lines {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  const lineAt = (at: number) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
  return { lineAt, startOf: (line) => starts[Math.min(line, starts.length) - 1] ?? 0 };
}
