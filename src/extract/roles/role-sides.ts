import { actorsAfter, actorsBefore, isNext } from './role-actors.ts';
import type { Actors } from './role-actors.ts';
import type { RoleCue } from './role-cues.ts';
import type { Piece, SentenceRow } from '../text/sentence-row.ts';

/** Who has the part, and on which side of the cue they stand. */
export interface Side {
  readonly actors: Actors;
  readonly direction: 1 | -1;
}

/** The actors of a cue, on the side where its shape and the sentence have them. */
export function sideOf(
  row: SentenceRow,
  at: number,
  cue: RoleCue,
  kinds: readonly string[],
  taken: ReadonlySet<string>,
): Side | undefined {
  const after = (isPast = false): Side => ({
    actors: actorsAfter(row, at + 1, kinds, isPast),
    direction: 1,
  });
  const before = (): Side => ({ actors: actorsBefore(row, at - 1, kinds), direction: -1 });
  // “Among those present at the fair were X and Y”, “the coordination of P falls to X”
  if (cue.shape === 'label') return after();
  if (cue.shape === 'after') {
    if (isRelative(row, at, kinds)) return before();
    const side = after(row.pieces[at]?.like === 'among');
    if (side.actors.pieces.length > 0) return side;
    // “F counts X and Y among its members”
    if (row.pieces[at]?.like === 'among') return before();
    if (cue.role !== 'lead' && cue.role !== 'partner') return side;
    // “At the head of P stands X”
    const past = after(true);
    if (isStraight(row, at, past)) return past;
    // “P, con X alla guida”
    const isAround = row.pieces[at - 1]?.mention && row.pieces[at - 2]?.like === 'with';
    return isAround && cue.role === 'lead' ? before() : side;
  }
  // “Organises: X”: a verb as a label.
  if (cue.shape !== 'noun' && at === 0 && /^\s?:/.test(row.pieces[1]?.before ?? '')) return after();
  if (cue.shape === 'noun') return nounSide(row, at, kinds);
  if (cue.shape === 'either') return eitherSide(row, before(), after(true), at);
  // “Among the members of F are X and Y”
  const beyond = cue.role === 'member' ? pastBody(row.pieces, at + 1) : at + 1;
  if (beyond > at + 1) return { actors: actorsAfter(row, beyond, kinds), direction: 1 };
  // “In which take part as partners X and Y”
  if (row.pieces[at]?.like === 'as' && isNext(row, at, kinds)) return after();
  const side = before();
  // “Convened by X and hosted by Y”: X has its part already.
  const isPassive =
    row.pieces[at - 1]?.sort === 'and' &&
    side.actors.pieces.every(({ mention }) => taken.has(mention?.entity ?? ''));
  if (side.actors.pieces.length > 0 && !isPassive) return side;
  // “Son socios del proyecto X e Y”, “the day that will host X”: the verb comes first.
  const turned = after(true);
  const [first] = turned.actors.pieces;
  // “…, funded with 2 million euros, the institute X”: past the comma the sentence goes on with its subject.
  const isBeyond = cue.role === 'funder' && /^[,،]/.test(first?.before ?? '');
  const isNear =
    first && !isBeyond && row.pieces.indexOf(first, at) - at <= 7 && !turned.actors.loose;
  return isNear ? turned : (sharedSubject(row, at, kinds) ?? side);
}

/** “X, que organiza la feria con Y”: of verbs with a “that” before them who does stands before, if what is done follows. */
function isRelative({ pieces }: SentenceRow, at: number, kinds: readonly string[]): boolean {
  const [before, cue, next, second] = pieces.slice(at - 1, at + 3);
  if (at === 0 || !cue || !/^(?:que|qu|che|που)$/.test(cue.key)) return false;
  const isDone = (piece: Piece | undefined) =>
    piece !== undefined &&
    (piece.mention ? !kinds.includes(piece.mention.kind) : piece.sort === 'noun') &&
    piece.kind !== 'organisation' &&
    !/[,،;:]/.test(piece.before);
  return (
    kinds.includes(before?.mention?.kind ?? '') &&
    (isDone(next) || (next?.sort === 'link' && isDone(second)))
  );
}

/** Pieces before the subject of a sentence: its article and what sort of body it is. */
const mostBeforeSubject = 3;

