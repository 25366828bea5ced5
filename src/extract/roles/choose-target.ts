import type { RoleName } from '../extraction.ts';
import type { Actors } from './role-actors.ts';
import { roleKinds } from './role-kinds.ts';
import type { Salience, Target } from './role-target.ts';
import { targetFrom, targetIn } from './role-target.ts';
import type { Piece, SentenceRow } from '../text/sentence-row.ts';

/** The entity in which the actors of a cue have their role: named beside it, stood for by a noun, or what the text is about. */
export function targetOf(
  row: SentenceRow,
  at: number,
  actors: Actors,
  direction: 1 | -1,
  role: RoleName,
  others: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  const kinds = ofCue(row, at, role);
  const own = row.pieces[at];
  // “The study «Who weaves?», coordinated by X”: no project is.
  const isOfPaper = row.pieces[at - 1]?.mention?.kind === 'document' && own?.cue?.shape === 'after';
  if (role === 'lead' && isOfPaper) return undefined;
  const call = callMeant(row, at, role, others, salience);
  if (call) return call;
  if (at === 0 && /:/.test(row.pieces[1]?.before ?? '')) {
    // “3. REPARA. Applicant: X. Partners: Y and Z.”
    const before = row.start > row.block.start ? salience.above(row.start, kinds) : undefined;
    // “T2 Saving together. Organised by: X”: a part of the day that nothing else names.
    const isOfPart = role === 'organiser' && row.start > row.block.start;
    const mention = before ?? (isOfPart ? undefined : salience.sheet(row.start, kinds));
    if (isOfPart && !mention) return undefined;
    if (mention) return { mention, how: 'about' };
  }
  // “The region pays half of it”: of what was told before, not of the organisation that the text is about.
  const isPaid = role === 'funder' && direction === -1;
  const funded = role === 'funder' ? fundedBody(row, at, others) : undefined;
  if (funded) return funded;
  const nearest =
    role === 'lead' && direction === 1 && row.pieces[at]?.cue?.shape === 'after'
      ? nearestBehind(row, at, kinds, others, salience)
      : undefined;
  return (
    nearest ??
    first(kinds, (kind) => {
      // Only a member is one of an organisation that is named beside it; else it is what the text is about.
      if (kind === 'organisation' && role !== 'member') return subjectIn(row, at, salience);
      if (role === 'member' && direction === -1)
        return (
          targetFrom(row, at + 1, 1, kind, others, salience, 12) ??
          // “F counts X among its members”, “F welcomed X as a member”
          (own?.like === undefined
            ? ofWhich(row, actors, kind, others, salience)
            : targetFrom(row, actors.first - 1, -1, kind, others, salience, 6))
        );
      const ahead = () =>
        targetFrom(row, at + 1, 1, kind, others, salience, direction === 1 ? 40 : 12);
      const behind = () => targetFrom(row, at - 1, -1, kind, others, salience);
      // “Among the members of F are X and Y”
      const [actor] = actors.pieces;
      const upTo = actor ? row.pieces.indexOf(actor, at) - at - 1 : 0;
      const between = () => {
        const inside =
          upTo > 0 ? targetFrom(row, at + 1, 1, kind, others, salience, upTo) : undefined;
        // “At the head of the project P stands X”: the noun has its name beside it.
        const isHere =
          inside !== undefined &&
          inside.mention.start >= (row.pieces[at]?.end ?? 0) &&
          inside.mention.end <= (actor?.start ?? 0);
        return inside?.how === 'named' || isHere ? inside : undefined;
      };
      const beyond = () => targetFrom(row, actors.last + 1, 1, kind, others, salience, 12);
      const within = own && kinds.length === 1 ? targetIn(own, kind, others, salience) : undefined;
      return (
        within ?? (direction === 1 ? (between() ?? behind() ?? beyond()) : (ahead() ?? behind()))
      );
    }) ??
    projectTakenPartIn(row, at, direction, role, others, salience) ??
    (role === 'member' && direction === -1
      ? undefined
      : aboutTarget(row, isPaid ? kinds.filter(isNoBody) : kinds, role, salience))
  );
}

