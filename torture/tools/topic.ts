/** One line of the table: what was tried how often, and each case that did not end as it must. */
export interface Row {
  readonly what: string;
  readonly cases: number;
  readonly failures: readonly string[];
  /** What was measured or left out, in a few words. */
  readonly remark?: string;
}

export interface Wish {
  /** A run of about a minute. */
  readonly quick: boolean;
  /** How many runs are killed at a random moment. */
  readonly random: number;
  /** How many texts the fuzzers make. */
  readonly runs: number;
  /** Seconds for which readers and writers run together. */
  readonly seconds: number;
  readonly seed: number;
}

/** One sort of torture; a file beside `run.ts` each. */
export type Topic = (wish: Wish) => AsyncIterable<Row>;
