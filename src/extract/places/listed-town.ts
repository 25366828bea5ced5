import type { Passage, PassageBlock } from '../text/passage.ts';
import type { Stretch } from './place-context.ts';
import { placeNames } from './place-names.ts';

/** Whether a name stands in a list beside a town of a country. */
export function isListedTown(
  passage: Passage,
  block: PassageBlock,
  at: Stretch,
  country: string,
): boolean {
  const { text, words } = passage;
  return [-1, 1].some((step) => {
    const near = step < 0 ? at.first - 1 : at.last;
    const index = words[near]?.shape === 'lower' ? near + step : near;
    const word = words[index];
    if (!word || index < block.firstWord || index >= block.lastWord) return false;
    const end = words[at.last - 1]?.end ?? 0;
    const gap =
      step < 0 ? text.slice(word.end, words[at.first]?.start) : text.slice(end, word.start);
    if (!/^(?:\s?[,،;]\s|\s?[,،;]?\s\p{L}{1,3}\s)$/u.test(gap)) return false;
    return placeNames()
      .find(text, words, index, index + 1, ({ entries }) => entries)
      .some(({ entries }) =>
        entries.some(({ payload }) => payload.sort === 'city' && payload.city.country === country),
      );
  });
}
