/**
 * A concept, tag or kind of a record as one word of the full text, so that a match can ask for it beside words. No word that
 * somebody types is like it: `§` and `¬` are letters to the tokenizer and spaces to `fold`.
 */
export function facetToken(facet: string, value: string): string {
  return `§${facet}§${value.replaceAll(other(value), '¬')}`;
}

/** Finds what is no letter or digit; most values are ASCII, and the classes of Unicode take a millisecond to be prepared. */
function other(value: string): RegExp {
  return isPlain.test(value) ? /[^a-zA-Z\d]+/g : /[^\p{L}\p{N}]+/gu;
}

const isPlain = /^[\0-\x7f]*$/;

/** Whether a word of the index is one of these. */
export function isFacetToken(word: string): boolean {
  return word.startsWith('§');
}
