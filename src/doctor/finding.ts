import type { Base } from '../base/base.ts';
import type { BaseVocabularies } from '../base/own-vocabularies.ts';
import type { Kinds } from '../core/kind.ts';
import type { IndexFault } from '../store/sqlite/index-faults.ts';
import type { Store } from '../store/store.ts';

/** A deed that mends what one or several findings tell of. */
export interface Mend {
  /** Deeds of the same key are one, done once. */
  readonly key: string;
  /** What it does, such as `the index is made anew`. */
  readonly does: string;
  readonly run: () => Promise<void>;
}

/** Something wrong with a base or its index. */
export interface Finding {
  /** A path relative to the base, with the line or item where that is known. */
  readonly where: string;
  readonly what: string;
  /** What a person can do about it. */
  readonly remedy: string;
  /** How `--fix` does it; absent where only a person can. */
  readonly mend?: Mend;
}

/** What is examined. Nothing of it is written by looking at it. */
export interface Patient {
  readonly base: Base;
  readonly kinds: Kinds;
  readonly vocabularies: BaseVocabularies;
  /** An index of the files as they are now: a copy of that of the base, or one made for this examination. */
  readonly store: Store;
  /** Whether {@link store} is a copy of the base's own index. */
  readonly isCopy: boolean;
  /** What is wrong with the files of the base's own index. */
  readonly indexFaults: readonly IndexFault[];
  /** Vanished files whose records the index keeps, since there are too many of them. */
  readonly kept: number;
  /** Compare every row of the index with the files. */
  readonly deep: boolean;
}

/** One thing to look at; each lies in a file of its own, and its name is that of the file. */
export interface Examination {
  /** Those of a lower rank are looked at, and mended, first. */
  readonly rank: number;
  readonly look: (patient: Patient) => Promise<readonly Finding[]>;
}
