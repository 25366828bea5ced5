import type { Word } from '../text/word.ts';

/** Cases of Greek, so that a name is one in all of them. */
const greekEnding = /(?:ματοσ|εωσ|ησ|ασ|οσ|εσ|ου|ων|ην|αν|ον|ησ|η|α|ο|ι|υ)$/;

/** The words of a name as they are compared within a document: without articles at the beginning, cases and small words. */
export function nameKey(words: readonly Word[]): string {
  return tokensOf(words).join(' ');
}

export function tokensOf(words: readonly Word[]): string[] {
  const tokens = words.map((word) => tokenOf(word.key));
  let first = 0;
  while (first < tokens.length - 1 && small.has(tokens[first] ?? '')) first++;
  return tokens.slice(first).filter((token, at) => at === 0 || !small.has(token));
}

/** One word as it is compared. */
export function tokenOf(key: string): string {
  if (/^[α-ω]/.test(key) && key.length > 4) return key.replace(greekEnding, '');
  if (/^[\u0621-\u064a]/.test(key))
    return key.replace(/^(?:[وفبك]?ال|[وف]?لل)(?=[\u0621-\u064a]{2})/, '');
  return key;
}

const small = new Set(
  'the a an le la les l el los las il lo i gli o os as els η ο το τησ του των οι τα την τον of for and de du des d del di della dell delle dei degli do da dos das dels et y e και per pour por para'.split(
    ' ',
  ),
);
