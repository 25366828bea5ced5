/** A short text of one's own, and all that it names: `kind: title [acronym]`; anything else found in it is a mistake. */
export interface EntityText {
  readonly what: string;
  readonly text: string;
  readonly names: readonly string[];
}
