import type { Kind } from '../core/kind.ts';
import type { Node } from '../core/node.ts';
import { asText, isMap, isText, nodeMap, textsOf } from '../core/node.ts';
import type { Link, ReadRecord } from '../core/record.ts';
import { setByPerson } from '../core/set-by-person.ts';
import { slug } from '../core/slug.ts';
import type { FrontEdit } from '../markdown/front-edit.ts';
import type { WrittenField } from '../core/written-fields.ts';
import { fold } from '../vocabulary/fold.ts';
import type { Outcome, Surroundings } from './applying.ts';
import type { Draft, DraftFact } from './draft.ts';
import { isByPerson, valueOf } from './draft.ts';
import { restsOn } from './rests-on.ts';

/** How one fact enters the front matter of a record. */
export interface Step {
  readonly outcome: Outcome['outcome'];
  readonly under?: string;
  readonly edits: readonly FrontEdit[];
  readonly detail?: string;
  /** What the record said, where that gives way. */
  readonly instead?: string;
}

/** The record that a relation is to lead to. */
export interface Other {
  readonly id: string;
  readonly kind: string;
  /** What a link to it says. */
  readonly name: string;
}

/** A record as it now stands, with all that decides how facts enter it. */
export interface Entering {
  readonly id: string;
  readonly kind: Kind;
  readonly record: ReadRecord;
  /** As it was before any of these facts. */
  readonly before: ReadRecord | undefined;
  /** What its file writes for each field. */
  readonly written: ReadonlyMap<string, WrittenField>;
  /** Accepted facts about the same record. */
  readonly facts: readonly DraftFact[];
  /** The ids of the records that its links lead to, by their targets as they are written. */
  readonly meant: ReadonlyMap<string, string>;
  /** The id of the document that says it. */
  readonly documentId: string;
  readonly draft: Draft;
  readonly base: Surroundings;
}

export function fieldStep(fact: DraftFact, entering: Entering): Step {
  const { kind, record, before, written, base } = entering;
  const { field } = fact;
  const value = valueOf(fact);
  if (field === 'title') return titleStep(record, value);
  const declared = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
  if (!declared) return refusal(`a record of kind ${kind.name} has no field “${field}”`);
  const parsed = declared.value.parse(value, base);
  if (!('value' in parsed)) return refusal(parsed.reason || `expected ${declared.value.expects}`);
  const canonical = JSON.stringify(parsed.value);
  const present = record.values[field] ?? [];
  const isSaid = (values: readonly Node[] = []) =>
    values.some((each) => JSON.stringify(each) === canonical);
  if (isSaid(present)) return there(isSaid(before?.values[field]));
  const isGuess = fact.inferred === true && fact.edited === undefined && field === 'form';
  if (isGuess && narrows(before?.values[field], asText(parsed.value), base))
    return { outcome: 'known', edits: [] };
  const entered = declared.value.vocabulary ? parsed.value : value;
  // The words of a name are a guess at its form, and never a second form beside the one that a record says.
  const isSettled = isGuess && (before?.values[field] ?? []).length > 0;
  const holdsOne = declared.single === true || declared.value.name === 'money' || isSettled;
  // What nobody can read is still what somebody wrote.
  const says =
    present.length === 0
      ? asText(written.get(field)?.node ?? '')
      : present
          .map((each) => declared.value.show?.(each, base, 'en') ?? (isText(each) ? each : ''))
          .join(', ');
  if (says === '' || (!holdsOne && present.length > 0)) {
    const split = (list: string) => declared.value.items?.(list, base) ?? [list];
    return { outcome: 'written', edits: [{ add: field, values: [entered], split }] };
  }
  return base.overwrites.has(fact.id)
    ? instead(fact, entered, says, asText(written.get(field)?.node ?? says))
    : claimed(fact, value, says, entering);
}

/** Whether one of some forms lies below another: who says “worker cooperative” says “cooperative”. */
function narrows(forms: readonly Node[] | undefined, wide: string, base: Surroundings): boolean {
  const below = new Set(base.concepts('forms').narrower(wide));
  return (forms ?? []).some((each) => below.has(asText(each)));
}

