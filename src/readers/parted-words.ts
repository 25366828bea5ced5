/** Words with a hyphen after them in ordinary writing, and hardly the first part of a divided one. */
const prefixes: ReadonlySet<string> = new Set(['co', 'e', 'non', 'self', 'vice', 'well']);

/** Whether a word that a line end parts is written without the hyphen there: not in `Co-operatives`, `long-term`. */
export function dropsHyphen(
  left: string,
  right: string,
  isWord: (word: string) => boolean,
): boolean {
  if (isWord(left + right)) return true;
  return !isWord(`${left}-${right}`) && !prefixes.has(left.toLowerCase());
}

/** Tells of the words in the texts, whatever their case; words with hyphens too, parts at the ends of lines not. */
export function wordsOf(texts: readonly string[]): (word: string) => boolean {
  const words = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(
      /[\p{L}\p{M}'’]{1,60}(?:[-\u2010][\p{L}\p{M}'’]{1,60}){0,3}(?![-\u2010]$)/gu,
    ))
      words.add(word.toLowerCase());
  return (word) => words.has(word.toLowerCase());
}
