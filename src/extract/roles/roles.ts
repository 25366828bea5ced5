import type { TextSpan } from '../../core/document.ts';
import { hasHours } from './agenda.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import { atSeat } from './at-seat.ts';
import {
  accompanied,
  besideFunder,
  besideOrganiser,
  isAfterSum,
  isRightAfter,
} from './beside-roles.ts';
import { actorsAfter } from './role-actors.ts';
import type { Actors } from './role-actors.ts';
import { roleCues } from './role-cues.ts';
import type { RoleCue } from './role-cues.ts';
import { roleKinds } from './role-kinds.ts';
import { sideOf } from './role-sides.ts';
import type { Side } from './role-sides.ts';
import { targetOf } from './choose-target.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import { impliedRole, ownRole } from './unsaid-roles.ts';
import type { Salience } from './role-target.ts';
import { asGathered, bodyAfter, gatheringBody } from './gathered.ts';
import { bracketRoles } from './bracket-roles.ts';
import { shared } from './shared-roles.ts';
import { togetherRoles } from './together-roles.ts';
import { listedRoles } from './role-lists.ts';
import { rowsOf } from '../text/sentence-row.ts';
import type { Marked, Piece, SentenceRow } from '../text/sentence-row.ts';
import { meets } from '../text/spans.ts';

/** Roles told in sentences, but for those that a sheet has `told`; at most a bounded number of words is looked at around each cue. */
export function findRoles(
  passage: Passage,
  marked: Marked,
  salience: Salience,
  told: readonly TextSpan[] = [],
): FoundRole[] {
  const found: FoundRole[] = [];
  const isAgenda = hasHours(passage);
  passage.blocks.forEach((block, index) => {
    if (block.zone === 'navigation' || block.zone === 'repeated') return;
    if (block.kind === 'row' && !isAgenda) return;
    let last: SentenceRow | undefined;
    for (const row of rowsOf(passage, block, marked, roleCues(block.language))) {
      last = row;
      if (meets(told, row)) continue;
      const isNamed = row.pieces.some((piece) => piece.mention);
      if (!isNamed) {
        found.push(...ownRoles(row, salience));
        continue;
      }
      found.push(...bracketRoles(passage, row, salience));
      // Who has a part by an earlier cue of the sentence is not what a later cue is about.
      const taken = new Set<string>();
      let speaks = false;
      let event: FoundRole | undefined;
      let payer: FoundRole | undefined;
      const invited: FoundRole[] = [];
      row.pieces.forEach((piece, at) => {
        if (!piece.cue || isNegated(row, at)) return;
        if (piece.cue.role === 'speaker') speaks = true;
        const isBeside =
          (piece.cue.near && isRightAfter(passage.text, payer, piece)) ||
          (piece.cue.beside && isAfterSum(passage.text, payer, piece));
        const near = isBeside ? payer : undefined;
        const own = rolesAt(row, at, piece.cue, salience, taken);
        const roles = (
          own.length > 0
            ? own
            : togetherRoles(
                passage,
                row,
                at,
                piece.cue,
                roleCues(block.language),
                marked.mentions,
                salience,
              )
        ).map((role) => atSeat(passage, row, at, besideFunder(besideOrganiser(role, event), near)));
        payer = roles.findLast(({ role }) => role === 'funder') ?? payer;
        event ??= roles.find(({ role, ofKind }) => role === 'organiser' && ofKind === 'event');
        for (const { entity } of roles) taken.add(entity);
        const beside = accompanied(row, at, roles);
        for (const { entity } of beside) taken.add(entity);
        (piece.cue.invites ? invited : found).push(...roles);
        found.push(...beside, ...shared(row, at, roles, taken));
      });
      found.push(...invited.map((role) => asInvited(role, found, block.language)));
      if (
        speaks ||
        (block.end - block.start < agendaLine && salience.subject?.kind === 'event' && isAgenda)
      )
        found.push(...speakers(row, salience));
    }
    if (last && !meets(told, last))
      found.push(...listedRoles(passage, index, last, marked.mentions, salience));
  });
  return found;
}

/** “We coordinate it” names nobody, and tells of who writes. */
function ownRoles(row: SentenceRow, salience: Salience): FoundRole[] {
  return row.pieces.flatMap(({ cue }, at) =>
    cue?.shape === 'we' && !isNegated(row, at) ? ownRole(row, at, cue, salience) : [],
  );
}

/** “X organises the fair at the invitation of Y”: Y is the host, unless another one is; in Arabic who invites organises, unless another one does. */
function asInvited(role: FoundRole, found: readonly FoundRole[], language: string): FoundRole {
  const isTold = (part: FoundRole['role']) =>
    found.some(
      (other) => other.role === part && other.of === role.of && other.entity !== role.entity,
    );
  const isHost = isTold('organiser') || (language !== 'ar' && !isTold('host'));
  return isHost && role.role === 'organiser' ? { ...role, role: 'host' } : role;
}

/** Lines of a programme are no longer than this. */
const agendaLine = 180;

