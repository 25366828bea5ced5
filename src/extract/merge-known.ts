import type { TextSpan } from '../core/document.ts';
import type { EntityDraft } from './draft-entity.ts';
import type { KnownSpan } from './found-entity.ts';
import type { NameKind } from './name-kinds.ts';
import { precisionOf } from './name-rules.ts';

/** Entities that the base knows take its kind; known names that no rule found become entities. */
export function mergeKnown(drafts: EntityDraft[], known: readonly KnownSpan[]): EntityDraft[] {
  for (const hit of known) {
    if (hit.records.length === 0 || drafts.some((draft) => isPartOf(draft, hit))) continue;
    const beside = drafts.find((draft) =>
      draft.spans.some((span) => span.end === hit.end && Math.abs(span.start - hit.start) <= 6),
    );
    const same = hit.records.filter((record) => record.kind === beside?.kind);
    const one = hit.records.length === 1 ? hit.records[0] : same.length === 1 ? same[0] : undefined;
    const owner = one && drafts.find((draft) => draft.record === one.id);
    const span = { start: hit.start, end: hit.end };
    if (beside && one && contradicts(beside, one)) continue;
    if (owner) {
      owner.spans.push(span);
      if (beside && beside !== owner && beside.record === undefined) absorb(drafts, owner, beside);
    } else if (beside && (beside.record === undefined || beside.record === one?.id)) {
      beside.spans.push(span);
      if (one)
        Object.assign(beside, {
          record: one.id,
          kind: asKind(one.kind),
          rule: 'known',
          confidence: precisionOf.known,
        });
      else beside.candidates ??= hit.records.map(({ id }) => id);
    } else if (!beside) {
      drafts.push(knownDraft(hit, one));
    }
  }
  return drafts;
}

function knownDraft(hit: KnownSpan, one: KnownSpan['records'][number] | undefined): EntityDraft {
  const shown = one ?? hit.records[0];
  return {
    kind: asKind(shown?.kind ?? ''),
    title: shown?.title ?? '',
    ...(one ? { record: one.id } : { candidates: hit.records.map(({ id }) => id) }),
    aliases: new Set(),
    spans: [{ start: hit.start, end: hit.end }],
    rule: 'known',
    confidence: one ? precisionOf.known : precisionOf.brand,
    forms: new Set(),
  };
}

/** Part of a longer name of another: `Legacoop` in `Legacoop Marche`; an event or a document may be named by what it is of. */
function isPartOf(draft: EntityDraft, hit: TextSpan): boolean {
  if (draft.kind === 'event' || draft.kind === 'document') return false;
  return draft.spans.some(
    (span) =>
      span.start <= hit.start &&
      hit.end <= span.end &&
      span.end - span.start > hit.end - hit.start + 3 &&
      span.start !== hit.start - 1,
  );
}

/** An acronym that the document spells out is not a record of another kind. */
function contradicts(draft: EntityDraft, record: KnownSpan['records'][number]): boolean {
  return (
    draft.acronym !== undefined &&
    draft.kind !== record.kind &&
    draft.title.split(' ').length > 2 &&
    draft.title !== record.title
  );
}

function absorb(drafts: EntityDraft[], into: EntityDraft, from: EntityDraft): void {
  into.spans.push(...from.spans);
  for (const alias of [from.title, ...from.aliases]) into.aliases.add(alias);
  if (from.acronym !== undefined) into.acronym ??= from.acronym;
  for (const form of from.forms) into.forms.add(form);
  drafts.splice(drafts.indexOf(from), 1);
}

function asKind(kind: string): NameKind {
  return kind === 'project' ||
    kind === 'programme' ||
    kind === 'event' ||
    kind === 'practice' ||
    kind === 'document'
    ? kind
    : 'organisation';
}
