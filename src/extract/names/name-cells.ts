import type { TextSpan } from '../../core/document.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import type { PassageBlock } from '../text/passage.ts';

/** No line of a table has more. */
const most = 12;

/** The cells of a row, or of a line of plain text whose columns stand apart by two spaces or more. */
export function cellsOf({ block, passage }: NameScan): readonly TextSpan[] {
  if (block.kind === 'row') return block.cells ?? [];
  if (block.end - block.start > 400) return [];
  const line = passage.text.slice(block.start, block.end);
  if (line.trim().includes('\n') || !/\S {2,}\S|\S\t\S/.test(line)) return [];
  const cells: TextSpan[] = [];
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    if (cells.length === most) return [];
    cells.push({
      start: block.start + match.index,
      end: block.start + match.index + match[0].length,
    });
  }
  return cells.length > 1 ? cells : [];
}

/** A paragraph whose lines are rows or “Label: value” as one block a line; others as they are. */
export function linesOf({ block, passage, words }: NameScan): PassageBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const text = passage.text.slice(block.start, block.end);
  if (!text.includes('\n')) return [block];
  const lines: PassageBlock[] = [];
  let listed = 0;
  let start = block.start;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      if (/^[^:]{2,40}: ?\S|\S {2,}\S.{0,80} {2,}\S|^\S[^:]{0,38}\S {2,}\S/.test(line)) listed++;
      lines.push({
        ...block,
        start,
        end,
        sentences: [{ start, end }],
        firstWord: firstWordAt(words, start),
        lastWord: firstWordAt(words, end),
      });
    }
    start = end + 1;
  }
  return listed > 1 && listed * 2 >= lines.length ? lines : [block];
}

/** What stands after the number, the letter, the points or the bullet of an entry: “1.º (94,5 points) X”. */
export function withoutNumber({ block, passage }: NameScan): TextSpan {
  const head = passage.shadow.slice(block.start, Math.min(block.end, block.start + 60));
  const lead =
    /^\s{0,4}(?:[-–•*·>→]\s{0,2})?(?:(?:n[.ºo°]{0,2}\s?)?\d{1,3}[.)ºª°a-z]{0,3}\s{0,2})?(?:\([^()]{1,24}\)\s{1,2})?(?:[-–:]\s)?/.exec(
      head,
    );
  const start = block.start + (lead?.[0].length ?? 0);
  // “b) Guild of Dyers”, but not “B. Ruiz”
  const letter = /^\(?\p{Ll}[.)]\s{1,3}(?=\S)/u.exec(
    passage.text.slice(start, Math.min(block.end, start + 8)),
  );
  return { start: start + (letter?.[0].length ?? 0), end: block.end };
}
