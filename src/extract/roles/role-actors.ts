import type { Piece, SentenceRow } from '../text/sentence-row.ts';

/** The actors that a cue names: mentions in the order of the text. */
export interface Actors {
  readonly pieces: readonly Piece[];
  /** The pieces from the first to the last of the list. */
  readonly first: number;
  readonly last: number;
  /** Words that mean nothing to the grammar stood between. */
  readonly loose: boolean;
}

/** Lists longer than this are tables that lost their lines. */
const longestList = 60;
/** Pieces of a list, in which the same names may stand again and again. */
const mostPieces = 600;
/** Words without a meaning to the grammar that may stand before the first actor, and before any further one. */
const strangersBefore = 4;
const strangersWithin = { comma: 2, and: 3 } as const;
/** Words between “has six partners” and the colon before their names. */
const nearColon = 4;
/** Words of a list without any sense of their own that may follow each other. */
const widestGap = 14;

/**
 * The list of actors that follows a piece: “led by the X (Spain), Y and Z”; past what they have the part in, where the verb
 * comes first: “in the conference took part X and Y”.
 */
export function actorsAfter(
  row: SentenceRow,
  from: number,
  kinds: readonly string[],
  isPastTarget = false,
): Actors {
  return walk(row, from, 1, kinds, strangersBefore, isPastTarget);
}

/** The list of actors that stands before a piece: “X and Y, two cooperatives of Patras, coordinate”. */
export function actorsBefore(row: SentenceRow, from: number, kinds: readonly string[]): Actors {
  const { pieces } = row;
  const cue = pieces[from + 1];
  let at = from;
  // “X takes part as a partner”
  while (pieces[at]?.sort === 'cue') at--;
  if (cue?.like === 'as') return asActor(row, at, kinds);
  // “X, which coordinates”, “X qui en tient la barre”
  let past = at;
  while (past > at - 3 && pieces[past]?.sort === 'link') past--;
  if (pieces[past]?.sort === 'stop') at = past;
  while (pieces[at]?.sort === 'stop' || pieces[at]?.sort === 'not') at--;
  const comma = at === from ? (cue?.before ?? '') : (pieces[at + 1]?.before ?? '');
  const isLead = cue?.cue?.role === 'lead';
  if (/[,،–—)]/.test(comma)) {
    const beyond = at === from ? beforeApposition(row, at) : at;
    const found = walk(row, beyond, -1, kinds, 0);
    if (found.pieces.length > 0) return isLead ? fewest(found) : found;
  }
  const found = walk(row, at, -1, kinds, strangersBefore);
  return isLead ? fewest(found) : found;
}

/** More than two do not lead: the others of the list have another part. */
function fewest(found: Actors): Actors {
  return found.pieces.length > 2 ? { ...found, pieces: found.pieces.slice(-1) } : found;
}

/** “Y and X, as the lead partner”: the one that stands nearest; for a part that several have, the whole list. */
function asActor(row: SentenceRow, from: number, kinds: readonly string[]): Actors {
  // “X joined the project P as a partner”
  const found = walk(row, from, -1, kinds, strangersBefore, true);
  const role = row.pieces.slice(from + 1).find((piece) => piece.like === 'as')?.cue?.role;
  if (role !== 'lead' || found.pieces.length < 2) return found;
  return { ...found, pieces: found.pieces.slice(-1) };
}

/** The piece before the comma that opens what stands between two commas; the same piece where there is none. */
function beforeApposition({ pieces }: SentenceRow, from: number): number {
  for (let at = from; at > 0 && at > from - 25; at--)
    if (/[,،–—(]/.test(pieces[at]?.before ?? '') && pieces[at - 1]?.sort !== 'word') return at - 1;
  return from;
}

/** “With 95,000”, and the “by” before another who gives. */
function isSum(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (pieces[at]?.like === 'with') return /^[\d€$£]/.test(next?.key ?? '');
  return (
    pieces[at - 1]?.sort === 'and' &&
    /^(?:by|from|por|par|da|dal|dalla|pel|per|pelo|pela|απο)$/.test(pieces[at]?.key ?? '')
  );
}

/** “Regulation (EU) 2018/848”: who made a law has no part by it. */
function isOfLaw(pieces: readonly Piece[], at: number): boolean {
  const [number, year] = [pieces[at + 1], pieces[at + 2]];
  return (
    (pieces[at]?.depth ?? 0) > 0 &&
    /^\)\s/.test(number?.before ?? '') &&
    /^\d{2,4}$/.test(number?.key ?? '') &&
    year?.before === '/'
  );
}

