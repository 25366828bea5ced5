import type { Document } from '../../../src/core/document.ts';

/** The blocks of a document as short lines: what they are and what they say, cells between bars. */
export function tell({ text, blocks }: Document): string[] {
  return blocks.map(({ kind, level, start, end, cells }) => {
    const said = cells
      ? cells.map((cell) => text.slice(cell.start, cell.end)).join(' | ')
      : text.slice(start, end);
    return `${kind}${level === undefined ? '' : ` ${level}`}: ${said}`;
  });
}
