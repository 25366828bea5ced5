import type { Measure } from './features.ts';

/** Weights of what is measured of two names, in natural log-odds; fitted by `bench/fit-names.ts`, which writes the lines between the marks. */
export const measureWeights: Readonly<Record<Measure, number>> = {
  // fitted
  base: -0.724,
  share: 0.3,
  shareSquared: 0,
  cover: 0,
  coverFull: 0,
  bits: 0.253,
  top: 1.333,
  left: 0,
  leftBoth: 0,
  leftTop: -0.001,
  leftTopBoth: -1.176,
  ownBoth: -0.017,
  ownOne: 0,
  thingBoth: -1.25,
  thingOne: -0.044,
  kindBoth: -1.035,
  kindOne: 0,
  ordinaryOne: -0.285,
  placeConflict: -1.706,
  placeNested: -0.69,
  placeOne: -0.5,
  numberConflict: -2.118,
  numberOne: -0.708,
  formConflict: -1.081,
  same: 0,
  sameWords: 3.786,
  start: 0,
  end: 0,
  prefix: 0.2,
  slips: -0.045,
  order: 0.2,
  single: 0.883,
  singleCommon: -0.5,
  aside: 2.673,
  crossScript: 0,
  arabic: -0.456,
  partKind: -0.2,
  partOwn: 0,
  partThing: -0.282,
  partPlace: 0,
  partCountry: 0.043,
  partStart: 0.129,
  partSingle: 1.005,
  partFormed: -1.493,
  lettersBase: -2.991,
  lettersExact: 0.5,
  lettersExactLong: 0,
  lettersTranslated: 1.941,
  lettersTranslatedLong: 2.56,
  lettersAligned: 0,
  lettersAlignedLong: 3.662,
  lettersNamed: 0.68,
  lettersNumber: 1.465,
  lettersShare: 1.251,
  // end of fitted
};

/** Weights of evidence beyond the names, in natural log-odds: set by hand, as the pairs that are fitted on have none of it. */
export const evidenceWeights = {
  sameIdentifier: 8,
  sameDomain: 3.5,
  otherDomain: -0.3,
  sameCountry: 0.8,
  otherCountry: -3,
  sameRegion: 0.4,
  otherRegion: -0.7,
  sameCity: 0.6,
  otherCity: -0.5,
  sameParent: 0.3,
  sameWork: 0.3,
} as const;

/**
 * Log-odds that two actors are one because they bear the same acronym of so many letters: of acronyms of three letters
 * two in three have several owners, of all one in three (Research Organization Registry, eight Mediterranean countries).
 */
export const sameLetters: readonly number[] = [-4, -4, -2, -0.6, 0.6, 1.5, 2];

/** The same, where both are followed by the same legal form: then the letters are a registered name. */
export const sameForm = 2;

/** Where decisions are made, on scores from 0 to 1. */
export const thresholds = {
  /** From here on two are one, if the next best is so far below, in log-odds. */
  same: 0.95,
  lead: 3,
  /** From here on someone should look. */
  review: 0.5,
} as const;
