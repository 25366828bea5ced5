import type { Block, TextSpan } from '../../core/document.ts';
import type { Word } from './word.ts';

/**
 * What a block is for: `letterhead` (address of the publisher), `dateline`, `navigation` (menus, language switchers, link lists),
 * `repeated` (stood in the text before), else `body`.
 */
export type Zone = 'body' | 'letterhead' | 'dateline' | 'navigation' | 'repeated';

/** A block that recognisers read. */
export interface PassageBlock extends Block {
  /** ISO 639-1, one of the eight; short blocks have that of their surroundings. */
  readonly language: string;
  readonly zone: Zone;
  readonly sentences: readonly TextSpan[];
  /** Its words: from the first to before the last, as places in {@link Passage.words}. */
  readonly firstWord: number;
  readonly lastWord: number;
}

/** A document as recognisers read it. */
export interface Passage {
  readonly text: string;
  /** The same length as the text; see `shadow`. */
  readonly shadow: string;
  readonly words: readonly Word[];
  readonly blocks: readonly PassageBlock[];
  /** The language of most of it. */
  readonly language: string;
}
