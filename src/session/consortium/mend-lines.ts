import type { Condition } from '../../core/consortium/call.ts';
import type { Wish } from '../../core/consortium/fit.ts';
import type { Mend } from '../../core/consortium/mend.ts';
import { toTerminal } from '../../terminal/text.ts';
import type { Session } from '../session.ts';
import type { Words } from './words.ts';

/** Puts a text on a page, wrapped and indented. */
export type Put = (indent: number, text: string, paint?: (line: string) => string) => void;

/** Who could mend a condition that fails, as people read it: how many are needed first, since one alone may not do. */
export function putMend(
  { about }: Condition,
  mend: Mend,
  wish: Wish,
  words: Words,
  { palette }: Session,
  put: Put,
  lines: string[],
): void {
  const { say } = words;
  const { byJoining, candidates, insiders, lack, left, more } = mend;
  if (!byJoining) put(4, say('mend-not-by-joining'));
  if (lack > 1 && about === 'countries') put(4, say('mend-countries', { count: lack }));
  if (lack > 1 && about === 'partners') put(4, say('mend-partners', { count: lack }));
  for (const id of insiders) put(4, say('mend-lead', { name: id }));
  if (byJoining && candidates.length === 0) put(4, say('mend-nobody'), palette.warning);
  if (candidates.length > 0)
    put(4, words.label(lack > 1 ? 'mend-nearer' : 'mend-could', '').trimEnd());
  for (const candidate of candidates) {
    lines.push(
      `      ${palette.id(toTerminal(candidate.id))}  ${palette.strong(toTerminal(candidate.title))} · ${toTerminal(words.seat(candidate))}`,
    );
    const reasons = words.reasons(candidate, wish);
    if (reasons !== '') put(10, reasons, palette.quiet);
  }
  if (more > 0) put(6, say('mend-more', { count: more }), palette.quiet);
  if (candidates.length > 0 && mend.nobodyFrom.length > 0) {
    const countries = words.list(mend.nobodyFrom.map(words.country));
    put(4, say('mend-nobody-from', { countries }), palette.warning);
  } else if (candidates.length > 0 && left > 0)
    put(4, say('mend-left', { count: left }), palette.warning);
}
