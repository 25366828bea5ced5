import type { TextSpan } from '../../core/document.ts';

/** The first of spans in order that begins at a place or after it. */
export function firstAt(spans: readonly TextSpan[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of spans in order that lie inside a place of the text. */
export function spansIn<Span extends TextSpan>(
  spans: readonly Span[],
  { start, end }: TextSpan,
): Span[] {
  const found: Span[] = [];
  for (let at = firstAt(spans, start); at < spans.length; at++) {
    const span = spans[at];
    if (!span || span.start >= end) break;
    if (span.end <= end) found.push(span);
  }
  return found;
}

/** The one of spans in order and without overlaps that a place of the text lies in. */
export function spanAround<Span extends TextSpan>(
  spans: readonly Span[],
  { start, end }: TextSpan,
): Span | undefined {
  const at = firstAt(spans, start + 1) - 1;
  const span = spans[at];
  return span && span.start <= start && end <= span.end ? span : undefined;
}

/** Whether one of spans in order and without overlaps shares a place with another. */
export function meets(spans: readonly TextSpan[], { start, end }: TextSpan): boolean {
  const at = firstAt(spans, start);
  return (spans[at]?.start ?? Infinity) < end || (spans[at - 1]?.end ?? 0) > start;
}