function walk(
  { pieces }: SentenceRow,
  from: number,
  step: 1 | -1,
  kinds: readonly string[],
  allowed: number,
  isPastTarget = false,
): Actors {
  const found: Piece[] = [];
  let [last, strangers, gap, parted, joined, loose] = [from, 0, 0, false, false, false];
  let described = false;
  const entities = new Set<string>();
  const isLead = /^(?:lead|organiser|host)$/.test(pieces[from - 1]?.cue?.role ?? '');
  const { cue } = pieces[from - 1] ?? {};
  const isLeadBefore = step === -1 && pieces[from + 1]?.cue?.role === 'lead';
  const isCounted = step === 1 && cue?.role === 'partner' && cue.shape === 'after';
  const isFunder = step === 1 && cue?.role === 'funder';
  const isMember = step === 1 && (cue?.role === 'member' || cue?.gathers === true);
  for (let at = from; at >= 0 && at < pieces.length; at += step) {
    const piece = pieces[at];
    if (!piece || found.length >= longestList || gap++ > widestGap) break;
    if (Math.abs(at - from) > mostPieces) break;
    const signs = (step === 1 ? piece : pieces[at + 1])?.before ?? '';
    const isFirst = at === from;
    // “870.000”
    if (/^[.,]$/.test(signs) && /^\d/.test(piece.key)) continue;
    // “Rescoop.eu”
    if (signs === '.' && step === 1 && /^[a-z]{2,4}$/.test(piece.key) && found.length > 0) continue;
    if (!isFirst || step === 1) {
      // “Has six partners from four countries: X, Y and Z”
      const opens = isCounted && at - from <= nearColon && /:\s*$/.test(signs);
      if (/[.;:!?]\s*$/.test(signs.trimEnd()) && !isFirst && !/;/.test(signs) && !opens) break;
      // “It is led by X; Y takes part”: another sentence begins, unless a label began the list.
      const isList = step === 1 && (!isLead || cue?.shape === 'label' || cue?.shape === 'noun');
      if (/;/.test(signs) && found.length > 0 && !isList) break;
      // “X coordinates; Y and Z are partners”: another sentence begins.
      if (isPastTarget && found.length === 0 && /[;.:]/.test(signs)) break;
      // “Which the palace of culture hosted, X and Y took part”: another clause begins; “by the presidency, the region X” goes on.
      const isParted = /[,،;]/.test(signs) && piece.sort !== 'link';
      if (isLead && step === 1 && found.length === 0 && strangers > 0 && isParted) break;
      if (/[,،;/&+•\n]/.test(signs)) parted = true;
    }
    // Arabic writes its “and” joined to the next word.
    if (/^و[\u0621-\u064a]{3}/.test(piece.key)) parted = true;
    if (piece.sort === 'mention') {
      if (isOfLaw(pieces, at)) continue;
      if (piece.mention && kinds.includes(piece.mention.kind)) {
        const isSame = entities.has(piece.mention.entity);
        // Another actor needs a comma or a word like it; the same one may stand again in brackets.
        const isMeans = piece.mention.kind === 'programme';
        if (found.length > 0 && !parted && !isSame && !isMeans) break;
        if (piece.depth > 0 && !isSame && found.length > 0 && !parted) break;
        entities.add(piece.mention.entity);
        if (!isSame) found.push(piece);
        if (strangers > 0) loose = true;
        [last, strangers, gap, parted, joined] = [at, 0, 0, false, false];
        described = false;
        continue;
      }
      if (piece.mention?.kind === 'programme') continue;
      if (isPastTarget && found.length === 0) continue;
      break;
    }
    // “Groups 118 enterprises” of nobody knows whom.
    if (isMember && found.length === 0 && /^\d/.test(piece.key)) break;
    if (piece.depth > 0 || piece.sort === 'place' || piece.sort === 'link') continue;
    // “Funded by X with 870,000 euros and by Y with 95,000”
    if (isFunder && found.length > 0 && isSum(pieces, at)) continue;
    // “São parceiros do projeto X e Y”
    if (isPastTarget && found.length === 0 && piece.sort === 'noun') continue;
    // “The Greek cooperative X and the association for organic farming Y”
    if (piece.sort === 'noun' && piece.kind === 'organisation') {
      described = parted;
      continue;
    }
    // “Led by X with Y as a partner”: two lists.
    if (piece.like === 'with' && found.length > 0 && (step === -1 || isLead)) break;
    // “Y took it over, and X coordinates”: before the comma another clause ends.
    const isClause = isLeadBefore && strangers === 0 && /[,،;]/.test(piece.before);
    if (piece.sort === 'and' && isClause && pieces[at - 1]?.sort === 'word') break;
    // “X joined P as a partner”
    if (piece.sort === 'cue' && isPastTarget && step === -1 && found.length === 0) continue;
    if (piece.sort === 'and') [parted, joined] = [true, strangers === 0];
    else if (piece.sort === 'person' || piece.sort === 'stop' || piece.sort === 'cue') break;
    else {
      // Of Arabic, a word there is the verb of another clause.
      const isVerb = found.length > 0 && /^[\u0621-\u064a]/.test(piece.key);
      const most = parted && !isVerb ? strangersWithin[joined || described ? 'and' : 'comma'] : 0;
      if (++strangers > (found.length === 0 ? allowed : most)) break;
    }
  }
  const ordered = step === 1 ? found : found.toReversed();
  return {
    pieces: ordered,
    first: step === 1 ? from : last,
    last: step === 1 ? last : from,
    loose,
  };
}

/** Whether an actor follows with no more than its article and what sort of body it is: not “as a partner of X”. */
export function isNext({ pieces }: SentenceRow, at: number, kinds: readonly string[]): boolean {
  for (let next = at + 1; next < at + 5; next++) {
    const piece = pieces[next];
    if (!piece || /[^\s'’“"«]/.test(piece.before)) return false;
    if (piece.mention) return kinds.includes(piece.mention.kind);
    const isBody = piece.sort === 'noun' && piece.kind === 'organisation';
    if (!isBody && piece.sort !== 'place' && !articles.has(piece.key)) return false;
  }
  return false;
}

const articles = new Set(
  'the el la los las l le les il lo gli i o a os as els η ο οι το τα τουσ τον την τισ كل من كلا كلاً'.split(
    ' ',
  ),
);
