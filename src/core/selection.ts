import type { Condition } from './condition.ts';
import type { Query } from './query.ts';

/** Values of which one must hold, and values of which none may. */
export interface Choice {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** Which records are meant: all of these must hold. Values are canonical: kinds, codes, concept ids, record keys. */
export interface Selection {
  readonly query?: Query | undefined;
  readonly kind?: Choice;
  readonly country?: Choice;
  readonly region?: Choice;
  readonly theme?: Choice;
  readonly form?: Choice;
  /** Folded tags. */
  readonly tag?: Choice;
  /** Roles that a record has in another, by a link that leads to it. */
  readonly role?: Choice;
  /** Keys of programmes: what belongs to them, directly or through a project. */
  readonly programme?: KeyChoice;
  /** Keys of records with a link to or from it. */
  readonly linkedTo?: KeyChoice;
  /** First and last year, either open: the record's time touches them. */
  readonly years?: { readonly from?: string; readonly to?: string };
  readonly where?: readonly Condition[];
  readonly keys?: readonly number[];
  readonly sort?: readonly Order[];
  readonly limit?: number;
}

export interface KeyChoice {
  readonly any: readonly number[];
  readonly none: readonly number[];
}

/** A column or field to sort by, and which way. */
export interface Order {
  readonly by: string;
  readonly descending: boolean;
}
