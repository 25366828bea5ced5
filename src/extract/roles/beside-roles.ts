import type { Piece } from '../text/sentence-row.ts';
import type { FoundRole } from './found-role.ts';

/** “Organised by X together with Y”: who is told beside an organiser has its part in the same event. */
export function besideOrganiser(role: FoundRole, event: FoundRole | undefined): FoundRole {
  if (!event || role.role !== 'partner' || role.rule.includes('-named')) return role;
  return { ...role, role: 'co-organiser', of: event.of, ofKind: event.ofKind };
}

/** “Financed by X, together with Y”: who stands right after it beside a funder pays too. */
export function besideFunder(role: FoundRole, payer: FoundRole | undefined): FoundRole {
  if (payer?.kind !== 'organisation' || role.role !== 'partner' || role.rule.includes('-named'))
    return role;
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
