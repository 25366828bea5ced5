import type { TextSpan } from '../../core/document.ts';

/** A place of the text that names an entity. */
export interface Mention extends TextSpan {
  /** An entity of the same answer. */
  readonly entity: string;
  /** The kind of the entity. */
  readonly kind: string;
  /** Mentions within it: the project in “kick-off meeting of MedTOWN”. */
  readonly inner?: readonly Mention[];
}

/** Mentions in order, with those that lie within another inside it. */
export function nested(mentions: readonly Mention[]): Mention[] {
  const outer = inOrder(mentions);
  const kept = new Set(outer);
  let at = 0;
  const inner = new Map<Mention, Mention[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    if (kept.has(mention)) continue;
    while (at < outer.length && (outer[at]?.end ?? 0) <= mention.start) at++;
    const around = outer[at];
    if (!around || mention.start < around.start || mention.end > around.end) continue;
    if (mention.entity === around.entity) continue;
    inner.set(around, [...(inner.get(around) ?? []), mention].slice(0, 4));
  }
  return outer.map((each) => {
    const within = inner.get(each);
    return within ? { ...each, inner: within } : each;
  });
}

/** Places in the order of the text; where two overlap, the longer is kept. */
export function inOrder<Span extends TextSpan>(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const before = kept.at(-1);
    if (!before || span.start >= before.end) kept.push(span);
    else if (span.end - span.start > before.end - before.start) kept[kept.length - 1] = span;
  }
  return kept;
}
