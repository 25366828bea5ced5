import type { Kind, Kinds } from '../core/kind.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Alike } from './as-of-now.ts';
import type { DraftEntity, DraftFact } from './draft.ts';

/** A record of the base, as far as facts have to know it. */
interface BaseRecord {
  readonly id: string;
  readonly kind: string;
  /** Relative to the base. */
  readonly path: string;
}

/** What applying a draft has to know about the base. */
export interface Surroundings extends ReadContext {
  readonly folder: string;
  readonly kinds: Kinds;
  /** The record that an id means now; those that were renamed or merged are found by the id they had. */
  readonly recordOf: (id: string) => Promise<BaseRecord | undefined>;
  /** The ids of the records that the links of a record lead to, by their targets as they are written. */
  readonly meantBy: (id: string) => Promise<ReadonlyMap<string, string>>;
  /** The record of the document with this text. */
  readonly documentOf: (sha256: string) => Promise<BaseRecord | undefined>;
  /** The records that a name leads to. */
  readonly named: (
    name: string,
  ) => Promise<readonly { readonly id: string; readonly kind: string; readonly title: string }[]>;
  /** What the base has by now for a name of the draft. */
  readonly alike: (entity: DraftEntity) => Promise<Alike>;
  /** The folder for new records of a kind. */
  readonly folderFor: (kind: Kind) => string;
  /** Facts whose value replaces the one that a record already has. */
  readonly overwrites: ReadonlySet<string>;
}

/** What became of one accepted fact. */
export interface Outcome {
  readonly fact: DraftFact;
  readonly record: string;
  /**
   * `written`, `known` (it stood there already: only the source is added), `same` (another fact of the draft wrote it), `claimed` (it
   * contradicts the record and stands beside it), `refused`.
   */
  readonly outcome: 'written' | 'known' | 'same' | 'claimed' | 'refused';
  /** The relation that has the link already and says more than that of the fact. */
  readonly under?: string;
  /** What the record says instead, or why it was refused. */
  readonly detail?: string;
  /** What the record said, as it was written, where the fact took its place. */
  readonly instead?: string;
}
