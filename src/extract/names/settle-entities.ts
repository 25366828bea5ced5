import type { TextSpan } from '../../core/document.ts';
import { slug } from '../../core/slug.ts';
import type { Accepted } from './accept-clusters.ts';
import { draftEntity } from './draft-entity.ts';
import type { Findings, FoundEntity } from './found-entity.ts';
import { documentSubject } from './found-entity.ts';
import { mergeKnown } from './merge-known.ts';
import { findMentions } from './name-mentions.ts';
import { precisionOf } from './name-rules.ts';
import type { Passage } from '../text/passage.ts';

/** The entities of accepted clusters, of known names and of programmes, each with all its mentions and an id. */
export function settleEntities(
  passage: Passage,
  accepted: readonly Accepted[],
  findings: Findings,
  taken: ReadonlySet<number>,
): FoundEntity[] {
  const drafts = accepted.map(({ cluster, verdict }) => draftEntity(passage, cluster, verdict));
  const known = (findings.known ?? []).toSorted((a, b) => a.start - b.start);
  const merged = mergeKnown(drafts, known, passage.text);
  for (const programme of findings.programmes ?? []) {
    const title = programme.name ?? passage.text.slice(programme.start, programme.end);
    const same = merged.find(
      (draft) =>
        draft.kind === 'programme' &&
        (draft.title === title ||
          draft.aliases.has(title) ||
          (draft.record !== undefined && programme.records?.includes(draft.record)) ||
          draft.spans.some((span) => span.start < programme.end && span.end > programme.start)),
    );
    const isOther =
      programme.how === 'grammar' &&
      merged.some(
        (draft) =>
          draft.kind !== 'programme' &&
          draft.spans.some((span) => span.start < programme.end && span.end > programme.start),
      );
    if (isOther) continue;
    if (same) same.spans.push({ start: programme.start, end: programme.end });
    else
      merged.push({
        kind: 'programme',
        title,
        aliases: new Set(),
        spans: [{ start: programme.start, end: programme.end }],
        rule: 'programme',
        confidence: precisionOf.programme,
        forms: new Set(),
      });
  }
  findMentions(passage, merged, taken);
  const ids = new Map<string, number>([[documentSubject, 1]]);
  return merged
    .map((draft) => ({ ...draft, spans: withoutOverlaps(draft.spans) }))
    .filter((draft) => draft.spans.length > 0)
    .toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    .map((draft) => {
      const { kind, title, acronym, record, candidates, rule, confidence, spans } = draft;
      return {
        id: uniqueId(ids, title, kind),
        kind,
        title,
        ...(acronym !== undefined && { acronym }),
        aliases: [...draft.aliases].filter((alias) => alias !== title && alias !== acronym),
        ...(record !== undefined && { record }),
        ...(candidates && { candidates }),
        mentions: spans,
        rule,
        confidence,
      };
    });
}

function withoutOverlaps(spans: readonly TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= (kept.at(-1)?.end ?? -1)) kept.push({ start, end });
  }
  return kept;
}

/** An id that none has yet; of each, the number that was given last is remembered. */
function uniqueId(ids: Map<string, number>, title: string, kind: string): string {
  const base = slug(title) || kind;
  let count = (ids.get(base) ?? 0) + 1;
  const numbered = () => (count === 1 ? base : `${base}-${count}`);
  while (count > 1 && ids.has(numbered())) count++;
  const id = numbered();
  ids.set(base, count);
  if (!ids.has(id)) ids.set(id, 1);
  return id;
}
