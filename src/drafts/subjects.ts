import type { Kinds } from '../core/kind.ts';
import type { Draft, DraftEntity, DraftFact } from './draft.ts';

/** An entity with the facts about it. */
export interface Subject {
  readonly entity: DraftEntity;
  readonly facts: readonly DraftFact[];
}

/** By what the facts about the document itself name their subject. */
export const documentSubject = 'document';

/** The entity that facts name as their subject; the document is one too. */
export function entityOf(draft: Draft, id: string): DraftEntity | undefined {
  return id === documentSubject
    ? documentEntity(draft)
    : draft.entities.find((each) => each.id === id);
}

function documentEntity({ id, document }: Draft): DraftEntity {
  return {
    id: documentSubject,
    kind: 'document',
    title: document.title,
    aliases: [],
    status: 'known',
    record: id,
    confidence: 1,
    rule: 'document',
    mentions: [],
    roles: [],
  };
}

/** What a draft has facts about: the document's own subject first, then by the number of facts, the document itself last. */
export function subjects(draft: Draft): readonly Subject[] {
  const main = draft.subject?.entity;
  const about = [...draft.entities, documentEntity(draft)];
  return about
    .map((entity) => ({
      entity,
      facts: draft.facts.filter(({ subject }) => subject === entity.id),
    }))
    .filter(({ entity, facts }) => facts.length > 0 || entity.roles.length > 0)
    .sort(
      (a, b) =>
        Number(b.entity.id === main) - Number(a.entity.id === main) ||
        Number(a.entity.id === documentSubject) - Number(b.entity.id === documentSubject) ||
        b.facts.length - a.facts.length,
    );
}

/** The name of the draft that a fact was found to lead to: only a relation leads to one, and a theme may be spelt like a project. */
export function ledTo(
  draft: Draft,
  { subject, field, value }: Pick<DraftFact, 'subject' | 'field' | 'value'>,
  kinds: Kinds,
): DraftEntity | undefined {
  const relations = kinds.get(entityOf(draft, subject)?.kind ?? '')?.relations ?? {};
  return Object.hasOwn(relations, field)
    ? draft.entities.find(({ id }) => id === value)
    : undefined;
}

/** A value for people: what a relation leads to by its title. */
export function shownValue(draft: Draft, fact: DraftFact, kinds: Kinds): string {
  return fact.edited ?? ledTo(draft, fact, kinds)?.title ?? fact.value;
}
