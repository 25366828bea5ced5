import type { TextSpan } from '../core/document.ts';
import { wordsOf } from './spelling.ts';

/** What stands in the place of a name. */
const sign = 'removed';

/** A text without some of its parts, and where its places have gone. */
export interface Removed {
  readonly text: string;
  /** The place in the new text of a place in the old one; inside a part that is gone, the beginning or end of what replaces it. */
  readonly shifted: (at: number, side: 'start' | 'end') => number;
}

/**
 * Puts `[removed]` in place of the parts, or `removed` where brackets would mean something else; `plain`: never brackets;
 * `cells`: a name in two cells of a table leaves two.
 */
export function removedFrom(
  text: string,
  parts: readonly TextSpan[],
  form?: 'cells' | 'plain',
): Removed {
  const edits = parts.map(({ start, end }) => ({
    start,
    end,
    by: form === 'plain' ? sign : inPlaceOf(text, start, end, form === 'cells'),
  }));
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, by } of edits) {
    pieces.push(text.slice(from, start), by);
    from = end;
  }
  pieces.push(text.slice(from));
  return {
    text: pieces.join(''),
    shifted: (at, side) => {
      let shift = 0;
      for (const { start, end, by } of edits) {
        if (at <= start) break;
        const isInside = at < end;
        if (isInside) return start + shift + (side === 'start' ? 0 : by.length);
        shift += by.length - (end - start);
      }
      return at + shift;
    },
  };
}

function inPlaceOf(text: string, start: number, end: number, cells: boolean): string {
  const mention = text.slice(start, end);
  // The words of a name in two cells of a table leave two cells.
  if ((cells && /[,;]/.test(mention)) || /[|\t"]/.test(mention)) {
    return wordsOf(mention).reduceRight(
      (left, { start: from, end: to }) => `${left.slice(0, from)}[${sign}]${left.slice(to)}`,
      mention,
    );
  }
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  const isPartOfId =
    /[\p{L}\p{N}][-_]|[/=@\\]$/u.test(before) ||
    /^(?:[-_][\p{L}\p{N}]|[/=@\\])/u.test(after) ||
    /^[\p{L}\p{N}\p{M}]+(?:[-_][\p{L}\p{N}\p{M}]+)+$/u.test(mention);
  // `[x](…)`, `[x]: …` and `[[x]]` are links to Markdown.
  const isLink = before.endsWith('[') || /^[\](:[]/.test(after);
  return isPartOfId || isLink ? sign : `[${sign}]`;
}
