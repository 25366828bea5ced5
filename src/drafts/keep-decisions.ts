import type { Kinds } from '../core/kind.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Draft } from './draft.ts';
import { unite } from './unite.ts';

/** What is found now, with what people decided on an earlier draft of the same document. */
export function keepDecisions(fresh: Draft, earlier: Draft, kinds: Kinds): Draft {
  const facts = new Map(earlier.facts.map((fact) => [fact.id, fact]));
  const entities = new Map(earlier.entities.map((entity) => [entity.id, entity]));
  const merged = new Map(
    earlier.entities.flatMap((entity) => (entity.also ?? []).map((gone) => [gone, entity])),
  );
  const found = new Set(fresh.facts.map(({ id }) => id));
  const kept: Draft = {
    ...fresh,
    id: earlier.id,
    entities: fresh.entities.map((entity) => {
      const was = entities.get(entity.id);
      const { not, entitled, title } = was ?? {};
      // What was said of two names in one is said of each; a record only of the first, lest it hide that the second is another.
      const both = merged.get(entity.id)?.choice;
      const choice = was?.choice ?? (typeof both === 'string' ? both : undefined);
      return {
        ...entity,
        ...(choice ? { choice } : {}),
        ...(not ? { not } : {}),
        ...(entitled && title !== undefined ? { title, entitled } : {}),
      };
    }),
    facts: [
      ...fresh.facts.map((fact) => {
        const { status, edited } = facts.get(fact.id) ?? fact;
        return { ...fact, status, ...(edited === undefined ? {} : { edited }) };
      }),
      // What was decided on stays, even where the rules of today no longer find it.
      ...earlier.facts.filter((fact) => fact.status !== 'proposed' && !found.has(fact.id)),
    ],
  };
  return earlier.entities
    .flatMap(({ id, also = [] }) => also.map((gone) => ({ id, gone })))
    .reduce((draft, { id, gone }) => againOne(draft, id, gone, kinds), kept);
}

/** Two names as one, as they were; those that are two records by now are left apart, and the draft says so. */
function againOne(draft: Draft, kept: string, gone: string, kinds: Kinds): Draft {
  try {
    return unite(draft, kept, gone, kinds);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const apart = `what was one name of the document is two again: ${kept} and ${gone}`;
    return { ...draft, notes: [apart, error.message, ...draft.notes] };
  }
}
