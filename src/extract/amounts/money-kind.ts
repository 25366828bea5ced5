import type { MoneyMention } from './money.ts';
import { moneyWords } from './money-words.ts';
import type { Piece } from '../text/pieces.ts';

/** So many words before a sum its cue may stand, and after it. */
const before = 14;
const after = 7;

/** A cue after a sum must be so much nearer than one before it. */
const weightAfter = 1.5;

/** What a sum is, by the nearest cue of its sentence that no other sum stands before; `low` and `high` are the sums around it. */
export function kindOfMoney(
  pieces: readonly Piece[],
  from: number,
  next: number,
  low: number,
  high: number,
): MoneyMention['kind'] {
  const { kinds } = moneyWords();
  const { sentence } = pieces[from] ?? {};
  const found: { readonly kind: string; readonly distance: number }[] = [];
  for (let at = from - 1; at >= Math.max(low, from - before); at--) {
    if (pieces[at]?.sentence !== sentence || /;/.test(pieces[at + 1]?.gap ?? '')) break;
    const cue = kinds.at(pieces, at);
    if (cue && cue.next <= from) found.push({ kind: cue.value, distance: from - cue.next });
  }
  for (let at = next; at < Math.min(high, next + after); at++) {
    if (pieces[at]?.sentence !== sentence || /[;,]/.test(pieces[at]?.gap ?? '')) break;
    const cue = kinds.at(pieces, at);
    if (cue) found.push({ kind: cue.value, distance: (at - next + 1) * weightAfter });
  }
  // Of two that end at the same place the longer was found later: “EU budget” before “budget”.
  const cues = found.toReversed().toSorted((a, b) => a.distance - b.distance);
  const cue = cues.find(({ kind }) => kind !== 'sum');
  if (cue) return cue.kind as MoneyMention['kind'];
  return cues.length > 0 ? 'total' : 'other';
}
