import { misreadText, parseValue } from '../core/parse-value.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Draft, DraftFact } from './draft.ts';
import { entityOf } from './subjects.ts';

/** Whether what a person writes into a fact can be read as its field; if not, what is expected, and what may be meant. */
export function readable(
  draft: Draft,
  fact: DraftFact,
  written: string,
  context: ReadContext,
): true | string {
  const kind = context.kinds.get(entityOf(draft, fact.subject)?.kind ?? '');
  const value = kind?.fields[fact.field]?.value;
  const parsed = value && parseValue(value, written, context);
  if (!parsed || 'value' in parsed) return true;
  const meant = parsed.expected?.length ? `perhaps ${parsed.expected.join(', ')}` : '';
  return misreadText(value.expects, written, parsed.reason || meant);
}
