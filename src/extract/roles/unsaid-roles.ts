import { aboutTarget, first, ofCue } from './choose-target.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import { actorsAfter } from './role-actors.ts';
import type { RoleCue } from './role-cues.ts';
import { targetFrom } from './role-target.ts';
import type { Salience } from './role-target.ts';
import type { SentenceRow } from '../text/sentence-row.ts';

/** “We coordinate …”: who writes has the role; of “we are a member of X” the actor is who writes, too. */
export function ownRole(
  row: SentenceRow,
  at: number,
  { role, near }: RoleCue,
  salience: Salience,
): FoundRole[] {
  const { author } = salience;
  if (!author) return [];
  const self = new Set([author.entity]);
  if (role === 'member') {
    const { pieces } = actorsAfter(row, at + 1, ['organisation']);
    return pieces.flatMap(({ mention }) =>
      mention && mention.entity !== author.entity ? [roleOf(role, author, mention, row, 'we')] : [],
    );
  }
  const kinds = ofCue(row, at, role).filter((kind) => role !== 'host' || kind === 'event');
  const target =
    first(kinds, (kind) => targetFrom(row, at, 1, kind, self, salience, 20)) ??
    first(kinds, (kind) => targetFrom(row, at - 1, -1, kind, self, salience)) ??
    (near ? undefined : aboutTarget(row, kinds, role, salience));
  return target ? [roleOf(role, author, target.mention, row, 'we')] : [];
}

/** Languages whose verbs need no subject: “Entre 2021 y 2023 coordinó el proyecto SEMILLA”. */
const withoutPronouns = new Set(['ar', 'ca', 'el', 'es', 'it', 'pt']);

/** A verb without a subject, in a text about an organisation, has that one as its subject. */
export function impliedRole(
  row: SentenceRow,
  at: number,
  cue: RoleCue,
  salience: Salience,
): FoundRole[] {
  const { subject } = salience;
  if (subject?.kind !== 'organisation' || cue.shape === 'noun' || cue.shape === 'after') return [];
  if (!withoutPronouns.has(row.block.language) || cue.role === 'member') return [];
  const self = new Set([subject.entity]);
  const target = first(ofCue(row, at, cue.role), (kind) =>
    targetFrom(row, at + 1, 1, kind, self, salience, 12),
  );
  return target ? [roleOf(cue.role, subject, target.mention, row, 'implied')] : [];
}