function rolesAt(
  row: SentenceRow,
  at: number,
  cue: RoleCue,
  salience: Salience,
  taken: ReadonlySet<string>,
): FoundRole[] {
  if (cue.shape === 'we') return ownRole(row, at, cue, salience);
  const { actors: kinds } = roleKinds[cue.role];
  const joined = cue.role === 'member' ? joinedBelow(row, at) : [];
  if (joined.length > 0) return joined;
  const verbFirst = cue.gathers ? bodyAfter(row, at) : undefined;
  if (verbFirst) {
    const { body, from } = verbFirst;
    return membersOf(body, row, at, actorsAfter(row, from, kinds));
  }
  const side = sideOf(row, at, cue, kinds, taken);
  if (!side) return [];
  // “P does not count X and Y among its partners”
  const isAround = side.direction === -1 && row.pieces[at]?.like === 'among';
  if (isAround && isDenied(row, side.actors.first)) return [];
  // “Which our network coordinates, which has X as a partner”: the noun beside the verb is who does.
  const isTurned =
    side.actors.pieces.length === 0 ||
    (cue.shape === 'before' && side.direction === 1 && row.pieces[at - 1]?.sort === 'noun');
  const meant = isTurned ? nounActor(row, at, cue, salience) : undefined;
  if (side.actors.pieces.length === 0 && !meant) return impliedRole(row, at, cue, salience);
  const { actors, direction } = meant ?? side;
  if (cue.role !== 'speaker' && !meant && isOfPerson(row, actors)) return [];
  const entities = new Set(actors.pieces.flatMap((piece) => piece.mention?.entity ?? []));
  const body = cue.gathers ? gatheringBody(row, at, entities) : undefined;
  if (body) return membersOf(body, row, at, actors);
  const target = targetOf(
    row,
    at,
    actors,
    direction,
    cue.role,
    new Set([...taken, ...entities]),
    salience,
  );
  if (!target || entities.has(target.mention.entity)) return [];
  const isAbove =
    cue.role === 'partner' &&
    target.mention.start >= row.block.start &&
    target.mention.end <= (row.pieces[at]?.start ?? 0);
  if (cue.near && target.how === 'about' && !isAbove) return [];
  const rule = `${meant ? 'meant' : cue.shape}-${target.how}${actors.loose ? '-loose' : ''}`;
  const evidence = quoteOf(row, [row.pieces[at], ...actors.pieces], target.mention);
  const roles = actors.pieces.flatMap(({ mention }) =>
    mention ? [roleOf(cue.role, mention, target.mention, evidence, rule)] : [],
  );
  return cue.gathers ? roles.map(asGathered) : roles;
}

function membersOf(body: Mention, row: SentenceRow, at: number, { pieces }: Actors): FoundRole[] {
  const evidence = quoteOf(row, [row.pieces[at], ...pieces], body);
  return pieces.flatMap(({ mention }) =>
    mention && mention.entity !== body.entity
      ? [roleOf('member', mention, body, evidence, 'after-named')]
      : [],
  );
}

/** “The federation coordinates it”: a noun that stands for an organisation. */
function nounActor(
  row: SentenceRow,
  at: number,
  { shape, role }: RoleCue,
  salience: Salience,
): Side | undefined {
  const nounIn = (from: number, to: number) =>
    row.pieces
      .slice(Math.max(0, from), to)
      .find(({ kind, sort, definite }) => sort === 'noun' && kind === 'organisation' && definite);
  const noun =
    shape === 'after'
      ? nounIn(at + 1, at + 4)
      : (nounIn(at - 4, at) ?? (shape === 'either' ? nounIn(at + 1, at + 3) : undefined));
  if (!noun || !roleKinds[role].actors.includes('organisation')) return undefined;
  const mention = salience.at(noun.start, ['organisation'], noun.key);
  if (!mention) return undefined;
  const place = row.pieces.indexOf(noun);
  return {
    actors: { pieces: [{ ...noun, mention }], first: place, last: place, loose: false },
    direction: shape === 'after' ? 1 : -1,
  };
}

/** “Three cooperatives join the network: X, Y and Z.” */
function joinedBelow(row: SentenceRow, at: number): FoundRole[] {
  const { pieces } = row;
  const colon = pieces.findIndex(({ before }, index) => index > at && before.includes(':'));
  if (colon < 0 || colon > at + 14) return [];
  const between = pieces.slice(at, colon).flatMap(({ mention }) => mention ?? []);
  const [target] = between;
  if (between.length !== 1 || target?.kind !== 'organisation') return [];
  const before = pieces.slice(0, at).some(({ mention }) => mention?.kind === 'organisation');
  if (before) return [];
  const actors = actorsAfter(row, colon, ['organisation']);
  const evidence = quoteOf(row, [pieces[at], ...actors.pieces], target);
  return actors.pieces.flatMap(({ mention }) =>
    mention && mention.entity !== target.entity
      ? [roleOf('member', mention, target, evidence, 'after-named')]
      : [],
  );
}

/** The part of a sentence from the first to the last of what tells a role. */
function quoteOf(
  row: SentenceRow,
  pieces: readonly (Piece | undefined)[],
  target: Mention,
): TextSpan {
  const spans: TextSpan[] = pieces.filter((piece) => piece !== undefined);
  if (target.start >= row.start && target.end <= row.end) spans.push(target);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** “Ana Ruiz, director of X, coordinates”: the person does, and persons are not written down. */
function isOfPerson({ pieces }: SentenceRow, { first: from, pieces: [one] }: Actors): boolean {
  const at = one ? pieces.indexOf(one) : from;
  // “Ana Ruiz, director of X, which coordinates”: “which” is never said of a person.
  if (
    pieces.slice(at + 1, at + 5).find(({ sort, depth }) => sort === 'stop' && depth === 0)?.key ===
    'which'
  )
    return false;
  return pieces.slice(Math.max(0, at - 8), at).some((piece) => piece.sort === 'person');
}

function isNegated({ pieces }: SentenceRow, at: number): boolean {
  return pieces.slice(Math.max(0, at - 2), at).some((piece) => piece.sort === 'not');
}

/** “Does not count”, “no cuenta con”: a verb that means nothing else stands between the word that denies and the first actor. */
function isDenied({ pieces }: SentenceRow, first: number): boolean {
  for (let at = first - 1; at > first - 6; at--) {
    const sort = pieces[at]?.sort;
    if (sort === 'not') return true;
    if (sort !== 'word' && sort !== 'link' && sort !== 'and') return false;
  }
  return false;
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
