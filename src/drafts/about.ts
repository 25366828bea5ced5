import type { Kinds } from '../core/kind.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { documentSubject, ledTo } from './subjects.ts';

/** The names that the record of the document will link to, though no fact says so, since accepted facts are about them. */
export function alsoAbout(draft: Draft, kinds: Kinds): readonly DraftEntity[] {
  const accepted = draft.facts.filter(({ status }) => status === 'accepted');
  const subjects = new Set(accepted.map(({ subject }) => subject));
  const said = saidAbout(draft, kinds);
  return draft.entities.filter(
    ({ id, choice }) => subjects.has(id) && choice !== 'none' && !said.has(id),
  );
}

/** The names of which somebody said that the document is not about them. */
export function notAbout(draft: Draft, kinds: Kinds): ReadonlySet<string> {
  return new Set(
    [...saidAbout(draft, kinds)].flatMap(([id, status]) => (status === 'rejected' ? [id] : [])),
  );
}

/** By name, what was decided on the fact that the document is about it, where there is one. */
function saidAbout(draft: Draft, kinds: Kinds): ReadonlyMap<string, string> {
  return new Map(
    draft.facts.flatMap((fact) => {
      const isAbout = fact.subject === documentSubject && fact.field === 'about';
      const name = isAbout && fact.edited === undefined ? ledTo(draft, fact, kinds) : undefined;
      return name && fact.status !== 'proposed' ? [[name.id, fact.status] as const] : [];
    }),
  );
}
