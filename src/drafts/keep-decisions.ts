import type { Kinds } from '../core/kind.ts';
import type { Draft } from './draft.ts';
import { unite } from './unite.ts';

/** What is found now, with what people decided on an earlier draft of the same document. */
export function keepDecisions(fresh: Draft, earlier: Draft, kinds: Kinds): Draft {
  const facts = new Map(earlier.facts.map((fact) => [fact.id, fact]));
  const entities = new Map(earlier.entities.map((entity) => [entity.id, entity]));
  const found = new Set(fresh.facts.map(({ id }) => id));
  const kept: Draft = {
    ...fresh,
    id: earlier.id,
    entities: fresh.entities.map((entity) => {
      const { choice, not, entitled, title } = entities.get(entity.id) ?? {};
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
  return earlier.entities.reduce(
    (draft, { id, also = [] }) => also.reduce((each, gone) => unite(each, id, gone, kinds), draft),
    kept,
  );
}