/** “X wrote the draft of P and has led it since”: the subject of the verb before the “and”. */
function sharedSubject(
  { pieces }: SentenceRow,
  at: number,
  kinds: readonly string[],
): Side | undefined {
  const and = pieces[at - 1];
  if (and?.sort !== 'and' || and.like === 'with') return undefined;
  const place = pieces.findIndex(({ mention }) => mention);
  const subject = pieces[place];
  if (!subject || place > mostBeforeSubject || !kinds.includes(subject.mention?.kind ?? ''))
    return undefined;
  const isOpened = pieces
    .slice(0, place)
    .every(({ sort }) => sort === 'link' || sort === 'noun' || sort === 'place');
  const isOne = pieces
    .slice(place + 1, at)
    .every(
      ({ mention, sort, before }) =>
        mention?.kind !== 'organisation' &&
        sort !== 'person' &&
        sort !== 'stop' &&
        !/[;:؛–—]/.test(before),
    );
  if (!isOpened || !isOne) return undefined;
  return { actors: { pieces: [subject], first: place, last: place, loose: false }, direction: -1 };
}

/** Whether the first actor stands near after a cue, with nothing but what they have the part in and no comma between. */
function isStraight({ pieces }: SentenceRow, at: number, { actors }: Side): boolean {
  const [first] = actors.pieces;
  const place = first ? pieces.indexOf(first, at) : -1;
  if (place < 0 || place - at > 7 || actors.loose) return false;
  return pieces.slice(at + 1, place + 1).every(({ before }) => !/[,،;؛:.–—()]/.test(before));
}

/** The side where an actor stands nearer; past a comma before the cue another clause ends. */
function eitherSide({ pieces }: SentenceRow, before: Side, after: Side, at: number): Side {
  const left = before.actors.pieces.at(-1);
  const right = after.actors.pieces[0];
  if (!left) return after;
  if (!right) return before;
  const isApart = pieces
    .slice(pieces.indexOf(left) + 1, at + 1)
    .some((piece) => piece.depth === 0 && /[,،;]/.test(piece.before));
  const isJoined = pieces.indexOf(right, at) === at + 1;
  return isApart && isJoined ? after : before;
}

/** “the lead partner, X” and “lead partner of P: X”, but “X, lead partner of P” and “X is the lead partner”. */
function nounSide(row: SentenceRow, at: number, kinds: readonly string[]): Side | undefined {
  const { pieces } = row;
  const next = pieces[at + 1];
  let left = at - 1;
  while (left >= 0 && isBridge(pieces[left])) left--;
  const isLeft =
    !/[;.]/.test(pieces[at]?.before ?? '') &&
    pieces[left]?.mention !== undefined &&
    kinds.includes(pieces[left]?.mention?.kind ?? '');
  const beyond =
    pieces[at]?.cue?.role === 'member' ? pastBody(pieces, at + 1) : pastTarget(pieces, at + 1);
  const isLabel = /:/.test(next?.before ?? '') || /:/.test(pieces[beyond]?.before ?? '');
  // “Among the partners of P are X and Y”
  const isAmong = pieces[at]?.like === 'among';
  if (isLeft && !isLabel && !isAmong) {
    const actors = actorsBefore(row, left, kinds);
    if (actors.pieces.length > 0) return { actors, direction: -1 };
  }
  const actors = actorsAfter(row, beyond, kinds);
  const first = actors.pieces[0];
  // “Between the partners and X”: X is none of them.
  if (!first || (!isLabel && next?.sort === 'and')) return undefined;
  const distance = pieces.indexOf(first, beyond) - beyond;
  return distance <= 4 && (isLabel || !actors.loose) ? { actors, direction: 1 } : undefined;
}

/** Words like “is the”, “as”, “, ” that tie a noun to what stands before it. */
function isBridge(piece: Piece | undefined): boolean {
  return piece?.sort === 'link' || piece?.sort === 'place' || (piece?.depth ?? 0) > 0;
}

/** After “lead partner” the piece after “of the project MedTOWN”. */
function pastTarget(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (at < from + 4 && pieces[at]?.sort === 'link') at++;
  let moved = false;
  while (at < from + 7) {
    const piece = pieces[at];
    const isTarget = piece?.mention && piece.mention.kind !== 'organisation';
    if (!isTarget && piece?.sort !== 'noun' && !(moved && piece?.sort === 'link')) break;
    if (isTarget || piece.sort === 'noun') moved = true;
    at++;
  }
  return moved ? at : from;
}

/** After “members” the piece after “of the federation F”, where a verb and others follow it: “members of F are X and Y”. */
function pastBody(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (at < from + 4 && (pieces[at]?.sort === 'link' || pieces[at]?.sort === 'noun')) at++;
  const body = pieces[at];
  const verb = pieces[at + 1];
  if (body?.mention?.kind !== 'organisation' || at === from) return from;
  return verb?.sort === 'link' && !/[^\s"'»”]/.test(verb.before) ? at + 1 : from;
}
