import type { NameScan } from './name-scan.ts';

/** Past the last word of a bracket that begins at a word; of those that hold several things, of the first. */
export function bracketEnd(scan: NameScan, at: number): number | undefined {
  const { shadow } = scan.passage;
  for (let last = at; last < Math.min(at + 18, scan.last); last++) {
    const from = scan.words[last]?.end ?? 0;
    const next = shadow.slice(from, Math.min(from + 3, scan.words[last + 1]?.start ?? from + 3));
    if (/^["'.+]{0,2}\)/.test(next) || /^[,;]/.test(next) || next.startsWith(' - '))
      return last + 1;
  }
  return undefined;
}

/** What a short name looks like: capitals, a brand, dotted letters, at most four words, the first of them such. */
export function shortAt(scan: NameScan, first: number, last: number): string | undefined {
  const word = scan.words[first];
  if (!word || last - first > 6) return undefined;
  const keys = scan.words.slice(first, last).map((each) => each.key);
  const text = scan.passage.text.slice(word.start, scan.words[last - 1]?.end ?? word.end);
  if (/\d{4}|@|:\/\//.test(text) || text.length > 32) return undefined;
  const isDotted = /^(?:\p{L}{1,3}\.){1,7}\p{L}{0,4}$/u.test(text);
  if (!isDotted && last - first > 3) return undefined;
  if (
    !isDotted &&
    word.shape !== 'upper' &&
    word.shape !== 'mixed' &&
    !(word.shape === 'capital' && last - first <= 2)
  )
    return undefined;
  if (word.shape === 'upper' && word.key.length < 2 && !isDotted) return undefined;
  if (
    /^(?:i{1,3}|iv|v|vi{1,3}|ix|x|eur|usd|mad|tnd|n|nb|p|pp|ed|eds|cf|ex|es)$/.test(keys[0] ?? '')
  )
    return undefined;
  // “ESF+”: the sign is the initial of “plus”.
  const isPlus = scan.passage.text[scan.words[last - 1]?.end ?? 0] === '+';
  return keys.join('') + (isPlus ? 'p' : '');
}

/** Whether words stand in a row with nothing but blanks between. */
export function isWordRow(scan: NameScan, first: number, last: number): boolean {
  for (let at = first; at < last - 1; at++) if (scan.gap(at) !== 'space') return false;
  return true;
}
