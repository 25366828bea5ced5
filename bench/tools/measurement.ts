import type { Bases } from './bases.ts';

/** One line of the table; less is better. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit?: 'ms' | 'MB' | 's';
  /** Must not be exceeded. */
  readonly bar?: number;
  /** As good as it could be. */
  readonly sky?: number;
}

interface Run {
  readonly bases: Bases;
  /** Also with 100,000 records, which takes minutes. */
  readonly large: boolean;
}

/** What a file of `bench` exports by default: it measures one thing users feel and gives its rows. */
export type Measurement = (run: Run) => AsyncIterable<Row>;

/** The least of several goes: what else the machine does can only add to it. */
export function least(times: number, measure: (go: number) => number): number {
  return Math.min(...Array.from({ length: times }, (_, go) => measure(go)));
}
