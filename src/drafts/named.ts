import { UsageError } from '../core/usage-error.ts';
import type { Answering } from './answering.ts';
import type { Draft, DraftFact } from './draft.ts';
import { documentSubject, entityOf } from './subjects.ts';

/** The name of a draft that a person means: by its id there, its title or acronym, or a further name. */
export function entityNamed({ entities }: Draft, name: string): string | undefined {
  const found =
    entities.find(({ id }) => id === name) ??
    entities.find(({ title, acronym }) => title === name || acronym === name) ??
    entities.find(({ aliases, also }) => aliases.includes(name) || also?.includes(name));
  return found?.id;
}

/** The same; throws a {@link UsageError} with the names that there are. */
export function oneNamed(draft: Draft, name: string): string {
  const found = entityNamed(draft, name);
  if (found !== undefined) return found;
  const ids = draft.entities.map(({ id }) => id).join(', ');
  throw new UsageError(`The draft has no name “${name}”; there are ${ids}`);
}

/** What a fact may be about: a name, or the document itself. */
export function subjectNamed(draft: Draft, name: string): string {
  return name === documentSubject ? name : oneNamed(draft, name);
}

/** The record of the base that a person names for a relation, of the kind that it leads to. */
export function linkedRecord(
  draft: Draft,
  { subject, field }: Pick<DraftFact, 'subject' | 'field'>,
  written: string,
  base: Pick<Answering, 'kinds' | 'find'>,
): Promise<string> {
  const relation = base.kinds.get(entityOf(draft, subject)?.kind ?? '')?.relations[field];
  const [only, ...more] = relation?.to ?? [];
  return base.find(written, more.length === 0 && only !== 'any' ? only : undefined);
}
