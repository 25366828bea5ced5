import type { TextSpan } from '../../core/document.ts';
import type { EntityDraft } from './draft-entity.ts';
import type { DraftsByPlace } from './drafts-by-place.ts';
import { draftsByPlace } from './drafts-by-place.ts';
import type { KnownSpan } from './found-entity.ts';
import type { NameKind } from './name-kinds.ts';
import { words } from '../../vocabulary/fold.ts';
import { isArticle } from './name-cues.ts';
import { precisionOf } from './name-rules.ts';

/** Entities that the base knows take its kind; known names that no rule found become entities. */
export function mergeKnown(
  found: readonly EntityDraft[],
  known: readonly KnownSpan[],
  text: string,
): EntityDraft[] {
  const drafts = draftsByPlace(found);
  for (const hit of known) {
    if (hit.records.length === 0) continue;
    const near = drafts.near(hit);
    const beside =
      near.find((draft) =>
        draft.spans.some(
          (span) => span.end === hit.end && isBeginning(span.start, hit.start, text),
        ),
      ) ?? near.find((draft) => hit.records.length === 1 && isCalled(draft, hit));
    if (!beside && near.some((draft) => isPartOf(draft, hit))) continue;
    const same = hit.records.filter((record) => record.kind === beside?.kind);
    const one = hit.records.length === 1 ? hit.records[0] : same.length === 1 ? same[0] : undefined;
    const owner = one && drafts.ofRecord(one.id);
    const span = { start: hit.start, end: hit.end };
    if (beside && one && contradicts(beside, one)) continue;
    if (owner) {
      owner.spans.push(span);
      drafts.note(owner, [span]);
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
      drafts.note(beside, [span]);
    } else if (!beside) {
      const made = knownDraft(hit, one);
      drafts.note(made, made.spans);
    }
  }
  absorbParts(drafts, known);
  return drafts.left();
}

/** Whether two beginnings of a name have at most an article between them: `CEPES` before `Andalucía` makes it another one. */
function isBeginning(one: number, other: number, text: string): boolean {
  if (Math.abs(one - other) > 6) return false;
  const between = text.slice(Math.min(one, other), Math.max(one, other));
  return (between.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every(
    (word) => word === word.toLowerCase() || isArticle(word),
  );
}

/** “Occitanie Region” for the record “Région Occitanie”: what is more than the hit is in the name of the record. */
function isCalled(draft: EntityDraft, hit: KnownSpan): boolean {
  const [record] = hit.records;
  if (!record || draft.kind !== record.kind || draft.rule !== 'authority') return false;
  const holds = draft.spans.some(
    (span) =>
      span.start <= hit.start &&
      hit.end <= span.end &&
      span.end - span.start < hit.end - hit.start + 14,
  );
  const stems = words([record.title, ...(record.names ?? [])].join(' ')).map((word) =>
    word.slice(0, 5),
  );
  return (
    holds &&
    words(draft.title).some((word) => word.startsWith('regio') && stems.includes(word.slice(0, 5)))
  );
}

/** Entities that were found only within a longer known name of their kind are that. */
function absorbParts(drafts: DraftsByPlace, known: readonly KnownSpan[]): void {
  for (const hit of known) {
    const [only, ...others] = hit.records;
    const owner = only && others.length === 0 ? drafts.ofRecord(only.id) : undefined;
    if (!owner) continue;
    const part = drafts
      .near(hit)
      .find(
        (draft) =>
          draft !== owner &&
          draft.record === undefined &&
          draft.kind === owner.kind &&
          draft.spans.every((span) => span.start >= hit.start && span.end <= hit.end),
      );
    if (part) absorb(drafts, owner, part);
  }
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

function absorb(drafts: DraftsByPlace, into: EntityDraft, from: EntityDraft): void {
  into.spans.push(...from.spans);
  for (const alias of [from.title, ...from.aliases]) into.aliases.add(alias);
  if (from.acronym !== undefined) into.acronym ??= from.acronym;
  for (const form of from.forms) into.forms.add(form);
  drafts.note(into, from.spans);
  drafts.remove(from);
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
