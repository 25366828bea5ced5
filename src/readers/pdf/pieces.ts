import type { Piece } from '../compose.ts';
import { columnsOf } from './columns.ts';
import type { PdfPage, Segment } from './fragment.ts';
import { wordsOf } from '../parted-words.ts';
import { joinLines } from './join-lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import { baselines } from './segments.ts';
import { tableAt } from './tables.ts';
import type { Line } from './tables.ts';

/** The longest heading, in characters; what is larger and longer is a lead. */
const headingLength = 200;

/** Lines, columns and tables of pages as pieces in reading order. */
export function pdfPieces(pages: readonly PdfPage[]): Piece[] {
  const all = pages.flatMap(({ segments }) => segments);
  const isWord = wordsOf(all.map(({ text }) => text));
  const levelOf = headingLevels(all);
  const pieces: Piece[] = [];
  for (const { number: page, segments } of pages)
    for (const column of columnsOf(segments)) {
      const lines = linesOf(column);
      let prose: Line[] = [];
      const flush = () => {
        for (const paragraph of paragraphsOf(prose)) add(pieces, pieceOf(paragraph, page));
        prose = [];
      };
      for (let at = 0; at < lines.length;) {
        const table = tableAt(lines, at);
        if (table) {
          flush();
          for (const row of table.rows)
            pieces.push({ kind: 'row', page, cells: row.map((cell) => joinLines(cell, isWord)) });
          at += table.length;
        } else {
          const line = lines[at];
          if (line) prose.push(line);
          at += 1;
        }
      }
      flush();
    }
  return pieces;

  function pieceOf({ lines, mark, height }: Paragraph, page: number): Piece {
    const text = joinLines(lines, isWord);
    const level = text.length <= headingLength ? levelOf(height) : undefined;
    if (level !== undefined && (mark === '' || /^\d/.test(mark)))
      return { kind: 'heading', level, page, text: mark + text };
    return { kind: mark === '' ? 'paragraph' : 'item', page, text };
  }

  /** A sentence goes on over the end of a column or a page. */
  function add(pieces: Piece[], piece: Piece): void {
    const last = pieces.at(-1);
    const goesOn =
      last?.kind === 'paragraph' &&
      piece.kind === 'paragraph' &&
      last.page !== undefined &&
      /[\p{L},-]$/u.test(last.text) &&
      /^\p{Ll}/u.test(piece.text) &&
      last.text.length > 40;
    if (goesOn)
      pieces[pieces.length - 1] = { ...last, text: joinLines([last.text, piece.text], isWord) };
    else pieces.push(piece);
  }
}

function linesOf(segments: readonly Segment[]): Line[] {
  return baselines(segments).map((parts) => {
    const ordered = parts.toSorted((a, b) => a.x - b.x);
    const longest = ordered.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    return { segments: ordered, y: longest.y, height: longest.height };
  });
}

/** Sizes at least 15 % above that of most of the text are headings, the largest the first level. */
function headingLevels(segments: readonly Segment[]): (height: number) => number | undefined {
  const letters = new Map<number, number>();
  for (const { height, text } of segments) {
    const size = Math.round(height * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  const [body] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [0, -1]);
  const sizes = [...letters.keys()].filter((size) => size >= body * 1.15).sort((a, b) => b - a);
  return (height) => {
    const level = sizes.indexOf(Math.round(height * 2) / 2) + 1;
    return level > 0 ? Math.min(6, level) : undefined;
  };
}
