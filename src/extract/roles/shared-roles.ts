import type { Piece, SentenceRow } from '../text/sentence-row.ts';
import type { FoundRole } from './found-role.ts';

/** Pieces after the verb in which others are told to pay too. */
const reach = 40;

/** Words between who pays and the sum: “Y the other 25 %”. */
const mostBetween = 2;

/** Words between a sum and the “from” before who pays it: “12,000 euros”. */
const mostUnits = 2;

/** “X gives 2 million euros, Y 400,000”, “60 % from X and 25 % from Y”: the verb is not said again. */
export function shared(
  { pieces }: SentenceRow,
  at: number,
  found: readonly FoundRole[],
  taken: Set<string>,
): FoundRole[] {
  const [first] = found;
  if (first?.role !== 'funder') return [];
  return pieces.slice(at + 1, at + reach).flatMap(({ mention }, index) => {
    const place = at + 1 + index;
    if (mention?.kind !== 'organisation' || taken.has(mention.entity)) return [];
    if (!hasSumAfter(pieces, place) && !hasSumBefore(pieces, place)) return [];
    taken.add(mention.entity);
    return [{ ...first, entity: mention.entity, kind: mention.kind }];
  });
}

/** “Y 25 %”, “Y (Lisbon) the other 25 %”. */
function hasSumAfter(pieces: readonly Piece[], at: number): boolean {
  let next = at + 1;
  while ((pieces[next]?.depth ?? 0) > (pieces[at]?.depth ?? 0)) next++;
  for (let words = 0; words <= mostBetween; words++) {
    const piece = pieces[next + words];
    if (!piece || /[^\s)€$£]/.test(piece.before)) return false;
    if (isSum(piece)) return true;
    if (piece.sort !== 'link' && piece.sort !== 'word') return false;
  }
  return false;
}

/** “25 % from Y”, “and 12,000 euros from the Y”. */
function hasSumBefore(pieces: readonly Piece[], at: number): boolean {
  let left = at - 1;
  while (left > at - mostBetween - 2 && isBetween(pieces[left], pieces[left + 1])) {
    if (from.test(pieces[left]?.key ?? '')) break;
    left--;
  }
  if (!from.test(pieces[left]?.key ?? '')) return false;
  for (let sum = left - 1; sum >= left - 1 - mostUnits; sum--) {
    const piece = pieces[sum];
    if (!piece || !isFree(pieces[sum + 1])) return false;
    if (isSum(piece)) return true;
    if (piece.sort !== 'link' && piece.sort !== 'word') return false;
  }
  return false;
}

/** Words like “from” and “by”. */
const from =
  /^(?:from|by|of|de|du|des|d|del|della|dell|da|dal|dalla|dall|dai|do|das|dos|pel|par|por|pela|pelo|απο|من)$/;

/** A number that is no year. */
function isSum({ key }: Piece): boolean {
  return /^و?\d/.test(key) && !/^(?:19|20)\d\d$/.test(key);
}

/** An article or the sort of body between “from” and a name. */
function isBetween(piece: Piece | undefined, next: Piece | undefined): boolean {
  return isFree(next) && (piece?.sort === 'link' || piece?.sort === 'noun');
}

function isFree(piece: Piece | undefined): boolean {
  return piece !== undefined && !/[^\s%€$£'’]/.test(piece.before);
}
