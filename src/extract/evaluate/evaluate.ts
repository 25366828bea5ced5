import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Extraction } from '../extraction.ts';
import type { KnownRecord } from '../../core/known-record.ts';
import { dateTallies } from './dates.ts';
import type { Gold } from './gold.ts';
import { evidenceTally, hardTally } from './hard.ts';
import { roleTallies } from './roles.ts';
import type { Tally } from './tally.ts';
import { themeTally } from './themes.ts';
import { thingTallies } from './things.ts';
import { acronymTally, countryTallies, moneyTally, regionTally } from './values.ts';
import { wholeTallies } from './whole.ts';

/** What a comparison needs beside the answer and the annotation. */
export interface Measure {
  /** The text that both speak of. */
  readonly text: string;
  /** The records that the extraction was given. */
  readonly known: readonly KnownRecord[];
  readonly vocabularies: Vocabularies;
}

/** How one answer compares with one annotation, field by field, always with the same fields in the same order. */
export interface Evaluation {
  readonly tallies: readonly Tally[];
  /** Annotated themes that are none of ours. */
  readonly foreignThemes: readonly string[];
}

/** Compares an answer with a hand-made annotation of the same text. */
export function evaluate(
  extraction: Extraction,
  gold: Gold,
  { text, known, vocabularies }: Measure,
): Evaluation {
  const themes = themeTally(extraction, gold, vocabularies);
  return {
    tallies: [
      ...wholeTallies(extraction, gold, text),
      ...dateTallies(extraction, gold),
      moneyTally(extraction, gold),
      ...countryTallies(extraction, gold),
      regionTally(extraction, gold, vocabularies),
      acronymTally(extraction, gold),
      ...thingTallies(extraction, gold, known),
      ...roleTallies(extraction, gold),
      themes.tally,
      evidenceTally(extraction, text),
      hardTally(extraction, gold),
    ],
    foreignThemes: themes.foreign,
  };
}
