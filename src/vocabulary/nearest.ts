/**
 * Those of `known` that lie nearest to `text`, nearest first, at most `limit`; after them those in which a word begins
 * with it. Both sides are folded texts.
 */
export function nearest(text: string, known: Iterable<string>, limit: number): string[] {
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of known) {
    const distance = misspelt(text, name);
    if (distance !== undefined) found.push({ name, distance });
    else if (text.length >= 3 && startsWord(name, text)) found.push({ name, distance: 9 });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, limit).map(({ name }) => name);
}

/**
 * How many slips lie between two folded texts, by optimal string alignment (Damerau 1964: a swap of neighbours counts
 * one), or undefined where that is more than a third of the longer one (at least 1, at most 4), or one is longer than any
 * name.
 */
export function misspelt(text: string, name: string): number | undefined {
  if (Math.max(text.length, name.length) > longest) return undefined;
  const bound = Math.min(4, Math.max(1, Math.floor(Math.max(text.length, name.length) / 3)));
  if (Math.abs(name.length - text.length) > bound) return undefined;
  const distance = alignment(text, name, bound);
  return distance <= bound && !hasOtherWord(text, name) ? distance : undefined;
}

/** Whether a whole word is another one, as in `south africa` and `north africa`: no slip makes it. */
function hasOtherWord(text: string, name: string): boolean {
  const [words, others] = [text.split(' '), name.split(' ')];
  if (words.length === 1 || words.length !== others.length) return false;
  return words.some((word, at) => {
    const other = others[at] ?? '';
    return Math.max(word.length, other.length) > particle && misspelt(word, other) === undefined;
  });
}

/** Articles and the like, `di` for `del`, are mistaken as a whole. */
const particle = 3;

/** No name of a record, a field or a concept is as long. */
const longest = 200;

function startsWord(name: string, text: string): boolean {
  return name.startsWith(text) || name.includes(` ${text}`);
}

/** Edits between two texts, or more than `bound` as soon as that is certain; only the band that it allows is walked. */
function alignment(a: string, b: string, bound: number): number {
  const far = bound + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => Math.min(index, far));
  for (let row = 1; row <= a.length; row++) {
    const line: number[] = [];
    const first = Math.max(1, row - bound);
    line[first - 1] = first === 1 ? Math.min(row, far) : far;
    let least = line[first - 1] ?? far;
    for (let column = first; column <= Math.min(b.length, row + bound); column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? far) + 1,
        (line[column - 1] ?? far) + 1,
        (last[column - 1] ?? far) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? far) + 1);
      line[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > bound) return least;
    before = last;
    last = line;
  }
  return last[b.length] ?? far;
}
