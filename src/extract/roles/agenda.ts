import type { Passage } from '../text/passage.ts';

/** Whether a document is a programme of a day: some of its lines begin with an hour. */
export function hasHours({ text, blocks }: Passage): boolean {
  let hours = 0;
  for (const { start } of blocks)
    if (hourFirst.test(text.slice(start, start + 16)) && ++hours > 2) return true;
  return false;
}

/** “9.30”, and “**9h30**” or “| 9:30 |” in Markdown. */
const hourFirst = /^[*_|\s]{0,6}\d{1,2}\s?[.:hH]\s?\d{2}\b/;
