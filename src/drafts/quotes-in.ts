import type { Quote } from '../extract/extraction.ts';

/** Every quote below a value, such as a draft: what has `start`, `end` and `quote`. */
export function quotesIn(value: unknown): readonly Quote[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [...(isQuote(value) ? [value] : []), ...Object.values(value).flatMap(quotesIn)];
}

export function isQuote(value: object): value is Quote {
  return (
    'start' in value &&
    'end' in value &&
    'quote' in value &&
    typeof value.start === 'number' &&
    typeof value.end === 'number' &&
    typeof value.quote === 'string'
  );
}
