import type { TextSpan } from '../../core/document.ts';
import type { NameScan } from './name-scan.ts';

/** A short name and the long one that the document gives for it. */
export interface AcronymPair {
  readonly short: TextSpan;
  readonly long: TextSpan;
  /** `initials`: its letters are those of the words; `covered`: made of their beginnings; `unaligned`: of another language, or a brand. */
  readonly rule: 'initials' | 'covered' | 'unaligned';
  readonly confidence: number;
}

const confidences = { initials: 0.97, covered: 0.9, unaligned: 0.85 } as const;

/** The pair of a short name and a long one, by their words. */
export function acronymPair(
  scan: NameScan,
  shortFirst: number,
  shortLast: number,
  longFirst: number,
  longLast: number,
  rule: AcronymPair['rule'],
  /** Where the long name begins, if within a word. */
  from?: number,
): AcronymPair | undefined {
  const [a, b, c, d] = [
    scan.words[shortFirst],
    scan.words[shortLast - 1],
    scan.words[longFirst],
    scan.words[longLast - 1],
  ];
  if (!a || !b || !c || !d) return undefined;
  return {
    short: { start: a.start, end: dotted(scan.passage.text, a.start, b.end) },
    long: { start: from ?? c.start, end: d.end },
    rule,
    confidence: confidences[rule],
  };
}

/** A short name keeps its plus, and one written with dots its last one. */
function dotted(text: string, start: number, end: number): number {
  if (text[end] === '+') return end + 1;
  return text[end] === '.' && text.slice(start, end).includes('.') ? end + 1 : end;
}
