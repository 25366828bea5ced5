import type { Concepts } from '../core/value.ts';
import { concepts } from './load.ts';

/** Named sets of countries and of regions, such as `mpc` or `latin-arc`, found by any of their names. */
export interface Sets extends Concepts {
  /** Codes of countries and ids of regions. */
  members(id: string): readonly string[];
}

/** The sets of `data/vocabularies/sets.yaml`, read when they are first asked for. */
export function sets(): Sets {
  const vocabulary = concepts('sets');
  return { ...vocabulary, members: (id) => vocabulary.concept(id)?.members ?? [] };
}
