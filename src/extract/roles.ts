import type { TextSpan } from '../core/document.ts';
import type { RoleName } from './extraction.ts';
import type { Mention } from './mention.ts';
import type { Passage } from './passage.ts';
import { actorsAfter, actorsBefore } from './role-actors.ts';
import type { Actors } from './role-actors.ts';
import { roleCues } from './role-cues.ts';
import type { RoleCue } from './role-cues.ts';
import { roleKinds } from './role-kinds.ts';
import { targetFrom, targetIn } from './role-target.ts';
import type { Salience, Target } from './role-target.ts';
import { rowsOf } from './sentence-row.ts';
import type { Marked, Piece, SentenceRow } from './sentence-row.ts';

/** A part that an entity has in another, as a sentence, a row or a sheet tells it. */
export interface FoundRole {
  readonly role: RoleName;
  readonly entity: string;
  /** The entity's kind: a programme funds, but is not an organisation. */
  readonly kind: string;
  readonly of: string;
  readonly ofKind: string;
  readonly evidence: TextSpan;
  readonly rule: string;
}

/** Roles told in sentences; at most a bounded number of words is looked at around each cue. */
export function findRoles(passage: Passage, marked: Marked, salience: Salience): FoundRole[] {
  const found: FoundRole[] = [];
  for (const block of passage.blocks) {
    if (block.zone === 'navigation' || block.zone === 'repeated' || block.kind === 'row') continue;
    for (const row of rowsOf(passage, block, marked, roleCues(block.language))) {
      if (!row.pieces.some((piece) => piece.mention)) continue;
      // Who has a part by an earlier cue of the sentence is not what a later cue is about.
      const taken = new Set<string>();
      let speaks = false;
      row.pieces.forEach((piece, at) => {
        if (!piece.cue) return;
        if (piece.cue.role === 'speaker') speaks = true;
        const roles = rolesAt(row, at, piece.cue, salience, taken);
        for (const { entity } of roles) taken.add(entity);
        found.push(...roles);
      });
      if (speaks) found.push(...speakers(row, salience));
    }
  }
  return found;
}

function rolesAt(
  row: SentenceRow,
  at: number,
  cue: RoleCue,
  salience: Salience,
  taken: ReadonlySet<string>,
): FoundRole[] {
  if (isNegated(row, at)) return [];
  if (cue.shape === 'we') return ownRole(row, at, cue.role, salience);
  const { actors: kinds } = roleKinds[cue.role];
  const side = sideOf(row, at, cue, kinds);
  if (!side || side.actors.pieces.length === 0) return [];
  const { actors, direction } = side;
  if (cue.role !== 'speaker' && isOfPerson(row, actors)) return [];
  const entities = new Set(actors.pieces.flatMap((piece) => piece.mention?.entity ?? []));
  const target = targetOf(row, at, actors, direction, cue.role, new Set([...taken, ...entities]), salience);
  if (!target || entities.has(target.mention.entity)) return [];
  const rule = `${cue.shape}-${target.how}${actors.loose ? '-loose' : ''}`;
  const evidence = quoteOf(row, [row.pieces[at], ...actors.pieces], target.mention);
  return actors.pieces.flatMap(({ mention }) =>
    mention ? [roleOf(cue.role, mention, target.mention, evidence, rule)] : [],
  );
}

function roleOf(
  role: RoleName,
  { entity, kind }: Mention,
  target: Mention,
  { start, end }: TextSpan,
  rule: string,
): FoundRole {
  return {
    role: roleKinds[role].elsewhere?.[target.kind] ?? role,
    entity,
    kind,
    of: target.entity,
    ofKind: target.kind,
    evidence: { start, end },
    rule,
  };
}

