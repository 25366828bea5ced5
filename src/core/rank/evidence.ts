import { halfLife, roleWeights, undatedAge } from './weights.ts';

/** A piece of work that an organisation had a part in: a project, an event, a practice. */
export interface Work {
  readonly key: number;
  readonly role: string;
  /** Years since it ended, 0 while it goes on; absent where nothing says when it was. */
  readonly age: number | undefined;
}

/** Work added up, and its pieces where somebody wants to see them. */
export interface Effort {
  readonly amount: number;
  readonly works?: readonly Work[];
}

/** A text of an organisation that speaks of what is needed, and how much of the need it covers, up to 1. */
export interface Told {
  readonly text: string;
  readonly share: number;
}

/** Something that two have in common; what few have counts more. */
export interface Shared {
  readonly value: string;
  readonly rarity: number;
}

/** The latest sign of life: a day on which the record was checked, or the latest end of its work. */
export interface Freshness {
  readonly date: string;
  readonly age: number;
}

/** What is known of an organisation that speaks for a need, a field for each sort; what is left out says nothing. */
export interface Evidence {
  /** Asked themes that it names itself. */
  readonly themes?: readonly string[];
  readonly themeWork?: Effort;
  /** Where in its record the words stand. */
  readonly words?: 'name' | 'fields' | 'text';
  readonly wordsWork?: Effort;
  /** All its work; where neither themes nor words were asked for. */
  readonly work?: Effort;
  /** Work of any of these sorts that it led. */
  readonly leads?: Effort;
  readonly countries?: readonly string[];
  readonly regions?: readonly string[];
  /** Work in a country that was asked for. */
  readonly workedIn?: Effort;
  readonly offers?: readonly Told[];
  readonly seeks?: readonly Told[];
  /** Work together with the one who asks. */
  readonly known?: Effort;
  readonly partners?: number;
  readonly workCountries?: readonly string[];
  readonly fresh?: Freshness;
  readonly likeThemes?: readonly Shared[];
  readonly likeForms?: readonly string[];
  readonly likeCompany?: readonly Shared[];
  readonly likeCountries?: readonly string[];
}

/** What is left of a weight after some years. */
export function decay(age: number | undefined): number {
  return 0.5 ** ((age ?? undatedAge) / halfLife);
}

/** Work added up: each piece as much as its role, halved with every half-life since it ended. */
export function effort(works: readonly Work[]): Effort {
  let amount = 0;
  for (const { role, age } of works) amount += (roleWeights[role] ?? 0) * decay(age);
  return { amount, works };
}
