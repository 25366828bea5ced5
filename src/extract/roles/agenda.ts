import type { Passage } from '../text/passage.ts';

/** Whether a document is a programme of a day: some of its lines begin with an hour. */
export function hasHours({ text, blocks }: Passage): boolean {
  let hours = 0;
  for (const { start } of blocks)
    if (/^\d{1,2}\s?[.:hH]\s?\d{2}\b/.test(text.slice(start, start + 8)) && ++hours > 2)
      return true;
  return false;
}