/** A link to a record, unless it stands there in some spelling already. */
export function linkStep(fact: DraftFact, other: Other, entering: Entering): Step {
  const { id, kind, facts, record, before, meant, base } = entering;
  const link = `[[${other.name}]]`;
  const isIn = (relation: string) => stands(record.links, relation, other.id, meant);
  const wasIn = (relation: string) => stands(before?.links ?? [], relation, other.id, meant);
  const { field } = fact;
  const to = kind.relations[field]?.to ?? [];
  if (other.id === id) return refusal('a record has no link to itself');
  if (!to.includes('any') && !to.includes(other.kind))
    return refusal(`“${field}” does not lead to records of kind ${other.kind}`);
  if (isIn(field)) return there(wasIn(field));
  for (const [more, less] of kind.exclusive ?? []) {
    // Who leads is a partner too, and is not listed twice.
    const says = (name: string) =>
      isIn(name) ||
      facts.some(
        (each) =>
          each.field === name && valueOf(each) === valueOf(fact) && !isContrary(each, entering),
      );
    if (field === less && says(more)) return { ...there(wasIn(more)), under: more };
    if (field === more && isIn(less)) return claimed(fact, link, less, entering);
  }
  const others = stoodIn(field, entering);
  if (kind.relations[field]?.single && others.length > 0) {
    const says = others.map(({ target }) => target).join(', ');
    return base.overwrites.has(fact.id)
      ? instead(fact, link, says, others.map(({ target }) => `[[${target}]]`).join(', '))
      : claimed(fact, link, says, entering);
  }
  return { outcome: 'written', edits: [{ add: field, values: [link] }] };
}

function instead({ field }: DraftFact, value: Node, says: string, written: string): Step {
  const edits = [{ set: field, values: [value] }];
  return { outcome: 'written', edits, detail: `instead of ${says}`, instead: written };
}

function stoodIn(relation: string, { before }: Entering): readonly Link[] {
  return before?.links.filter((link) => link.relation === relation) ?? [];
}

/** Whether a link to one record is to stand where another one does, which nobody said gives way. */
function isContrary({ id, field }: DraftFact, entering: Entering): boolean {
  const { kind, base } = entering;
  const isFull = kind.relations[field]?.single && stoodIn(field, entering).length > 0;
  return isFull === true && !base.overwrites.has(id);
}

/** Nothing is to be written: the record said it before, or another fact of the draft has written it. */
function there(before: boolean): Step {
  return { outcome: before ? 'known' : 'same', edits: [] };
}

/** Whether a relation leads to a record, in whatever spelling. */
export function stands(
  links: readonly Link[],
  relation: string,
  id: string,
  meant: ReadonlyMap<string, string>,
): boolean {
  return links.some((link) => {
    if (link.relation !== relation) return false;
    const known = meant.get(link.target);
    return known === undefined
      ? fold(link.target) === fold(id) || slug(link.target) === id
      : known === id;
  });
}

/** Another title is a further name. */
function titleStep(record: ReadRecord, value: string): Step {
  const texts = ['aliases', 'acronym', 'names'].flatMap((field) =>
    (record.values[field] ?? []).flatMap(textsOf),
  );
  const isKnown = [record.title, ...texts].some((name) => fold(name) === fold(value));
  return isKnown
    ? { outcome: 'known', edits: [] }
    : { outcome: 'written', edits: [{ add: 'aliases', values: [value] }] };
}

/** What a record does not adopt stands beside it, once for each document. */
function claimed(
  fact: DraftFact,
  value: string,
  says: string,
  { record, documentId, draft, base }: Entering,
): Step {
  const { field } = fact;
  const quote = restsOn(fact, draft, base.kinds).at(-1)?.quote;
  const claim = nodeMap([
    ['field', field],
    ['value', value],
    ['document', documentId],
    ...(isByPerson(fact) ? [[setByPerson, field] as const] : []),
    ...(quote === undefined ? [] : [['quote', quote] as const]),
  ]);
  const isThere = (record.values['claims'] ?? []).some(
    (each) =>
      isMap(each) && ['field', 'value', 'document'].every((part) => each[part] === claim[part]),
  );
  return {
    outcome: 'claimed',
    edits: isThere ? [] : [{ add: 'claims', values: [claim] }],
    detail: says,
  };
}

export function refusal(detail: string): Step {
  return { outcome: 'refused', edits: [], detail };
}
