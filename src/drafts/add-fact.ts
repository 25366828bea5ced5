import { hash } from 'node:crypto';
import { UsageError } from '../core/usage-error.ts';
import type { Answering } from './answering.ts';
import { settle } from './decide.ts';
import type { Draft, DraftFact } from './draft.ts';
import { addedRule, valueOf } from './draft.ts';
import { entityNamed, linkedRecord } from './named.ts';
import { entityOf } from './subjects.ts';

/**
 * The draft with a fact that no reader found, accepted and marked as a person’s; where the same was found, that is accepted. Throws a
 * {@link UsageError} for what the kind of its subject does not have or cannot read, and for a second value where one was found.
 */
export async function addFact(
  draft: Draft,
  to: string,
  key: string,
  written: string,
  base: Answering,
): Promise<Draft> {
  const subject = entityOf(draft, to);
  const kind = base.kinds.get(subject?.kind ?? '');
  if (!subject || !kind) throw new UsageError(`the draft has no name “${to}”`);
  if (subject.choice === 'none')
    throw new UsageError(`“${subject.title}” needs no record, as somebody said`);
  const field = base.field(key, kind) ?? '';
  const isField = Object.hasOwn(kind.fields, field);
  if (!isField && !Object.hasOwn(kind.relations, field))
    throw new UsageError(
      `A record of kind ${kind.name} has no field “${key}”; it has ${[...Object.keys(kind.fields), ...Object.keys(kind.relations)].join(', ')}`,
    );
  const about = { subject: to, field } as const;
  const said = isField
    ? { value: base.value(draft, blank(about), written) }
    : await linkOf(draft, about, written, base);
  const fact = { ...blank(about), ...said };
  const others = draft.facts.filter(
    (each) => each.subject === to && each.field === field && each.status !== 'rejected',
  );
  const same = others.find((each) => valueOf(each) === valueOf(fact));
  if (same) return settle(draft, new Set([same.id]), 'accepted');
  const [other] = others;
  const isSingle = (isField ? kind.fields[field] : kind.relations[field])?.single === true;
  if (isSingle && other)
    throw new UsageError(
      `“${field}” of “${subject.title}” was found already, as ${valueOf(other)}: “--edit ${other.id}=…” corrects it`,
    );
  const id = hash('sha256', JSON.stringify([to, field, valueOf(fact)])).slice(0, 10);
  return { ...draft, facts: [...draft.facts, { ...fact, id }] };
}

function blank(about: Pick<DraftFact, 'subject' | 'field'>): DraftFact {
  return {
    id: '',
    ...about,
    value: '',
    evidence: [],
    rule: addedRule,
    confidence: 1,
    status: 'accepted',
  };
}

/** A name of the draft, else a record of the base; the latter as one that a person put in place of any name. */
async function linkOf(
  draft: Draft,
  fact: Pick<DraftFact, 'subject' | 'field'>,
  written: string,
  base: Answering,
): Promise<Pick<DraftFact, 'value' | 'edited'>> {
  const name = entityNamed(draft, written);
  if (name !== undefined) return { value: name };
  const record = await linkedRecord(draft, fact, written, base);
  return { value: record, edited: record };
}
