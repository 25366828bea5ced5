import { misreadText, parseValue } from '../core/parse-value.ts';
import { findDates } from '../extract/dates/dates.ts';
import { makePassage } from '../extract/text/make-passage.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Draft, DraftFact } from './draft.ts';
import { entityOf } from './subjects.ts';

/** What a person writes into a fact as its field is written; where it cannot be read, what is expected, and what may be meant. */
export function readable(
  draft: Draft,
  fact: DraftFact,
  written: string,
  context: ReadContext,
): { readonly value: string } | { readonly reason: string } {
  const kind = context.kinds.get(entityOf(draft, fact.subject)?.kind ?? '');
  const value = kind?.fields[fact.field]?.value;
  const parsed = value && parseValue(value, written, context);
  if (!parsed || 'value' in parsed) return { value: written };
  const date = value.name === 'date' ? dateIn(written, draft.document.language) : undefined;
  if (date !== undefined && 'value' in parseValue(value, date, context)) return { value: date };
  const meant = parsed.expected?.length ? `perhaps ${parsed.expected.join(', ')}` : '';
  return { reason: misreadText(value.expects, written, parsed.reason || meant) };
}

/** A date as documents write it, such as “2 février 2023”, in EDTF; undefined where the words are more or less than one date. */
function dateIn(text: string, language: string): string | undefined {
  const block = { kind: 'paragraph', start: 0, end: text.length } as const;
  const document = { format: 'text', text, blocks: [block], metadata: { language }, notes: [] };
  const [only, ...others] = findDates(makePassage(document));
  const isWhole = only?.start === 0 && only.end === text.length && others.length === 0;
  return isWhole ? only.value : undefined;
}
