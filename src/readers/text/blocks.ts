import type { Block, TextSpan } from '../../core/document.ts';
import { linesOf } from './lines.ts';
import { endsSentence, joinWrapped } from './paragraphs.ts';
import { rowOf, tableAt } from './rows.ts';

/** A sign of a list, or a number of one; a year or an amount has more digits. */
const itemMark = /^(?:[-–—•*·▪◦‣●○➢]|\d{1,2}[.)]|[a-zA-Z]\))[ \t]+(?=\S)/;

/** A day in words, as letters and news give it: `le 3 mai 2020`, `3 de mayo de 2020`. */
const day = /\d{1,2}[^\s\d]{0,2}\s(?:de\s)?[^\s\d]{3,13}\s(?:del?\s)?\d{4}/;

/** As long as a heading is at most; sentences without a stop are longer. */
const headingLength = 100;

/** The blocks of a plain text: the text stays as it is, they are places in it. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let group: TextSpan[] = [];
  for (const line of [...linesOf(text), { start: 0, end: 0 }]) {
    if (line.end > line.start) group.push(line);
    else {
      for (const block of groupBlocks(text, group))
        blocks.push(block.kind === 'heading' && blocks.length > 0 ? { ...block, level: 2 } : block);
      group = [];
    }
  }
  return blocks;
}

/** The blocks of lines with no empty line between them. */
function groupBlocks(text: string, lines: readonly TextSpan[]): Block[] {
  const blocks: Block[] = [];
  let prose: TextSpan[] = [];
  const flush = () => {
    const paragraphs = joinWrapped(text, prose);
    for (const [index, span] of paragraphs.entries())
      blocks.push(proseBlock(span, index, paragraphs));
    prose = [];
  };
  const proseBlock = (span: TextSpan, index: number, all: readonly TextSpan[]): Block =>
    isHeading(text, span, all[index - 1], all[index + 1])
      ? { kind: 'heading', level: 1, ...span }
      : { kind: 'paragraph', ...span };
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const table = tableAt(text, lines, at);
    if (table) {
      flush();
      for (const row of lines.slice(at, at + table.length))
        blocks.push(...rowOf(text, row, table.separator));
      at += table.length;
    } else if (!/[^\s=_*~#+\-–—.]/.test(text.slice(line.start, line.end))) {
      flush();
      at += 1;
    } else if (itemMark.test(text.slice(line.start, line.start + 12))) {
      flush();
      const item = itemAt(text, lines, at);
      blocks.push({ kind: 'item', start: line.start + markLength(text, line), end: item.end });
      at = item.next;
    } else {
      prose.push(line);
      at += 1;
    }
  }
  flush();
  return blocks;
}

function markLength(text: string, line: TextSpan): number {
  return itemMark.exec(text.slice(line.start, line.start + 12))?.[0].length ?? 0;
}

/** An item goes on in lines that are set in. */
function itemAt(
  text: string,
  lines: readonly TextSpan[],
  from: number,
): { readonly end: number; readonly next: number } {
  let end = lines[from]?.end ?? 0;
  let next = from + 1;
  for (let line = lines[next]; line && isSetIn(text, line); line = lines[next]) {
    if (itemMark.test(text.slice(line.start, line.start + 12))) break;
    end = line.end;
    next += 1;
  }
  return { end, next };
}

function isSetIn(text: string, line: TextSpan): boolean {
  return (
    line.start > 1 &&
    /[ \t]/.test(text[line.start - 1] ?? '') &&
    /[ \t\n]/.test(text[line.start - 2] ?? '')
  );
}

/** A short line without a stop that is no day, alone or beside sentences; two short lines together are an address. */
function isHeading(
  text: string,
  span: TextSpan,
  before: TextSpan | undefined,
  after: TextSpan | undefined,
): boolean {
  const content = text.slice(span.start, span.end);
  if (content.length > headingLength || !/\p{L}/u.test(content)) return false;
  if (/[\n@]|:\/\//.test(content) || (endsSentence(text, span) && !/[?؟]$/.test(content)))
    return false;
  if (
    /^\d{1,2}[ /-]\S/.test(content) ||
    (content.replace(day, '').length < 15 && day.test(content))
  )
    return false;
  return !isPart(text, before) && !isPart(text, after);
}

/** Of an address or a list: short and no sentence. */
function isPart(text: string, span: TextSpan | undefined): boolean {
  return !!span && span.end - span.start <= headingLength && !endsSentence(text, span);
}
