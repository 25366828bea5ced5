/** How an acronym was found in a row of words. */
export interface Alignment {
  /** The first word that it takes a letter from. */
  readonly first: number;
  /** How many of its letters begin a word, between 0 and 1. */
  readonly initials: number;
}

/**
 * The shortest end of a row of words that holds the letters of an acronym in order, the first of them at the beginning of a
 * word (Schwartz and Hearst 2003); words and acronym as they are compared. The row is extended to the left while more of the
 * letters then begin words.
 */
export function alignAcronym(
  acronym: string,
  words: readonly string[],
  /** Whether a long form may begin with a word, by its place in the row. */
  isStart: (word: number) => boolean = () => true,
): Alignment | undefined {
  const letters = acronym.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2 || letters.length > 14) return undefined;
  let best: Alignment | undefined;
  for (let first = words.length - 1; first >= 0; first--) {
    if (!words[first]?.startsWith(letters[0] ?? '') || !isStart(first)) continue;
    const initials = bestInitials(letters, words.slice(first));
    if (initials === undefined) continue;
    const share = initials / letters.length;
    if (!best || share > best.initials + 0.01) best = { first, initials: share };
    if (best.initials === 1) break;
  }
  return best;
}

/** The most letters of an acronym that can begin words when all are taken in order; none where they cannot be. */
function bestInitials(letters: string, words: readonly string[]): number | undefined {
  const units: { unit: string; isInitial: boolean }[] = [];
  for (const word of words)
    for (let at = 0; at < word.length; at++)
      units.push({ unit: word[at] ?? '', isInitial: at === 0 });
  // scores[n]: the best count for the first n letters, seen so far
  const scores: number[] = [0, ...Array.from({ length: letters.length }, () => -1)];
  units.forEach(({ unit, isInitial }, place) => {
    for (let taken = letters.length; taken >= 1; taken--) {
      if (letters[taken - 1] !== unit || (taken === 1 && place !== 0)) continue;
      const before = scores[taken - 1] ?? -1;
      if (before < 0) continue;
      const score = before + (isInitial ? 1 : 0);
      if (score > (scores[taken] ?? -1)) scores[taken] = score;
    }
  });
  const total = scores[letters.length] ?? -1;
  return total < 0 ? undefined : total;
}

/** Whether an acronym is made of beginnings of words, in any order: `ULECOOP` of “Leonese Union of cooperatives”. */
export function coversWords(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const reach = Array.from({ length: letters.length + 1 }, () => 0);
  reach[0] = 1;
  for (let at = 0; at < letters.length; at++) {
    if (!reach[at]) continue;
    for (const word of words) {
      let length = 0;
      while (length < word.length && word[length] === letters[at + length]) length++;
      for (let taken = 1; taken <= length; taken++)
        reach[at + taken] = Math.max(
          reach[at + taken] ?? 0,
          (reach[at] ?? 0) + (taken >= 3 ? 10 : 1),
        );
    }
  }
  const total = reach[letters.length] ?? 0;
  return letters.length >= 4 && total > 10;
}

/** Whether an acronym joins beginnings of all words, in their order: `CORI` of “Cooperative Riunite”; empty words count for nothing. */
export function isOfEvery(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replaceAll(/[^\p{L}\p{N}]/gu, '');
  // How many letters may be used up by the words so far.
  let ends = new Set([0]);
  for (const word of words) {
    if (word === '') continue;
    const after = new Set<number>();
    for (const from of ends) {
      let length = 0;
      while (length < word.length && word[length] === letters[from + length]) {
        length++;
        after.add(from + length);
      }
    }
    ends = after;
  }
  return letters.length >= 3 && ends.has(letters.length);
}

/** Whether enough letters of an acronym begin words, in any order, for it to be that of the name in another language; other scripts tell nothing. */
export function sharesInitials(acronym: string, words: readonly string[]): boolean {
  const letters = new Set(acronym.replaceAll(/[^\p{L}]/gu, ''));
  const isLatin = /^[a-z]/.test(acronym);
  if (!words.some((word) => /^[a-z]/.test(word) === isLatin && /^\p{L}/u.test(word))) return true;
  const initials = new Set(words.map((word) => word[0] ?? ''));
  let shared = 0;
  for (const letter of letters) if (initials.has(letter)) shared++;
  return shared / letters.size > 0.34;
}
