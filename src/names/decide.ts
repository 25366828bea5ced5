import type { Likeness } from './likeness.ts';
import type { ReasonName } from './reason.ts';
import { thresholds } from './weights.ts';

/** What to do with two actors: they are one, someone should look, or they are not. */
export type Decision = 'same' | 'review' | 'no';

/** Evidence on which even unlike names are one. */
const hard: readonly ReasonName[] = ['identifier', 'domain'];

/** How far a score lies above the next best, in natural log-odds; a candidate without rivals leads by its whole score. */
export function leadOf(score: number, next = 0): number {
  return odds(score) - odds(next);
}

function odds(score: number): number {
  const kept = Math.min(Math.max(score, least), 1 - least);
  return Math.log(kept / (1 - kept));
}

const least = 1e-5;

/**
 * Decides on a likeness and its lead ({@link leadOf}) over the next best candidate. Never “same” on an acronym
 * alone, on a name that has a place, year or number more, or across anything that forbids it.
 */
export function decide(
  { score, reasons, forbidden }: Pick<Likeness, 'score' | 'reasons' | 'forbidden'>,
  lead: number,
): Decision {
  if (forbidden === 'place' || forbidden === 'period')
    return score >= thresholds.same ? 'review' : 'no';
  if (forbidden !== undefined || score < thresholds.review) return 'no';
  const isHard = reasons.some(({ reason, weight }) => weight > 0 && hard.includes(reason));
  const isLocal = reasons.some(({ reason, weight }) => weight > 0 && reason === 'country');
  const isDoubtful = reasons.some(
    ({ reason, weight }) =>
      (reason === 'letters' && !isLocal) ||
      (weight < 0 && (reason === 'place' || reason === 'number' || reason === 'country')),
  );
  if (score < thresholds.same || lead < thresholds.lead) return 'review';
  return isDoubtful && !isHard ? 'review' : 'same';
}
