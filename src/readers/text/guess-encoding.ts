/** The code pages in which the eight languages were written before Unicode; the first wins a tie. */
const codePages = ['windows-1252', 'windows-1253', 'windows-1256'] as const;

/** Words are judged up to here; a code page shows itself in a few hundred letters. */
const sampleBytes = 256 * 1024;

/** The Latin letters of French, Spanish, Italian, Portuguese and Catalan beyond ASCII. */
const romance = /[àáâãäçèéêëìíîïñòóôõöœùúûüŀæªº]/i;

/**
 * The code page in which the words look like words: one script a word, capitals first, few accents among Latin letters.
 * `undefined` where they look like words in none of them.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const scored = codePages.map((name) => ({ name, score: scoreOf(sample, name) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score >= 0 ? best.name : undefined;
}

function scoreOf(sample: Uint8Array, encoding: string): number {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(sample);
  } catch {
    return -1;
  }
  // Places that a code page leaves empty become controls.
  let score = -10 * (text.match(/[\u0080-\u009F]/g)?.length ?? 0);
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{1,64}/gu))
    if (/\P{ASCII}/u.test(word)) score += scoreOfWord(word);
  return score;
}

function scoreOfWord(word: string): number {
  const length = word.length;
  if (/^[\p{Script=Arabic}\p{M}]+$/u.test(word)) return length;
  const isCased = word === word.toUpperCase() || word.slice(1) === word.slice(1).toLowerCase();
  if (/^\p{Script=Greek}+$/u.test(word)) return isCased ? length : -length;
  if (!/^\p{Script=Latin}+$/u.test(word)) return -length;
  const accents = word.split('').filter((letter) => letter > '\u007F');
  const strange = accents.filter((letter) => !romance.test(letter)).length;
  const most = length < 3 ? length : Math.ceil(length / 3);
  return isCased && strange === 0 && accents.length <= most ? length : -length;
}
