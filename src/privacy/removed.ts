import type { TextSpan } from '../core/document.ts';
import { lastAt } from '../core/last-at.ts';
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
  const pieces: string[] = [];
  const gone: Gone[] = [];
  let from = 0;
  let shift = 0;
  for (const { start, end } of parts) {
    const by = form === 'plain' ? sign : inPlaceOf(text, start, end, form === 'cells');
    pieces.push(text.slice(from, start), by);
    gone.push({ start, end, length: by.length, shift });
    shift += by.length - (end - start);
    from = end;
  }
  pieces.push(text.slice(from));
  return {
    text: pieces.join(''),
    shifted: (at, side) => {
      const last = lastAt(gone, at - 1, ({ start }) => start);
      if (!last) return at;
      const before = last.start + last.shift;
      if (at >= last.end) return before + last.length + at - last.end;
      return before + (side === 'start' ? 0 : last.length);
    },
  };
}

/** A part that is gone. */
interface Gone extends TextSpan {
  /** Of what stands in its place. */
  readonly length: number;
  /** How far the parts before it move it. */
  readonly shift: number;
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
