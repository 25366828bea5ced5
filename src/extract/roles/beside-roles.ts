import type { Piece, SentenceRow } from '../text/sentence-row.ts';
import type { FoundRole } from './found-role.ts';
import { actorsAfter } from './role-actors.ts';

/** “Organised by X together with Y”: who is told beside an organiser has its part in the same event. */
export function besideOrganiser(role: FoundRole, event: FoundRole | undefined): FoundRole {
  if (!event || role.role !== 'partner' || role.rule.includes('-named')) return role;
  return { ...role, role: 'co-organiser', of: event.of, ofKind: event.ofKind };
}

/** “Financed by X, together with Y”: who stands right after it beside a funder pays too. */
export function besideFunder(role: FoundRole, payer: FoundRole | undefined): FoundRole {
  if (payer?.kind !== 'organisation' || role.role !== 'partner') return role;
  if (role.rule.includes('-named') && role.of !== payer.of) return role;
  return { ...role, role: 'funder', of: payer.of, ofKind: payer.ofKind };
}

/** Whether a piece follows on those who pay, with no more than a comma between. */
export function isRightAfter(
  text: string,
  payer: FoundRole | undefined,
  { start }: Piece,
): boolean {
  return payer !== undefined && /^[)»”"]?,?\s$/.test(text.slice(payer.evidence.end, start));
}

/** A sum between who pays and “with it” is no longer, in code units. */
const longestSum = 40;

/** “Financed by X with two million, and with it Y with one”: only a sum stands between. */
export function isAfterSum(text: string, payer: FoundRole | undefined, { start }: Piece): boolean {
  const end = payer?.evidence.end ?? start;
  if (end >= start || start - end > longestSum) return false;
  const between = text.slice(end, start);
  return /\d|milli|mil[aou]|εκατ|χιλι|مليون|ألف/i.test(between) && !/[;:؛!?؟]|\.\s/.test(between);
}

/** Between who leads and “with” stand no more pieces than where it is from. */
const mostBetween = 5;

/** Between “with” and the first of those who stand beside: an article and what sort of body it is. */
const nearWith = 3;

/** “Led by X (Turin), with Y and Z”: those who stand with the one that leads or organises have a part beside it. */
export function accompanied(
  row: SentenceRow,
  at: number,
  roles: readonly FoundRole[],
): FoundRole[] {
  const [first] = roles;
  if (first?.role !== 'lead' && first?.role !== 'organiser') return [];
  const own = new Set(roles.map(({ entity }) => entity));
  const { pieces } = row;
  const last = pieces.findLastIndex(({ mention }) => mention && own.has(mention.entity));
  // “X leads P, with Y”: past what is led.
  const led = pieces.findIndex(
    ({ mention }, index) => index > at && index < at + mostBetween && mention?.entity === first.of,
  );
  const next = withAfter(pieces, Math.max(last, at)) ?? withAfter(pieces, led);
  if (next === undefined) return [];
  const { pieces: found } = actorsAfter(row, next + 1, ['organisation']);
  // “With a smile, X says”: who follows stands right behind it.
  if (found[0] && pieces.indexOf(found[0], next) - next > nearWith) return [];
  // “With X and Y as partners” is told by its own words.
  const end = pieces.findLastIndex((piece) => piece === found.at(-1)) + 1;
  if (
    pieces
      .slice(end, end + 3)
      .some(({ cue, like }) => cue && (like === 'as' || cue.shape === 'before'))
  )
    return [];
  return found.flatMap(({ mention }) =>
    mention && !own.has(mention.entity) && mention.entity !== first.of
      ? [
          {
            ...first,
            role: first.role === 'lead' ? ('partner' as const) : ('co-organiser' as const),
            entity: mention.entity,
            kind: mention.kind,
          },
        ]
      : [],
  );
}

/** The “with” that follows a piece, past where it is from. */
function withAfter(pieces: readonly Piece[], at: number): number | undefined {
  if (at < 0) return undefined;
  let next = at + 1;
  while (next <= at + mostBetween && isAside(pieces[next])) next++;
  const isWith = pieces[next]?.like === 'with' && pieces[next]?.sort === 'and';
  return isWith && !/[.;:]/.test(pieces[next]?.before ?? '') ? next : undefined;
}

/** A place, with its preposition or in brackets. */
function isAside(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && (piece.depth > 0 || piece.sort === 'place' || piece.sort === 'link')
  );
}
