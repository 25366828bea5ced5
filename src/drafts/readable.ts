import { misreadText, parseValue } from '../core/parse-value.ts';
import type { Value, ValueContext } from '../core/value.ts';
import { findDates } from '../extract/dates/dates.ts';
import { makePassage } from '../extract/text/make-passage.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import { languages } from '../vocabulary/world.ts';
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
  return readWritten(kind?.fields[fact.field]?.value, written, draft.document.language, context);
}

/** A text of a person as a field is written; a date may stand in it as this language writes it, or else as any other does. */
export function readWritten(
  value: Value | undefined,
  written: string,
  language: string,
  context: ValueContext,
): { readonly value: string } | { readonly reason: string } {
  const parsed = value && parseValue(value, written, context);
  if (!parsed || 'value' in parsed) return { value: written };
  const date = value.name === 'date' ? dateInAny(written, language) : undefined;
  if (date !== undefined && 'value' in parseValue(value, date, context)) return { value: date };
  const meant = parsed.expected?.length ? `perhaps ${parsed.expected.join(', ')}` : '';
  return { reason: misreadText(value.expects, written, parsed.reason || meant) };
}

function dateInAny(text: string, language: string): string | undefined {
  for (const each of new Set([language, ...languages])) {
    const date = dateIn(text, each);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A date as documents write it, such as “2 février 2023”, in EDTF; undefined where the words are more or less than one date. */
function dateIn(text: string, language: string): string | undefined {
  const block = { kind: 'paragraph', start: 0, end: text.length } as const;
  const document = { format: 'text', text, blocks: [block], metadata: { language }, notes: [] };
  const [only, ...others] = findDates(makePassage(document));
  const isWhole = only?.start === 0 && only.end === text.length && others.length === 0;
  return isWhole ? only.value : undefined;
}