/** The part of a sentence from the first to the last of what tells a role. */
function quoteOf(row: SentenceRow, pieces: readonly (Piece | undefined)[], target: Mention): TextSpan {
  const spans: TextSpan[] = pieces.filter((piece) => piece !== undefined);
  if (target.start >= row.start && target.end <= row.end) spans.push(target);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** “We coordinate …”: who writes has the role; of “we are a member of X” the actor is who writes, too. */
function ownRole(row: SentenceRow, at: number, role: RoleName, salience: Salience): FoundRole[] {
  const { author } = salience;
  if (!author) return [];
  const self = new Set([author.entity]);
  if (role === 'member') {
    const { pieces } = actorsAfter(row, at + 1, ['organisation']);
    return pieces.flatMap(({ mention }) =>
      mention && mention.entity !== author.entity ? [roleOf(role, author, mention, row, 'we')] : [],
    );
  }
  const kinds = ofCue(row, at, role);
  const target =
    first(kinds, (kind) => targetFrom(row, at, 1, kind, self, salience, 20)) ??
    first(kinds, (kind) => targetFrom(row, at - 1, -1, kind, self, salience)) ??
    aboutTarget(row, kinds, role, salience);
  return target ? [roleOf(role, author, target.mention, row, 'we')] : [];
}

/** “Ana Ruiz, director of X, coordinates”: the person does, and persons are not written down. */
function isOfPerson({ pieces }: SentenceRow, { first: from, pieces: [one] }: Actors): boolean {
  const at = one ? pieces.indexOf(one) : from;
  return pieces.slice(Math.max(0, at - 8), at).some((piece) => piece.sort === 'person');
}

function isNegated({ pieces }: SentenceRow, at: number): boolean {
  return pieces.slice(Math.max(0, at - 2), at).some((piece) => piece.sort === 'not');
}

interface Side {
  readonly actors: Actors;
  readonly direction: 1 | -1;
}

function sideOf(row: SentenceRow, at: number, cue: RoleCue, kinds: readonly string[]): Side | undefined {
  const after = (): Side => ({ actors: actorsAfter(row, at + 1, kinds), direction: 1 });
  const before = (): Side => ({ actors: actorsBefore(row, at - 1, kinds), direction: -1 });
  if (cue.shape === 'after') return after();
  if (cue.shape === 'before') return before();
  return cue.shape === 'either' ? eitherSide(before(), after(), at) : nounSide(row, at, kinds);
}

/** The side where an actor stands nearer. */
function eitherSide(before: Side, after: Side, at: number): Side {
  const { first, pieces } = after.actors;
  if (before.actors.pieces.length === 0) return after;
  if (pieces.length === 0) return before;
  return at - before.actors.last <= first - at ? before : after;
}

/** “the lead partner, X” and “lead partner of P: X”, but “X, lead partner of P” and “X is the lead partner”. */
function nounSide(row: SentenceRow, at: number, kinds: readonly string[]): Side | undefined {
  const { pieces } = row;
  const next = pieces[at + 1];
  let left = at - 1;
  while (left >= 0 && isBridge(pieces[left])) left--;
  const isLeft = pieces[left]?.mention !== undefined && kinds.includes(pieces[left]?.mention?.kind ?? '');
  const beyond = pastTarget(pieces, at + 1);
  const isLabel = /:/.test(next?.before ?? '') || /:/.test(pieces[beyond]?.before ?? '');
  if (isLeft && !isLabel) {
    const actors = actorsBefore(row, left, kinds);
    if (actors.pieces.length > 0) return { actors, direction: -1 };
  }
  const actors = actorsAfter(row, beyond, kinds);
  const first = actors.pieces[0];
  if (!first) return undefined;
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

function targetOf(
  row: SentenceRow,
  at: number,
  actors: Actors,
  direction: 1 | -1,
  role: RoleName,
  others: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  const kinds = ofCue(row, at, role);
  if (at === 0 && /:/.test(row.pieces[1]?.before ?? '')) {
    const mention = salience.sheet(row.start, kinds);
    if (mention) return { mention, how: 'about' };
  }
  return (
    first(kinds, (kind) => {
      // Only a member is one of an organisation that is named beside it; else it is what the text is about.
      if (kind === 'organisation' && role !== 'member') return subjectIn(row, at, salience);
      const ahead = () => targetFrom(row, at + 1, 1, kind, others, salience, direction === 1 ? 40 : 12);
      const behind = () => targetFrom(row, at - 1, -1, kind, others, salience);
      const beyond = () => targetFrom(row, actors.last + 1, 1, kind, others, salience, 12);
      const own = row.pieces[at];
      const within = own && kinds.length === 1 ? targetIn(own, kind, others, salience) : undefined;
      return within ?? (direction === 1 ? (behind() ?? beyond()) : (ahead() ?? behind()));
    }) ?? aboutTarget(row, kinds, role, salience)
  );
}

/** The kinds in which a role is had, cut down to that of the noun in the cue: “leads the project”. */
function ofCue({ pieces }: SentenceRow, at: number, role: RoleName): readonly string[] {
  const { of, elsewhere } = roleKinds[role];
  const { kind, cue } = pieces[at] ?? {};
  // “In partnership with” is no word for the project.
  if (kind === undefined || cue?.shape === 'after' || cue?.shape === 'noun') return of;
  return of.includes(kind) || elsewhere?.[kind] !== undefined ? [kind] : of;
}

/** The subject of the text, where the sentence names it before the cue or a noun there stands for it. */
function subjectIn({ pieces }: SentenceRow, at: number, { subject }: Salience): Target | undefined {
  if (subject?.kind !== 'organisation') return undefined;
  const near = pieces.slice(Math.max(0, at - 20), at);
  const isNamed = near.some(({ mention, kind }) => mention?.entity === subject.entity || kind === 'organisation');
  return isNamed ? { mention: subject, how: 'noun' } : undefined;
}

/** Nothing is named: a role that has another name elsewhere is had only in what it is usually had in. */
function aboutTarget(
  { start }: SentenceRow,
  kinds: readonly string[],
  role: RoleName,
  salience: Salience,
): Target | undefined {
  const { elsewhere } = roleKinds[role];
  const usual = kinds.filter((kind) => elsewhere?.[kind] === undefined || kinds.length === 1);
  const bodily = role === 'host' ? usual.filter((kind) => kind !== 'organisation') : usual;
  const mention = salience.at(start, bodily);
  return mention ? { mention, how: 'about' } : undefined;
}

function first<Found>(kinds: readonly string[], find: (kind: string) => Found | undefined): Found | undefined {
  for (const kind of kinds) {
    const found = find(kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** “Ana Ruiz, director of X”: whoever speaks, it is an organisation that takes part. */
function speakers(row: SentenceRow, salience: Salience): FoundRole[] {
  return row.pieces.flatMap((piece, at) => {
    if (piece.sort !== 'person') return [];
    const mention = affiliation(row, at);
    if (!mention) return [];
    const target = salience.at(row.start, ['event']);
    return target ? [roleOf('speaker', mention, target, row, 'person-of')] : [];
  });
}

/** The organisation that stands after a person with no more than a title between. */
function affiliation({ pieces }: SentenceRow, person: number): Piece['mention'] {
  for (let at = person + 1; at < person + 12; at++) {
    const piece = pieces[at];
    if (!piece || piece.sort === 'person' || piece.sort === 'stop') return undefined;
    if (piece.mention) return piece.mention.kind === 'organisation' ? piece.mention : undefined;
  }
  return undefined;
}
