import { createHash } from 'node:crypto';
import type { TextSpan } from '../../core/document.ts';
import { confidenceOf } from './confidence.ts';
import type { Fact, Quote } from '../extraction.ts';

/** What a fact is before it has its id, its quotes and its confidence. */
export interface Proposal {
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  readonly evidence: readonly TextSpan[];
  readonly rule: string;
  readonly inferred?: boolean;
  /** The confidence of what it rests on, such as the entities that it names. */
  readonly atMost?: number;
}

/** A quote of a document's text. */
export function quoteOf(text: string, { start, end }: TextSpan): Quote {
  return { start, end, quote: text.slice(start, end) };
}

/** Gathers facts; the same fact of several places is one, with the quotes of each, as sure as the surest and a little more. */
export function factBook(text: string, sha256: string) {
  const facts = new Map<string, Fact>();
  return {
    propose: ({ subject, field, value, evidence, rule, inferred, atMost = 1 }: Proposal): void => {
      const id = createHash('sha256')
        .update([sha256, subject, field, value].join('\0'))
        .digest('hex')
        .slice(0, 10);
      const confidence = Number(Math.min(confidenceOf(rule), atMost).toFixed(2));
      const quotes = evidence.map((span) => quoteOf(text, span));
      const before = facts.get(id);
      if (!before) {
        facts.set(id, {
          id,
          subject,
          field,
          value,
          evidence: quotes,
          rule,
          confidence,
          ...(inferred ? { inferred: true } : {}),
        });
        return;
      }
      const known = new Set(before.evidence.map(({ start }) => start));
      const more = quotes
        .filter(({ start }) => !known.has(start))
        .slice(0, Math.max(0, mostQuotes - before.evidence.length));
      const isSurer = confidence > before.confidence;
      const { inferred: was, ...rest } = before;
      facts.set(id, {
        ...rest,
        evidence: [...before.evidence, ...more],
        rule: isSurer ? rule : before.rule,
        confidence: Math.max(confidence, before.confidence),
        ...(was && inferred ? { inferred: true } : {}),
      });
    },
    facts: (): Fact[] => [...facts.values()],
  };
}

/** A fact shows so many of its places. */
const mostQuotes = 5;

export type FactBook = ReturnType<typeof factBook>;
