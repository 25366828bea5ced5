import type { TextSpan } from '../../core/document.ts';
import { cueWords } from '../text/cues.ts';
import { inOrder } from '../text/mention.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import type { Phrases } from '../text/phrases.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';
import { firstAt } from '../text/spans.ts';
import type { RoledDate } from './date-roles.ts';

/** The first lines, among which is the one that says that a paper is minutes, and how many words may stand before that. */
const head = { blocks: 8, words: 3 } as const;

/** Words without a day that announce what the next block tells are no longer, in code units. */
const longestHeading = 60;

/** Whether a paper says of itself at its head that it is the minutes of a meeting. */
export function isMinutes(passage: Passage): boolean {
  const pieces = piecesOf(passage);
  const { minutes } = cues();
  return passage.blocks.slice(0, head.blocks).some(({ sentences: [first] }) => {
    if (!first) return false;
    const from = firstFrom(pieces, first.start);
    return pieces
      .slice(from, from + head.words)
      .some(
        ({ sentence }, at) =>
          sentence.start === first.start && minutes.at(pieces, from + at) !== undefined,
      );
  });
}

/**
 * Where a paper about one meeting tells of the next: the sentences that say so, and what stands below a heading that does. A paper
 * is about an earlier one if it is minutes, or has told the day of another event before.
 */
export function nextMeetings(passage: Passage, dates: readonly RoledDate[]): readonly TextSpan[] {
  const pieces = piecesOf(passage);
  const { next } = cues();
  const spans: TextSpan[] = [];
  let isToldOf = isMinutes(passage);
  let at = 0;
  let last: TextSpan | undefined;
  passage.blocks.forEach((block, index) => {
    for (let each = firstFrom(pieces, block.start); ; each++) {
      const piece = pieces[each];
      if (!piece || piece.start >= block.end) break;
      const { sentence } = piece;
      if (sentence === last || !next.at(pieces, each)) continue;
      last = sentence;
      for (; (dates[at]?.start ?? Infinity) < sentence.start; at++)
        if (dates[at]?.role === 'event' && (dates[at]?.start ?? 0) >= (spans.at(-1)?.end ?? 0))
          isToldOf = true;
      if (!isToldOf) continue;
      const isDated = (dates[at]?.end ?? Infinity) <= sentence.end;
      const isHeading = sentence.end - sentence.start <= longestHeading && !isDated;
      spans.push({
        start: sentence.start,
        end: isHeading ? endBelow(passage, block, index) : sentence.end,
      });
    }
  });
  return inOrder(spans);
}

/** “Next meeting” above “Date: 4 June”: the end of the rest of its block, else of the block below and of the labelled lines after it. */
function endBelow({ text, blocks }: Passage, block: PassageBlock, index: number): number {
  if (block.sentences.length > 1) return block.end;
  let last = index + 1;
  while (last < index + mostBelow && isLabelled(text, blocks[last + 1])) last++;
  return blocks[last]?.end ?? block.end;
}

/** So many lines below such a heading may tell of the next meeting. */
const mostBelow = 5;

function isLabelled(text: string, block: PassageBlock | undefined): boolean {
  return block !== undefined && /^.{2,30}:\s/u.test(text.slice(block.start, block.start + 34));
}

/** Whether a place of the text lies in one of such spans. */
export function isIn(spans: readonly TextSpan[], place: number): boolean {
  return place < (spans[firstAt(spans, place + 1) - 1]?.end ?? 0);
}

interface Cues {
  readonly next: Phrases<true>;
  readonly minutes: Phrases<true>;
}

let made: Cues | undefined;

function cues(): Cues {
  return (made ??= {
    next: cueWords('dates', 'next_meeting'),
    minutes: cueWords('dates', 'minutes'),
  });
}
