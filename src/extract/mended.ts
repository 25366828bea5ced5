import type { Document, TextSpan } from '../core/document.ts';
import type { Extraction, Quote } from './extraction.ts';

/** A document without the line ends that part its words, and the way back to the places of its own text. */
interface Mended {
  readonly document: Document;
  /** The same answer with its quotes as they stand in the text of the file. */
  readonly putBack: (extraction: Extraction) => Extraction;
}

/** A place that is left out: where it would stand in the mended text, and how much is left out up to its end. */
interface Gap {
  readonly at: number;
  readonly sum: number;
}

/** The document with the words whole that the ends of lines part; undefined where there are none. */
export function mended(document: Document): Mended | undefined {
  const { text, breaks = [], blocks, ...rest } = document;
  if (breaks.length === 0) return undefined;
  const gaps: Gap[] = [];
  const parts: string[] = [];
  let [from, sum] = [0, 0];
  for (const { start, end } of breaks) {
    parts.push(text.slice(from, start));
    const at = start - sum;
    sum += end - start;
    from = end;
    gaps.push({ at, sum });
  }
  parts.push(text.slice(from));
  const inMended = ({ start, end }: TextSpan): TextSpan => ({
    start: start - leftOut(gaps, (gap) => gap.at + gap.sum <= start),
    end: end - leftOut(gaps, (gap) => gap.at + gap.sum <= end),
  });
  const quote = (span: TextSpan): Quote => {
    const start = span.start + leftOut(gaps, ({ at }) => at <= span.start);
    const end = span.end + leftOut(gaps, ({ at }) => at < span.end);
    return { start, end, quote: text.slice(start, end) };
  };
  return {
    document: {
      ...rest,
      text: parts.join(''),
      blocks: blocks.map(({ cells, ...block }) => ({
        ...block,
        ...inMended(block),
        ...(cells ? { cells: cells.map(inMended) } : {}),
      })),
    },
    putBack: (extraction) => requoted(extraction, quote),
  };
}

/** How much the gaps leave out that lie before a place: those at the head of the row for which it is so. */
function leftOut(gaps: readonly Gap[], isBefore: (gap: Gap) => boolean): number {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const gap = gaps[middle];
    if (gap && isBefore(gap)) low = middle + 1;
    else high = middle;
  }
  return gaps[low - 1]?.sum ?? 0;
}

/** An answer with other quotes. */
function requoted(extraction: Extraction, quote: (span: TextSpan) => Quote): Extraction {
  const one = <T extends { readonly evidence: Quote }>(each: T): T => ({
    ...each,
    evidence: quote(each.evidence),
  });
  const several = <T extends { readonly evidence: readonly Quote[] }>(each: T): T => ({
    ...each,
    evidence: each.evidence.map(quote),
  });
  const mentions = <T extends { readonly mentions: readonly Quote[] }>(each: T): T => ({
    ...each,
    mentions: each.mentions.map(quote),
  });
  const { document, facts, entities, acronyms, countries, regions, money, themes, figures } =
    extraction;
  return {
    ...extraction,
    document: { ...document, dates: document.dates.map(one) },
    facts: facts.map(several),
    entities: entities.map((entity) => ({ ...mentions(entity), roles: entity.roles.map(one) })),
    acronyms: acronyms.map(one),
    countries: countries.map(mentions),
    regions: regions.map(mentions),
    money: money.map(one),
    themes: themes.map(several),
    figures: figures.map(one),
  };
}
