import type { PdfPage, Segment } from './fragment.ts';
import { baselines } from './segments.ts';

/** Share of the page at its top and at its foot where headers and footers stand. */
const margin = 0.18;

/** A page number alone, or with how many there are. */
const pageNumber =
  /^(?:page|pag|pàg|pág|p|σελ|σελίδα|صفحة|ص)?\.?\s{0,2}[-–—]?\s{0,2}\d{1,4}\s{0,2}[-–—]?(?:\s{0,2}(?:\/|of|de|di|sur|από|من|\|)\s{0,2}\d{1,4})?$/i;

/** The pages without headers, footers and page numbers: lines that stand at the same height of at least 60 % of the pages. */
export function withoutRunningLines(pages: readonly PdfPage[]): PdfPage[] {
  const seen = new Map<string, Set<number>>();
  for (const page of pages)
    for (const segment of page.segments)
      if (isAtEdge(page, segment))
        for (const key of keysOf(segment)) {
          const numbers = seen.get(key) ?? new Set();
          seen.set(key, numbers.add(page.number));
        }
  const least = Math.max(2, pages.length * 0.6);
  const isRunning = (segment: Segment) =>
    keysOf(segment).some((key) => (seen.get(key)?.size ?? 0) >= least);
  return pages.map((page) => {
    const kept = page.segments.filter((segment) => !isAtEdge(page, segment) || !isRunning(segment));
    return { ...page, segments: withoutPageNumber(kept) };
  });
}

function isAtEdge({ height }: PdfPage, { y }: Segment): boolean {
  return y < height * margin || y > height * (1 - margin);
}

/** The text without its numbers at its height, which may lie on either side of a border between two heights. */
function keysOf({ text, y }: Segment): readonly string[] {
  const content = text.replace(/\d+/g, '#');
  return [`${content} ${Math.floor(y / 8)}`, `${content} - ${Math.floor(y / 8 + 0.5)}`];
}

function withoutPageNumber(segments: readonly Segment[]): readonly Segment[] {
  const lines = baselines(segments);
  const isNumber = (line: readonly Segment[] | undefined) =>
    line?.length === 1 && pageNumber.test(line[0]?.text ?? '');
  const dropped = [lines[0], lines.at(-1)].filter(isNumber).flatMap((line) => line ?? []);
  return segments.filter((segment) => !dropped.includes(segment));
}
