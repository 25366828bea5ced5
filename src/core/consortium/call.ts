/** What an organisation may be in law, as far as calls ask. */
export type LegalStatus = 'public' | 'non-profit' | 'for-profit';

/** Countries, and regions of further countries, under the names by which a call speaks of them. */
export interface Area {
  readonly names: readonly string[];
  /** ISO 3166-1 codes. */
  readonly countries: readonly string[];
  /** Ids of the vocabulary `regions`; what lies in one of them lies in the area. */
  readonly regions: readonly string[];
}

/** Forms as the call names them, and with all narrower ones. */
export interface Forms {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

/** Which organisations a condition is about; all that is given must be met. */
export interface Filter {
  readonly in?: Area;
  readonly outside?: Area;
  readonly forms?: Forms;
  readonly notForms?: Forms;
  readonly statuses?: readonly LegalStatus[];
}

/** Bounds of a number, both included. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** How many organisations there are, or from how many countries. */
export interface Count extends Limits {
  readonly about: 'partners' | 'countries';
  readonly of: Filter;
  /** Also those who take part without being counted. */
  readonly everybody: boolean;
  readonly withoutLead: boolean;
}

/** A partner from each of these countries. */
interface EachCountry {
  readonly about: 'each-country';
  readonly countries: readonly string[];
}

/** At most so many organisations of any one country. */
interface OneCountry {
  readonly about: 'one-country';
  readonly max: number;
}

interface LeadIs {
  readonly about: 'lead';
  readonly of: Filter;
}

/** Percent of the budget that goes to those whom the filter means, taken together. */
export interface BudgetShare extends Limits {
  readonly about: 'budget-share';
  readonly of: Filter;
}

/** Percent of the budget that goes to any one partner; or percent of it that is granted. */
export interface Share extends Limits {
  readonly about: 'partner-share' | 'grant-share';
}

interface Budget extends Limits {
  readonly about: 'budget';
  readonly currency: string;
}

interface Months extends Limits {
  readonly about: 'months';
}

/** What only a person can check. */
interface ByHand {
  readonly about: 'by-hand';
  readonly text: string;
}

export type Condition = (
  | Count
  | EachCountry
  | OneCountry
  | LeadIs
  | BudgetShare
  | Share
  | Budget
  | Months
  | ByHand
) & {
  /** Recommended, not required. */
  readonly advice: boolean;
  readonly note?: string;
};

/** Who is counted where a condition counts. */
export interface Counting {
  /** Roles, and forms with their narrower ones, that may take part and do not count. */
  readonly roles: readonly string[];
  readonly forms: Forms;
  /** Organisations of one parent count once, as the one that is named first. */
  readonly distinct: boolean;
}

/** The rules by which a call wants its consortia to be made up. */
export interface Call {
  readonly id: string;
  readonly title: string;
  /** Its title in every language in which it is written. */
  readonly titles: readonly string[];
  /** Id of the programme's record, where a base may have one. */
  readonly programme?: string;
  readonly source: string;
  /** The time for which the source speaks. */
  readonly valid: string;
  /** Somebody compared the rules with their source. */
  readonly checked: boolean;
  readonly note?: string;
  /** Titles of the sets that only this call knows. */
  readonly sets: Readonly<{ [id: string]: string }>;
  readonly counting: Counting;
  readonly conditions: readonly Condition[];
}
