import type { TextSpan } from '../../core/document.ts';

/** The sentence, of those of a block in order, that a place of the text lies in or after; found by halving. */
export function sentenceAt<Span extends TextSpan>(
  sentences: readonly Span[],
  place: number,
): Span | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sentences[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}