/** “F, of which X is a member”: what a comma and words like “of which” part from the actor. */
function ofWhich(
  row: SentenceRow,
  { first: actor }: Actors,
  kind: string,
  others: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  const { pieces } = row;
  let at = actor - 1;
  while (at > actor - 5 && (pieces[at]?.sort === 'stop' || pieces[at]?.sort === 'link')) at--;
  if (at === actor - 1 || !/^["'»”]?\s?[,،]/.test(pieces[at + 1]?.before ?? '')) return undefined;
  const piece = pieces[at];
  const target = piece && targetIn(piece, kind, others, salience);
  return target?.how === 'named' ? target : undefined;
}

const isNoBody = (kind: string) => kind !== 'organisation';

/** “The federation X is supported by Y”: X is what is funded. */
function fundedBody(
  { pieces }: SentenceRow,
  at: number,
  others: ReadonlySet<string>,
): Target | undefined {
  const cue = pieces[at];
  if (cue?.cue?.shape !== 'after' || /[,،;–—]/.test(cue.before)) return undefined;
  let left = at - 1;
  while (left > at - 3 && pieces[left]?.sort === 'link') left--;
  const { mention } = pieces[left] ?? {};
  if (mention?.kind !== 'organisation' || others.has(mention.entity)) return undefined;
  // “The project of X is funded by Y”
  const isOfIt = pieces
    .slice(Math.max(0, left - 6), left)
    .some(
      ({ kind, mention: each }) =>
        (each?.kind ?? kind) === 'project' || each?.kind === 'event' || kind === 'event',
    );
  return isOfIt || left > 3 ? undefined : { mention, how: 'named' };
}

/** “The forum, promoted by X”: the nearest that can have been. */
function nearestBehind(
  { pieces }: SentenceRow,
  at: number,
  kinds: readonly string[],
  others: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 40); index--) {
    const piece = pieces[index];
    // “Beside X there is “Y”, run by Z”: the nearest is one that nothing knows.
    if (piece && piece.sort !== 'mention' && /["“«]/.test(piece.before)) return undefined;
    const found = piece && first(kinds, (kind) => targetIn(piece, kind, others, salience));
    if (found) return found;
  }
  return undefined;
}

/** A text about a call or a programme: “the call is an initiative of X”. */
function callMeant(
  { pieces }: SentenceRow,
  at: number,
  role: RoleName,
  others: ReadonlySet<string>,
  { subject }: Salience,
): Target | undefined {
  if (subject?.kind !== 'programme' || others.has(subject.entity)) return undefined;
  if (role === 'member' || role === 'host' || role === 'participant') return undefined;
  const before = pieces.slice(Math.max(0, at - 20), at);
  const isOther = before.some(
    ({ mention }) => mention?.kind === 'project' || mention?.kind === 'event',
  );
  const isMeant = before.some(
    ({ kind, mention }) => kind === 'programme' || mention?.entity === subject.entity,
  );
  return isMeant && !isOther ? { mention: subject, how: 'noun' } : undefined;
}

/** “The project ORILLAS, in which X takes part”, where no event is named. */
function projectTakenPartIn(
  row: SentenceRow,
  at: number,
  direction: 1 | -1,
  role: RoleName,
  others: ReadonlySet<string>,
  salience: Salience,
): Target | undefined {
  const { cue } = row.pieces[at] ?? {};
  if (role !== 'participant' || cue?.shape === 'after') return undefined;
  if (row.pieces.some(({ kind, mention }) => kind === 'event' || mention?.kind === 'event'))
    return undefined;
  // Where the verb comes first, what it is about comes last.
  const ahead =
    direction === 1 && (cue?.shape === 'either' || cue?.shape === 'before')
      ? targetFrom(row, at + 1, 1, 'project', others, salience, 14)
      : undefined;
  if (ahead) return ahead;
  const target = targetFrom(row, at - 1, -1, 'project', others, salience);
  // “X is a project in which Y takes part”
  const isNamed = target && target.mention.start >= row.start && target.mention.end <= row.end;
  return isNamed ? target : undefined;
}

/** The kinds in which a role is had, cut down to that of the noun in the cue: “leads the project”. */
export function ofCue({ pieces }: SentenceRow, at: number, role: RoleName): readonly string[] {
  const { of, elsewhere } = roleKinds[role];
  const { kind, cue } = pieces[at] ?? {};
  // “Looks after the programme”: that of the event, where no other is named.
  if (kind === 'programme' && cue?.shape === 'before' && !pieces.some(isProgramme)) return of;
  // “In partnership with” is no word for the project.
  if (kind === undefined || cue?.shape === 'after' || cue?.shape === 'noun') return of;
  return of.includes(kind) || elsewhere?.[kind] !== undefined ? [kind] : of;
}

const isProgramme = ({ mention }: Piece) => mention?.kind === 'programme';

/** The subject of the text, where the sentence names it before the cue or a noun there stands for it. */
function subjectIn({ pieces }: SentenceRow, at: number, { subject }: Salience): Target | undefined {
  if (subject?.kind !== 'organisation') return undefined;
  const near = pieces.slice(Math.max(0, at - 20), at);
  const isNamed = near.some(
    ({ mention, kind }) => mention?.entity === subject.entity || kind === 'organisation',
  );
  return isNamed ? { mention: subject, how: 'noun' } : undefined;
}

/** Nothing is named: a role that has another name elsewhere is had only in what it is usually had in. */
export function aboutTarget(
  { start, end, block, pieces, focus }: SentenceRow,
  kinds: readonly string[],
  role: RoleName,
  salience: Salience,
): Target | undefined {
  const { elsewhere } = roleKinds[role];
  const usual = kinds.filter((kind) => elsewhere?.[kind] === undefined || kinds.length === 1);
  // “The meeting … with the help of X”: of a meeting that nothing names.
  if (role === 'partner' && namesEvent(pieces)) return undefined;
  const bodily = role === 'host' ? usual.filter((kind) => kind !== 'organisation') : usual;
  // “The project tells of two villages. It is led by X.”
  const isOfProject = focus?.sort === 'noun' && focus.kind === 'project' && bodily[0] === 'project';
  const meant = isOfProject ? salience.at(focus.start, ['project'], focus.key) : undefined;
  const near = meant ?? salience.at(start, bodily);
  // “It is paid by X. The visit is part of the project P.”: what is named next is less in mind than what the text is about.
  const { subject } = salience;
  const isNext = near && near.start >= end && subject && bodily.includes(subject.kind);
  const mention = isNext ? subject : near;
  // What is only named further down, nobody has in mind yet, unless the text is about it.
  const isLater = mention && mention.start >= block.end;
  if (!mention || (isLater && mention.entity !== salience.subject?.entity)) return undefined;
  return { mention, how: 'about' };
}

const eventful = new WeakMap<SentenceRow['pieces'], boolean>();

/** Whether a row speaks of an event; remembered, since a row of many names is asked once for each. */
function namesEvent(pieces: SentenceRow['pieces']): boolean {
  const known = eventful.get(pieces) ?? pieces.some(({ kind }) => kind === 'event');
  eventful.set(pieces, known);
  return known;
}

export function first<Found>(
  kinds: readonly string[],
  find: (kind: string) => Found | undefined,
): Found | undefined {
  for (const kind of kinds) {
    const found = find(kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
