import type { TextSpan } from '../../core/document.ts';
import type { HeadKind, NameKind } from './name-kinds.ts';
import type { NameRule } from './name-rules.ts';

/** A name as it stands at one place, before mentions are gathered. */
export interface NameMention extends TextSpan {
  /** Its words: from the first to before the last, as places in the words of the passage. */
  readonly first: number;
  readonly last: number;
  /** What its own head word says, or what is said of it where it stands; absent of a bare brand. */
  readonly kind?: HeadKind;
  readonly rule: NameRule;
  /** The head word as it is compared. */
  readonly head?: string;
  /** It says no more than its head, such as “the Federation”. */
  readonly isBare?: boolean;
  /** It stands in quotation marks. */
  readonly isQuoted?: boolean;
  /** A longer title given right after the name. */
  readonly alias?: TextSpan;
  readonly votes: readonly Vote[];
}

/** What one place says about the kind of a name. */
export interface Vote {
  readonly kind: NameKind;
  readonly weight: number;
  readonly rule: NameRule;
}
