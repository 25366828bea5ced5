import type { TextSpan } from '../../core/document.ts';
import { figureNounAt } from './figure-words.ts';
import type { FigureMention } from './figures.ts';
import type { Passage } from '../text/passage.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';

/** No label of a count is longer, in code units. */
const longestLabel = 60;

/** Counts in rows of two cells: “Number of partners | 6”, “Países participantes | 4”. One pass over the rows. */
export function figureRows(passage: Passage): readonly FigureMention[] {
  return passage.blocks.flatMap(({ kind, cells = [] }) => {
    if (kind !== 'row') return [];
    const [label, value, ...more] = cells.filter(({ start, end }) => end > start);
    if (!label || !value || more.length > 0) return [];
    const what = nounIn(passage, label);
    const written = passage.shadow.slice(value.start, value.end).trim();
    if (what === undefined || !/^\d{1,6}$/.test(written) || isYear(written)) return [];
    const end = value.start + passage.text.slice(value.start, value.end).trimEnd().length;
    return Number(written) > 0 ? [{ start: label.start, end, what, value: Number(written) }] : [];
  });
}

/** What a label without any number counts. */
function nounIn(passage: Passage, { start, end }: TextSpan): string | undefined {
  if (end - start > longestLabel || /\d/.test(passage.shadow.slice(start, end))) return undefined;
  const pieces = piecesOf(passage);
  for (let at = firstFrom(pieces, start); (pieces[at]?.start ?? Infinity) < end; at++) {
    const noun = figureNounAt(pieces, at);
    if (noun) return noun.value;
  }
  return undefined;
}

function isYear(written: string): boolean {
  return /^(?:19|20)\d\d$/.test(written);
}
