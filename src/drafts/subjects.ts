import type { Draft, DraftEntity, DraftFact } from './draft.ts';

/** An entity with the facts about it. */
export interface Subject {
  readonly entity: DraftEntity;
  readonly facts: readonly DraftFact[];
}

/** What a draft has facts about: the document's own subject first, then by the number of facts. */
export function subjects(draft: Draft): readonly Subject[] {
  const main = draft.subject?.entity;
  return draft.entities
    .map((entity) => ({
      entity,
      facts: draft.facts.filter(({ subject }) => subject === entity.id),
    }))
    .filter(({ entity, facts }) => facts.length > 0 || entity.roles.length > 0)
    .sort(
      (a, b) =>
        Number(b.entity.id === main) - Number(a.entity.id === main) ||
        b.facts.length - a.facts.length,
    );
}

/** A value for people: what a relation leads to by its title. */
export function shownValue(draft: Draft, { value, edited }: DraftFact): string {
  const shown = edited ?? value;
  const entity = draft.entities.find(({ id }) => id === shown);
  return entity ? entity.title : shown;
}
