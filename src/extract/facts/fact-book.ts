import { createHash } from 'node:crypto';
import type { TextSpan } from '../../core/document.ts';
import { confidenceOf } from './confidence.ts';
import type { Fact, Quote } from '../extraction.ts';
import { spanAround } from '../text/spans.ts';

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

/** What only an older message says, that the text quotes, is no surer. */
const surestOfOlder = 0.5;

/**
 * Gathers facts; the same fact of several places is one, with the quotes of each, as sure as the surest and a little more. What only
 * the `older` messages say that a text quotes is less sure, and gives way to what the text says of the same field itself.
 */
export function factBook(text: string, sha256: string, older: readonly TextSpan[] = []) {
  const facts = new Map<string, Fact>();
  return {
    propose: ({ subject, field, value, evidence, rule, inferred, atMost = 1 }: Proposal): void => {
      const id = createHash('sha256')
        .update([sha256, subject, field, value].join('\0'))
        .digest('hex')
        .slice(0, 10);
      const most = isOlder(evidence, older) ? Math.min(atMost, surestOfOlder) : atMost;
      const confidence = Number(Math.min(confidenceOf(rule), most).toFixed(2));
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
    facts: (): Fact[] => {
      const isNew = ({ evidence }: Fact) => !isOlder(evidence, older);
      const told = new Set([...facts.values()].filter(isNew).map(placeOf));
      return [...facts.values()].filter((fact) => isNew(fact) || !told.has(placeOf(fact)));
    },
  };
}

/** Whether all that a fact rests on stands in older messages. */
function isOlder(evidence: readonly TextSpan[], older: readonly TextSpan[]): boolean {
  return evidence.every((span) => spanAround(older, span) !== undefined);
}

function placeOf({ subject, field }: Fact): string {
  return `${subject}\0${field}`;
}

/** A fact shows so many of its places. */
const mostQuotes = 5;

export type FactBook = ReturnType<typeof factBook>;
