import type { Kinds } from '../core/kind.ts';
import type { ReadContext } from '../markdown/read-record.ts';
import type { Finder } from './finder.ts';
import type { Links } from './links.ts';

/** One mention of a person in a file. */
export interface Mention {
  /** Relative to the base, with `/`. */
  readonly file: string;
  /** Counted from 1; 0 for the file's own name. */
  readonly line: number;
  /** A path such as `contacts 1 name`, `body`, or empty where a file has no fields. */
  readonly field: string;
  /** The text of the field, with the place of the mention in it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Why it stays; absent where it goes. */
  readonly stays?: string;
  /** The e-mail address and telephone number in the item that goes. */
  readonly beside?: readonly string[];
}

/** A document's text that changes, and so its name, and the places of all quotes from it. */
export interface Frozen {
  readonly before: string;
  readonly after: string;
  readonly sha256: string;
  readonly shifted: (at: number, side: 'start' | 'end') => number;
}

/** A file's mentions, and its text without them. */
export interface Treated {
  readonly mentions: readonly Mention[];
  readonly after: string;
  /** The path that it gets, where its own name holds a mention and may change. */
  readonly path?: string;
}

/** What is needed to treat a file. */
export interface Treating extends ReadContext {
  readonly kinds: Kinds;
  readonly finder: Finder;
  readonly links: Links;
  /** By the SHA-256 of the text before. */
  readonly frozen: ReadonlyMap<string, Frozen>;
}
