import type { Values } from './kind.ts';
import type { Problem } from './message.ts';
import type { Node, NodeMap } from './node.ts';
import type { Path } from './message.ts';

/** One reference to another record, as it was read. */
export interface Link {
  readonly relation: string;
  /** What was written: an id, a title, a path … */
  readonly target: string;
  readonly label?: string;
  readonly fragment?: string;
  /** Facts about the link itself: role, country, period, budget. */
  readonly facts?: NodeMap;
  /** A Markdown link: its target is a path and nothing else. */
  readonly pathOnly?: true;
  /** Place in the front matter, or in the file. */
  readonly path?: Path;
  readonly line?: number;
  readonly column?: number;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
}

/** A Markdown file read as a record of its kind. */
export interface ReadRecord {
  readonly kind: string;
  /** The written id, or the slug of the file's stem. */
  readonly id: string;
  readonly explicitId: boolean;
  readonly title: string;
  /** Canonical values of declared fields. */
  readonly values: Values;
  /** Keys that no field declares, as they were written. */
  readonly extra: Values;
  readonly links: readonly Link[];
  readonly headings: readonly Heading[];
  /** The body without markup. */
  readonly text: string;
  /** The front matter as written, without its fences. */
  readonly front: string;
}

/** What reading one file gives: a record, or only the reasons why it is none. */
export interface Reading {
  readonly record?: ReadRecord;
  readonly problems: readonly Problem[];
}

/** The first value of a field as text. */
export function textValue(values: Values, field: string): string | undefined {
  const first: Node | undefined = values[field]?.[0];
  return typeof first === 'string' ? first : undefined;
}
