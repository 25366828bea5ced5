import type { TextSpan } from '../../core/document.ts';
import type { AcronymPair } from './acronym-pair.ts';
import type { NameKind } from './name-kinds.ts';

/** By what facts about the document itself name their subject; no entity has this id. */
export const documentSubject = 'document';

/** Something that a document names. */
export interface FoundEntity {
  /** A slug of the title, unique within the document. */
  readonly id: string;
  readonly kind: NameKind;
  readonly title: string;
  readonly acronym?: string;
  readonly aliases: readonly string[];
  /** The record that it is. */
  readonly record?: string;
  /** Records that it may be. */
  readonly candidates?: readonly string[];
  /** Every place that names it, in the order of the text; none overlap. */
  readonly mentions: readonly TextSpan[];
  readonly rule: string;
  /** The measured precision of the rules that found it. */
  readonly confidence: number;
}

/** A place that names one record of the base, or one of several. */
export interface KnownSpan extends TextSpan {
  readonly records: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly names?: readonly string[];
  }[];
}

/** What other recognisers have found in the same passage. */
export interface Findings {
  readonly known?: readonly KnownSpan[];
  /** Countries, regions and cities. */
  readonly places?: readonly TextSpan[];
  readonly programmes?: readonly (TextSpan & {
    readonly name?: string;
    readonly how?: string;
    readonly records?: readonly string[];
  })[];
  readonly dates?: readonly TextSpan[];
}

/** What {@link findEntities} gives. */
export interface FoundEntities {
  readonly entities: readonly FoundEntity[];
  readonly acronyms: readonly AcronymPair[];
  /** Names of persons: found to be left out. */
  readonly persons: readonly TextSpan[];
}
