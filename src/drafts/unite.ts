import type { Kinds } from '../core/kind.ts';
import { UsageError } from '../core/usage-error.ts';
import type { Choice, Draft, DraftEntity, DraftFact } from './draft.ts';
import { recordOf } from './draft.ts';
import { ledTo } from './subjects.ts';

/**
 * The draft in which two names are one: what `gone` is called are further names of `kept`, and the facts of both are its facts. Throws a
 * {@link UsageError} for names of two kinds, and for those that are two records of the base.
 */
export function unite(draft: Draft, kept: string, gone: string, kinds: Kinds): Draft {
  const [one, other] = [kept, gone].map((id) => draft.entities.find((each) => each.id === id));
  if (!one || !other || one === other) return draft;
  if (one.kind !== other.kind)
    throw new UsageError(
      `“${one.title}” (${one.kind}) and “${other.title}” (${other.kind}) are of two kinds, and cannot be one`,
    );
  const records = [recordOf(one), recordOf(other)];
  if (records[0] !== undefined && records[1] !== undefined && records[0] !== records[1])
    throw new UsageError(
      `“${one.title}” is ${records[0]} and “${other.title}” is ${records[1]}: “koinon merge ${records[1]} ${records[0]}” makes one of two records`,
    );
  const named = (id: string) => (id === gone ? kept : id);
  const entities = draft.entities
    .filter(({ id }) => id !== gone)
    .map((entity) => (entity === one ? united(one, other) : entity))
    .map((entity) => ({
      ...entity,
      roles: entity.roles.map((role) => ({ ...role, of: named(role.of) })),
    }));
  // Facts that went because one of the two needed no record are open again where the other may need one.
  const reopened = [one, other].filter(({ choice }) => choice === 'none');
  const [idle] = reopened.length === 1 ? reopened : [];
  const facts = draft.facts.flatMap((fact) => {
    const name = ledTo(draft, fact, kinds);
    const isOpen = fact.status === 'rejected' && idle && [fact.subject, name?.id].includes(idle.id);
    const subject = named(fact.subject);
    const value = name ? named(name.id) : fact.value;
    if (name && subject === value) return [];
    return { ...fact, subject, value, status: isOpen ? ('proposed' as const) : fact.status };
  });
  return {
    ...draft,
    subject: draft.subject && { ...draft.subject, entity: named(draft.subject.entity) },
    entities,
    facts: withoutTwins(facts),
  };
}

function united(one: DraftEntity, other: DraftEntity): DraftEntity {
  const names = new Set([...one.aliases, other.title, other.acronym ?? '', ...other.aliases]);
  const acronym = one.acronym ?? other.acronym;
  const country = one.country ?? other.country;
  const record = recordOf(one) ?? recordOf(other);
  // What one of them is said to be, the other is too, and its names are to be noted as that record's.
  const choice = record === undefined ? choiceOfBoth(one, other) : { record };
  const candidates = [...(one.candidates ?? []), ...(other.candidates ?? [])].filter(
    (each, at, all) => all.findIndex((first) => first.record === each.record) === at,
  );
  const { choice: _, ...rest } = one;
  return {
    ...rest,
    ...(acronym === undefined ? {} : { acronym }),
    ...(country === undefined ? {} : { country }),
    ...(choice === undefined ? {} : { choice }),
    ...(candidates.length === 0 ? {} : { candidates }),
    ...(one.status === 'new' && candidates.length > 0 ? { status: 'candidates' } : {}),
    aliases: [...names].filter((name) => name !== '' && name !== one.title && name !== acronym),
    also: [...(one.also ?? []), other.id, ...(other.also ?? [])],
    not: [...new Set([...(one.not ?? []), ...(other.not ?? [])])],
    confidence: Math.max(one.confidence, other.confidence),
    mentions: [...one.mentions, ...other.mentions].sort((a, b) => a.start - b.start),
    roles: [...one.roles, ...other.roles].filter(({ of }) => of !== one.id && of !== other.id),
  };
}

/** Neither needs a record only where somebody said so of both. */
function choiceOfBoth(one: DraftEntity, other: DraftEntity): Choice | undefined {
  if (one.choice === 'none' && other.choice === 'none') return 'none';
  return [one.choice, other.choice].find((choice) => choice !== undefined && choice !== 'none');
}

/** What was found of both names is one fact with the evidence of both; a decision on one of them holds, and contrary ones leave it open. */
function withoutTwins(facts: readonly DraftFact[]): readonly DraftFact[] {
  const kept = new Map<string, DraftFact>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.subject, fact.field, fact.edited ?? fact.value]);
    const twin = kept.get(key);
    if (!twin) {
      kept.set(key, fact);
      continue;
    }
    kept.set(key, {
      ...twin,
      status: statusOfBoth(twin.status, fact.status),
      confidence: Math.max(twin.confidence, fact.confidence),
      evidence: [...twin.evidence, ...fact.evidence],
    });
  }
  return [...kept.values()];
}

function statusOfBoth(one: DraftFact['status'], other: DraftFact['status']): DraftFact['status'] {
  if (one === other || other === 'proposed') return one;
  if (one === 'proposed') return other;
  // What is in a record stays; else one was accepted and the other rejected.
  return [one, other].includes('applied') ? 'applied' : 'proposed';
}
