import type { Kinds } from '../core/kind.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Choice, Draft, DraftFact } from './draft.ts';
import { recordOf } from './draft.ts';
import { ledTo } from './subjects.ts';

/** The draft with a decision on some of its facts; what was applied stays as it is. */
export function settle(
  draft: Draft,
  ids: ReadonlySet<string>,
  status: 'proposed' | 'accepted' | 'rejected',
): Draft {
  return withFacts(draft, ids, (fact) => ({ ...fact, status }));
}

/** The draft with another value in a fact, which is thereby accepted. */
export function edit(draft: Draft, id: string, value: string, kinds: Kinds): Draft {
  return withFacts(draft, new Set([id]), (fact) => {
    const accepted = { ...withoutEdit(fact), status: 'accepted' } as const;
    // A name of the draft and a record of the base may be spelt alike, and are two things.
    const isName = ledTo(draft, { ...fact, value }, kinds) !== undefined;
    return value === fact.value && !isName ? accepted : { ...accepted, edited: value };
  });
}

/** The draft with a decision on what an entity is; what is worth no record takes its facts with it. */
export function choose(draft: Draft, entity: string, choice: Choice, kinds: Kinds): Draft {
  const chosen: Draft = {
    ...draft,
    entities: draft.entities.map((each) => (each.id === entity ? { ...each, choice } : each)),
  };
  if (choice !== 'none') return chosen;
  const concerned = factsWith(draft, entity, kinds).map(({ id }) => id);
  return settle(chosen, new Set(concerned), 'rejected');
}

/** The facts that are about an entity or lead to it. */
export function factsWith(draft: Draft, entity: string, kinds: Kinds): readonly DraftFact[] {
  return draft.facts.filter(
    (fact) =>
      fact.subject === entity ||
      (fact.edited === undefined && ledTo(draft, fact, kinds)?.id === entity),
  );
}

/** The draft in which an entity that is no record yet has another title; throws a {@link UsageError} for one that is a record. */
export function entitle(draft: Draft, entity: string, title: string): Draft {
  return {
    ...draft,
    entities: draft.entities.map((each) => {
      if (each.id !== entity) return each;
      const record = recordOf(each);
      if (record !== undefined)
        throw new UsageError(
          `“${each.title}” is the record ${record}; “koinon rename ${record} --title TITLE” corrects its title`,
        );
      const aliases = each.aliases.filter((alias) => alias !== title);
      return { ...each, title, aliases, entitled: each.entitled ?? each.title };
    }),
  };
}

/** The draft in which an entity is not a record that it might have been. */
export function differ(draft: Draft, entity: string, record: string): Draft {
  return {
    ...draft,
    entities: draft.entities.map((each) => {
      if (each.id !== entity) return each;
      const { record: was, choice, ...rest } = each;
      const left = (each.candidates ?? []).filter((candidate) => candidate.record !== record);
      const isChosen = typeof choice === 'object' && choice.record === record;
      return {
        ...rest,
        ...(choice === undefined || isChosen ? {} : { choice }),
        ...(was === undefined || was === record ? {} : { record: was }),
        candidates: left,
        not: [...new Set([...(each.not ?? []), record])],
        status:
          was !== undefined && was !== record
            ? each.status
            : left.length > 0
              ? 'candidates'
              : 'new',
      };
    }),
  };
}

function withoutEdit(fact: DraftFact): DraftFact {
  const { edited, ...rest } = fact;
  return edited === undefined ? fact : rest;
}

function withFacts(
  draft: Draft,
  ids: ReadonlySet<string>,
  change: (fact: DraftFact) => DraftFact,
): Draft {
  return {
    ...draft,
    facts: draft.facts.map((fact) =>
      ids.has(fact.id) && fact.status !== 'applied' ? change(fact) : fact,
    ),
  };
}
