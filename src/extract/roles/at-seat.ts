import type { Passage } from '../text/passage.ts';
import type { SentenceRow } from '../text/sentence-row.ts';
import { wordRange } from '../text/labels.ts';
import type { FoundRole } from './found-role.ts';
import { roleCues } from './role-cues.ts';

/** “Took place at the headquarters of X”: a place, by which X may be the host and is not said to be. */
export function atSeat(
  { words }: Passage,
  { pieces, block }: SentenceRow,
  at: number,
  role: FoundRole,
): FoundRole {
  if (role.role !== 'host') return role;
  const [cue, host] = [
    pieces[at],
    pieces.find(({ mention }, place) => place > at && mention?.entity === role.entity),
  ];
  if (!cue || !host) return role;
  const [first, last] = wordRange(words, { start: cue.start, end: host.start });
  const { seats } = roleCues(block.language);
  const isAtSeat = words
    .slice(Math.max(first, last - mostToSeat), last)
    .some(({ key }) => seats.has(key));
  return isAtSeat ? { ...role, rule: 'seat' } : role;
}

/** Words between a seat and the body that has it there. */
const mostToSeat = 4;
