import type { Store } from './store/store.ts';
import type { Kinds } from './core/kind.ts';
import type { Selection } from './core/selection.ts';
import type { Table } from './core/table.ts';
import type { ValueContext } from './core/value.ts';

/** What a report may use to make its table. */
export interface ReportRequest extends ValueContext {
  readonly store: Store;
  readonly kinds: Kinds;
  /** The filters of the call; a report adds the kind that it is about. */
  readonly selection: Selection;
  /** Language of country names and other labels in the cells, and of their order. */
  readonly language: string;
  /** A language was asked for: what programs read may be shown as people call it. */
  readonly languageAsked?: boolean;
  /** The word after the report's name: an event, a kind. */
  readonly argument?: string;
  /** Names and addresses of people who agreed to be named are wanted too. */
  readonly withPeople: boolean;
  /** `YYYY-MM-DD`, for what follows from the dates. */
  readonly today: string;
}

/** A named summary: fixed columns in a fixed order, and the rows that the selection gives. */
export interface Report {
  readonly summary: string;
  /** What must follow its name, such as `event`. */
  readonly argument?: string;
  /** Throws a `UsageError` for an argument that names nothing. */
  readonly table: (request: ReportRequest) => Promise<Table>;
}
