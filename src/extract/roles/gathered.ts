import type { Mention } from '../text/mention.ts';
import type { SentenceRow } from '../text/sentence-row.ts';
import type { FoundRole } from './found-role.ts';

/** Between a body and the verb of “F, a network that brings together X and Y” stand no more pieces. */
const mostBetween = 8;

/** The organisation that “brings together” its members: the subject of the verb, where no project or event is. */
export function gatheringBody(
  { pieces }: SentenceRow,
  at: number,
  actors: ReadonlySet<string>,
): Mention | undefined {
  for (let left = at - 1; left >= Math.max(0, at - mostBetween); left--) {
    const piece = pieces[left];
    if (!piece || piece.sort === 'cue' || piece.sort === 'person') return undefined;
    if (piece.kind === 'project' || piece.kind === 'event') return undefined;
    if (!piece.mention) continue;
    const isBody = piece.mention.kind === 'organisation' && !actors.has(piece.mention.entity);
    return isBody && !isOfAction(pieces.slice(0, left)) ? piece.mention : undefined;
  }
  return undefined;
}

/** Words between a verb that comes first and who are gathered: “تضم F كلا من X و Y”. */
const mostFirst = 5;

/** Where the verb comes first, the body that follows it and the piece with which the list of its members begins. */
export function bodyAfter(
  { pieces, block }: SentenceRow,
  at: number,
): { readonly body: Mention; readonly from: number } | undefined {
  if (block.language !== 'ar') return undefined;
  let body: Mention | undefined;
  for (let next = at + 1; next <= at + mostFirst; next++) {
    const piece = pieces[next];
    if (!piece || /[,،;؛:]/.test(piece.before)) return undefined;
    if (piece.mention && body) return { body, from: next };
    if (piece.mention?.kind === 'organisation') body = piece.mention;
    else if (piece.sort !== 'link' && piece.sort !== 'noun') return undefined;
  }
  return undefined;
}

/** “The project of F brings together X and Y” */
function isOfAction(pieces: SentenceRow['pieces']): boolean {
  return pieces.some(({ mention, kind }) =>
    /^(?:project|event|practice|programme)$/.test(mention?.kind ?? kind ?? ''),
  );
}

/** Whom an event brings together took part in it. */
export function asGathered(role: FoundRole): FoundRole {
  return role.role === 'co-organiser' ? { ...role, role: 'participant' } : role;
}
