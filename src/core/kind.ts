import type { Node } from './node.ts';
import type { Value } from './value.ts';

/** A key of the front matter and how its values are read. */
export interface Field {
  readonly value: Value;
  /** Only one value makes sense; a second one is an error. */
  readonly single?: true;
  /** Personal data: left out of every export unless asked for by name. */
  readonly personal?: true;
}

/** A field whose values name other records. */
export interface Relation {
  /** Kinds that it may lead to; `any` for all. */
  readonly to: readonly string[];
  /** How the link reads from the other end. */
  readonly inverse: string;
  /** Concept of the vocabulary `roles` that the record at the other end has by this link. */
  readonly role?: string;
  /** Facts that an object value may hold about the link itself. */
  readonly facts?: Readonly<{ [name: string]: Value }>;
  /** The record also counts as being in the countries of those it leads to. */
  readonly spreads?: true;
  /** There is one as a rule: a document that names another contradicts the record. */
  readonly single?: true;
  /** It says where facts come from, not who knows whom; a web address is allowed instead of a record. */
  readonly evidence?: true;
}

/** What a record of one sort may hold; everything that differs between kinds is a property here. */
export interface Kind {
  readonly name: string;
  /** Other spellings of the name that are read. */
  readonly aliases?: readonly string[];
  /** The folder that holds its records, and its other spellings. */
  readonly plural: string;
  readonly folders?: readonly string[];
  readonly summary: string;
  readonly fields: Readonly<{ [name: string]: Field }>;
  readonly relations: Readonly<{ [name: string]: Relation }>;
  /** The fields that say when it begins and ends; used by `--year`, by status and by the check of periods. */
  readonly span?: readonly [string, string?];
  /** Without an end it is over when it begins, as an event is; else it goes on. */
  readonly momentary?: true;
  /** Relations that must not name the same record twice, such as lead and partners. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /** Values that follow from others on a given day (`YYYY-MM-DD`), where the record does not state them. */
  readonly derive?: (values: Values, today: string) => Readonly<{ [field: string]: Node }>;
  /** What `new` asks for, in order. */
  readonly asks: readonly string[];
}

/** Canonical values by field; every field is a list. */
export interface Values {
  readonly [field: string]: readonly Node[];
}

/** The declared kinds, by name, and how their names and folders are read. */
export interface Kinds {
  all(): readonly Kind[];
  get(name: string): Kind | undefined;
  /** The kind that a word such as `Organization` or `projets` means. */
  named(word: string): Kind | undefined;
  /** The kind whose folder this is. */
  inFolder(folder: string): Kind | undefined;
}
