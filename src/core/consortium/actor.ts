import type { LegalStatus } from './call.ts';

/** An organisation in a consortium, as far as rules ask; an empty list is a fact that is not known. */
export interface Actor {
  /** The record's id, else the name that is written. */
  readonly id: string;
  readonly title: string;
  /** Concept of the vocabulary `roles`: lead, partner, associated … */
  readonly role: string;
  /** The country from which it takes part; several where the record does not say from which. */
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly forms: readonly string[];
  /** What it is in law, where somebody says so; else it follows from its forms. */
  readonly status?: LegalStatus;
  /** Organisations with the same one are parts of one parent. */
  readonly family: string;
  /** Percent of the budget. */
  readonly share?: number;
  /** There is a country and no organisation. */
  readonly unnamed?: true;
}

/** A number that is known to lie between two others; both are the same where it is known. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface Consortium {
  /** In the order in which they are named, the lead first. */
  readonly actors: readonly Actor[];
  readonly budget?: Money;
  readonly grant?: Money;
  readonly months?: Range;
}

/** What the vocabularies say of the world that facts may be taken from. */
export interface World {
  readonly countries: readonly string[];
  readonly forms: readonly string[];
  countryOf(region: string): string;
  /** Whether a region is, or lies in, another. */
  within(region: string, other: string): boolean;
}

/** The same consortium once for each partner that may turn out to be its lead, where none is named. */
export function withLead(consortium: Consortium): readonly Consortium[] {
  const { actors } = consortium;
  if (hasLead(consortium)) return [consortium];
  return actors
    .filter(({ role }) => role === 'partner')
    .map((lead) => ({
      ...consortium,
      actors: actors.map((each) => (each === lead ? { ...lead, role: 'lead' } : each)),
    }));
}

export function hasLead({ actors }: Consortium): boolean {
  return actors.some(({ role }) => role === 'lead');
}
