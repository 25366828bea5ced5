/** What can speak for or against two actors being one. */
export type ReasonName =
  | 'words'
  | 'otherWords'
  | 'place'
  | 'number'
  | 'form'
  | 'letters'
  | 'sameNames'
  | 'identifier'
  | 'domain'
  | 'country'
  | 'region'
  | 'city'
  | 'parent'
  | 'work';

/** One reason with its weight in natural log-odds (above 0: for) and what it rests on. */
export interface Reason {
  readonly reason: ReasonName;
  readonly weight: number;
  readonly detail: string;
}

/** Why two actors can never be one. */
export type Forbidden = 'kind' | 'identifier' | 'place' | 'period' | 'parent' | 'decided';
