import { cueKinds } from '../text/cues.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';
import { dateWords } from './date-words.ts';

/** On which side of a paper's day a date lies. */
export type Tense = 'past' | 'future';

let beside: Phrases<string> | undefined;

/** On which side of the paper a date lies by the word right beside it: “last 3 March”, `maio próximo`. */
export function sideAt(pieces: readonly Piece[], from: number, next: number): Tense | undefined {
  beside ??= cueKinds('dates', 'beside');
  const { sentence } = pieces[from] ?? {};
  for (const at of [from - 1, from - 2, from - 3, next]) {
    const found = pieces[at]?.sentence === sentence ? beside.at(pieces, at) : undefined;
    if (!found || (at === next ? !/^[\s,]{1,2}$/.test(pieces[at]?.gap ?? '') : found.next > from))
      continue;
    // “el próximo día 3 de mayo”, “Tuesday last, 3 May”
    if (at < from && !areLinks(pieces, found.next, from)) continue;
    return found.value === 'future' ? 'future' : 'past';
  }
  return undefined;
}

function areLinks(pieces: readonly Piece[], from: number, to: number): boolean {
  const { sets } = dateWords();
  return pieces
    .slice(from, to)
    .every(({ key }) =>
      ['articles', 'weekdays', 'before_month'].some((list) => sets(list).has(key)),
    );
}
