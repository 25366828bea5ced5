import type { Piece } from '../compose.ts';
import type { PagePiece } from './page-piece.ts';

/** The pieces a person came for: the one article, else the main part, else the page; never its surroundings. */
export function chooseContent(all: readonly PagePiece[]): Piece[] {
  const pieces = withoutSurroundings(all);
  const chosen = bestPart(pieces);
  if (chosen.length === pieces.length) return withoutMenus(pieces).map(plain);
  // Many pages keep their headline above the article.
  const first = pieces.indexOf(chosen[0] ?? pieces[0]!);
  const headline = chosen.some(isHeadline)
    ? []
    : pieces.slice(0, first).filter(isHeadline).slice(-1);
  return [...headline, ...chosen].map(plain);
}

/** What seems to stand around the content does not, where it holds most of the page: a form around everything, a class of its state. */
function withoutSurroundings(all: readonly PagePiece[]): PagePiece[] {
  const letters = new Map<number, number>();
  for (const piece of all) letters.set(piece.around, (letters.get(piece.around) ?? 0) + own(piece));
  const total = sum(all.map(own));
  return all.filter(({ around }) => around === 0 || (letters.get(around) ?? 0) > total * 0.5);
}

function bestPart(pieces: readonly PagePiece[]): readonly PagePiece[] {
  const total = sum(pieces.map(own));
  const isEnough = (part: readonly PagePiece[], share: number) => {
    const letters = sum(part.map(own));
    return letters > 0 && letters >= total * share;
  };
  const articles = Map.groupBy(
    pieces.filter(({ article }) => article > 0),
    ({ article }) => article,
  );
  const article = [...articles.values()].find((part) => isEnough(part, 0.4));
  if (article) return article;
  const main = pieces.filter(({ main }) => main);
  if (isEnough(main, 0.25)) return main;
  const withoutHeader = pieces.filter((piece) => !piece.header || isHeadline(piece));
  return isEnough(withoutHeader, 0.4) ? withoutHeader : pieces;
}

/** Four pieces in a row that are nothing but links are a menu. */
function withoutMenus(pieces: readonly PagePiece[]): PagePiece[] {
  const kept: PagePiece[] = [];
  let run: PagePiece[] = [];
  const flush = () => {
    if (run.length < 4) kept.push(...run);
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'item' && piece.linked > 0 && piece.linked >= piece.letters * 0.9)
      run.push(piece);
    else {
      flush();
      kept.push(piece);
    }
  }
  flush();
  return kept;
}

function isHeadline(piece: PagePiece): boolean {
  return piece.kind === 'heading' && piece.level === 1;
}

function own({ letters, linked }: PagePiece): number {
  return letters - linked * 0.8;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

function plain(piece: PagePiece): Piece {
  if (piece.kind === 'row') return { kind: 'row', cells: piece.cells };
  return piece.level === undefined
    ? { kind: piece.kind, text: piece.text }
    : { kind: piece.kind, level: piece.level, text: piece.text };
}
