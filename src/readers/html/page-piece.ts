import type { Piece } from '../compose.ts';

/** A piece of a page with what is known of its place in it. */
export type PagePiece = Piece & {
  /** Letters, and those of them that are links. */
  readonly letters: number;
  readonly linked: number;
  /** Number of the outermost element around it that seems not to be content; 0 for none. */
  readonly around: number;
  /** Number of the outermost `article` it is in, and whether it is in `main`. */
  readonly article: number;
  readonly main: boolean;
  readonly header: boolean;
};

/** A page as one walk found it. */
export interface Page {
  readonly pieces: readonly PagePiece[];
  readonly language: string;
  readonly title: string;
  /** By name, property or itemprop, in lower case; the first counts. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string;
  /** The first machine-readable time in the body. */
  readonly time: string;
  /** Texts of JSON-LD scripts. */
  readonly linkedData: readonly string[];
}
