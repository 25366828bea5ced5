import type { Kinds } from '../core/kind.ts';
import { parseValue } from '../core/parse-value.ts';
import type { ValueContext } from '../core/value.ts';
import type { Draft, DraftFact } from './draft.ts';
import { entityOf, shownValue } from './subjects.ts';

/** What a draft is shown by: the words of the language of a person. */
export interface Showing extends ValueContext {
  readonly kinds: Kinds;
  readonly language: string;
  /** What stands between a label and what it labels. */
  readonly colon: string;
  readonly labels: {
    readonly column: (key: string) => string;
    readonly kind: (name: string) => string;
  };
}

/** A fact as one line: the label of its field, and its value, concepts by their names. */
export function shownFact(draft: Draft, fact: DraftFact, showing: Showing): string {
  const { labels, colon, kinds, language } = showing;
  const label = labels.column(fact.field);
  const written = shownValue(draft, fact, kinds);
  const value = kinds.get(entityOf(draft, fact.subject)?.kind ?? '')?.fields[fact.field]?.value;
  const parsed = value?.vocabulary === undefined ? undefined : parseValue(value, written, showing);
  if (!parsed || !('value' in parsed)) return `${label}${colon}${written}`;
  return `${label}${colon}${value?.show?.(parsed.value, showing, language) ?? written}`;
}
