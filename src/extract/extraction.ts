import type { TextSpan } from '../core/document.ts';

/** Words of a document, with their place in its text: `text.slice(start, end) === quote`. */
export interface Quote extends TextSpan {
  readonly quote: string;
}

/** A part that one entity has in another; the roles are those of `cli.md`. */
export type RoleName =
  | 'lead'
  | 'partner'
  | 'associated'
  | 'funder'
  | 'host'
  | 'organiser'
  | 'co-organiser'
  | 'speaker'
  | 'participant'
  | 'member';

/** A proposed value with what it rests on. */
export interface Fact {
  /** Follows from document, subject, field and value: the same document gives the same ids. */
  readonly id: string;
  /** An entity of the same answer. */
  readonly subject: string;
  /** A field or relation of the subject's kind. */
  readonly field: string;
  /** As it would be written in front matter; of a relation, an entity of the same answer or the id of a record. */
  readonly value: string;
  readonly evidence: readonly Quote[];
  readonly rule: string;
  /** Between 0 and 1: the measured precision of the rule. */
  readonly confidence: number;
  readonly inferred?: true;
}

/** Something that the document speaks of, gathered from all its mentions. */
export interface Entity {
  /** Within the document: a slug of its title, such as `cepes-andalucia`. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly acronym?: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly status: 'known' | 'candidates' | 'new';
  /** The record that it is, where it is known. */
  readonly record?: string;
  readonly candidates?: readonly {
    readonly record: string;
    readonly score: number;
    readonly reason: string;
  }[];
  readonly confidence: number;
  readonly rule: string;
  readonly mentions: readonly Quote[];
  readonly roles: readonly {
    readonly role: RoleName;
    /** An entity of the same answer. */
    readonly of: string;
    readonly evidence: Quote;
    readonly rule: string;
    readonly confidence: number;
  }[];
}

/** All that a document says, as it is proposed to a person. */
export interface Extraction {
  readonly document: {
    readonly title: string;
    readonly language: string;
    readonly published?: string;
    readonly dates: readonly {
      /** `published`, `event`, `start`, `end`, `period` (of a project), `programme` (its period), `founded`, `deadline`, `other`. */
      readonly role: string;
      readonly of?: string;
      /** EDTF: `2019-09`, `2023-11-06/2023-11-10`, `XXXX-09-19`. */
      readonly value: string;
      readonly inferred?: true;
      readonly evidence: Quote;
    }[];
    readonly sha256: string;
  };
  /** The record that the document is mainly about. */
  readonly subject: { readonly kind: string; readonly entity: string } | null;
  readonly facts: readonly Fact[];
  readonly entities: readonly Entity[];
  readonly acronyms: readonly {
    readonly short: string;
    readonly long: string;
    readonly evidence: Quote;
  }[];
  readonly countries: readonly {
    readonly code: string;
    readonly basis: 'explicit' | 'implied' | 'publisher';
    readonly mentions: readonly Quote[];
  }[];
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly mentions: readonly Quote[];
  }[];
  readonly money: readonly {
    readonly amount: number;
    readonly currency: string;
    /** `total`, `grant`, `contribution`, `turnover`, `other`. */
    readonly kind: string;
    readonly evidence: Quote;
  }[];
  readonly themes: readonly {
    readonly id: string;
    readonly score: number;
    readonly evidence: readonly Quote[];
  }[];
  readonly figures: readonly {
    readonly what: string;
    readonly value: number;
    readonly evidence: Quote;
    readonly found?: number;
  }[];
}
