import { cueKinds, cueWords } from '../text/cues.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Piece } from '../text/pieces.ts';

interface FigureWords {
  readonly nouns: Phrases<string>;
  readonly about: Phrases<true>;
  readonly rough: Phrases<true>;
  readonly stops: Phrases<true>;
  readonly of: Phrases<true>;
  readonly labels: Phrases<true>;
}

let made: FigureWords | undefined;

/** The words of counts, from `data/cues/figures.yaml`. */
export function figureWords(): FigureWords {
  const of = (key: string) => cueWords('figures', key);
  return (made ??= {
    nouns: cueKinds('figures', 'nouns'),
    about: of('about'),
    rough: of('rough'),
    stops: of('stops'),
    of: of('of'),
    labels: of('labels'),
  });
}

/** What a noun at this place counts, such as `partners`. */
export function figureNounAt(
  pieces: readonly Piece[],
  index: number,
): { readonly value: string; readonly next: number } | undefined {
  return figureWords().nouns.at(pieces, index);
}
