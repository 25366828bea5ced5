import type { Kind, Kinds } from '../core/kind.ts';
import type { Draft, DraftFact } from './draft.ts';

/** What answers need from outside; to find and to read throw a {@link UsageError}. */
export interface Answering {
  readonly kinds: Kinds;
  /** The id of the one record that a word names, and that is of this kind. */
  readonly find: (word: string, kind?: string) => Promise<string>;
  /** The declared name of a field or relation, as a person may call it. */
  readonly field: (key: string, kind: Kind) => string | undefined;
  /** A value that a person wrote into a fact, as its field is written. */
  readonly value: (draft: Draft, fact: DraftFact, written: string) => string;
}
