import type { Node } from './node.ts';

/** What a concept list answers to those who read values; see `src/vocabulary`. */
export interface Concepts {
  /** The id of the concept that bears this id, label or alias in any language. */
  find(text: string): string | undefined;
  /** The ids of all that a name may mean where several share it and {@link find} therefore gives none. */
  candidates(text: string): readonly string[];
  /** The country that a concept lies in, where it lies in one. */
  country(id: string): string | undefined;
  /** Ids or labels near a text that names no concept, nearest first. */
  nearest(text: string): readonly string[];
  /** The preferred label, in the language or else in English. */
  label(id: string, language: string): string;
  /** The concept and all that lie below it. */
  narrower(id: string): readonly string[];
  ids(): readonly string[];
}

/** What a value may ask while it is read or shown. */
export interface ValueContext {
  concepts(vocabulary: string): Concepts;
}

export type Parsed =
  /** With `near`, it is read as it stands, and these known names are so near that one of them may be meant. */
  | { readonly value: Node; readonly near?: readonly string[] }
  | {
      readonly reason: string;
      readonly expected?: readonly string[];
      readonly at?: readonly string[];
    };

/** How a field is read from front matter and shown again. A value in the index is always its canonical form. */
export interface Value {
  readonly name: string;
  /** Completes “Expected …”, with an example where that helps. */
  readonly expects: string;
  /** The vocabulary that its values belong to, if any. */
  readonly vocabulary?: string;
  /** Canonical form of one item; {@link Parsed} with a reason when it cannot be read. */
  parse(node: Node, context: ValueContext): Parsed;
  /** Reads a canonical value once more when the whole record is known, where others of its values decide what it means. */
  settle?(value: Node, of: (field: string) => readonly Node[], context: ValueContext): Parsed;
  /** The items of a text that lists several; without it a text is one item. */
  items?(text: string, context: ValueContext): readonly string[];
  /** A canonical value as one line for people, in a language. */
  show?(value: Node, context: ValueContext, language: string): string;
}
