import type { Document, TextSpan } from '../core/document.ts';

/** Whether a document keeps its contract: blocks in order, none empty, none over another, cells within their row. */
export function isSound({ text, blocks }: Document): boolean {
  return areOrdered(blocks, { start: 0, end: text.length }) && blocks.every(isSoundBlock);
}

function isSoundBlock({ kind, level, start, end, cells }: Document['blocks'][number]): boolean {
  if (start === end || (kind === 'row') !== (cells !== undefined)) return false;
  if ((kind === 'heading') !== (level !== undefined && level >= 1 && level <= 6)) return false;
  return areOrdered(cells ?? [], { start, end });
}

function areOrdered(spans: readonly TextSpan[], within: TextSpan): boolean {
  let from = within.start;
  return spans.every(({ start, end }) => {
    const isNext =
      Number.isInteger(start) && Number.isInteger(end) && start >= from && end >= start;
    from = end;
    return isNext && end <= within.end;
  });
}
