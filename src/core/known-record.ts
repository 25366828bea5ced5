/** A record of the base as recognisers know it; only those whose names may occur in the document are given. */
export interface KnownRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly acronym?: string;
  /** Aliases and names in other languages, as they are written. */
  readonly names: readonly string[];
  readonly country?: string;
}
