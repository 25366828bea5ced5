import type { Name } from './name.ts';

/** An actor as far as it can be told from others; places and ids are canonical, so that equal means the same. */
export interface NamedActor {
  /** The id of its record, if it has one. */
  readonly id?: string;
  /** `organisation`, `project` …: actors of different kinds are never one. */
  readonly kind?: string;
  readonly names: readonly Name[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly region?: string;
  /** Folded. */
  readonly city?: string;
  /** Host names without `www.`, of its sites and addresses. */
  readonly domains?: readonly string[];
  /** `scheme:value`; an actor has one value in each scheme. */
  readonly identifiers?: readonly string[];
  /** Ids of what it is part of. */
  readonly parents?: readonly string[];
  /** Ids of the projects and events that it takes part in. */
  readonly works?: readonly string[];
}
