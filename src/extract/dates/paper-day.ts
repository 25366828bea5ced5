import type { TextSpan } from '../../core/document.ts';
import { cueWords } from '../text/cues.ts';
import type { Passage } from '../text/passage.ts';
import type { Phrases } from '../text/phrases.ts';
import { firstFrom, piecesOf } from '../text/pieces.ts';
import { firstAt } from '../text/spans.ts';
import type { RoledDate } from './date-roles.ts';

/** A line of the head is no longer, in code units, and begins before this place. */
const headLine = { length: 100, start: 900 } as const;

/** “20 Feb 2025” on a line of its own, “ANNOUNCEMENT of 11 October 2021 …”, “No 47 | May–June 2024”: the day of the paper. */
export function isHeadLine(
  { text, blocks }: Passage,
  date: RoledDate,
  { start, end }: TextSpan,
): boolean {
  if (date.start > headLine.start || !/^\d{4}-\d\d/.test(date.value)) return false;
  const line = text.slice(start, Math.min(end, start + headLine.length + 1));
  if (
    /(?:^|\s)(?:n\.?[º°o]?|nr|no|núm|num|τεύχος|αρ|عدد|العدد)\.?\s?\d{1,4}\b/iu.test(line) &&
    line.length <= headLine.length
  )
    return date.role === 'period' || date.role === 'other';
  if (date.kind !== 'moment' || date.precision !== 'day' || date.role !== 'other') return false;
  const rest = text.slice(start, date.start) + text.slice(date.end, end);
  if (end - start <= headLine.length && (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= 4) return true;
  // “Ponta Delgada, 7 October 2024. The cooperative …”
  if (
    /^\s*\(?\p{Lu}[\p{L}'’-]*(?:\s[\p{L}'’-]+){0,3},\s(?:\p{L}{1,3}\s){0,2}$/u.test(
      text.slice(start, date.start),
    ) &&
    /^\)?\s?[.–—:-]\s/.test(text.slice(date.end, date.end + 4))
  )
    return true;
  const isOpening = blocks.slice(0, 4).some((block) => block.start === start);
  return (
    isOpening && /^\s*\p{Lu}{5,}\s(?:of|de|du|del|di|της)\s$/u.test(text.slice(start, date.start))
  );
}

/**
 * Whether a day stands with a place right beside the name of the event that a text is about: “**Sfax, 21 November 2024**” below it in
 * emphasis, or below a line that is that name.
 */
export function isBesideName({ text, blocks }: Passage, date: TextSpan, name: TextSpan): boolean {
  const place = ({ start }: TextSpan) => firstAt(blocks, start + 1) - 1;
  const [line, title] = [blocks[place(date)], blocks[place(name)]];
  if (!line || !title || Math.abs(place(date) - place(name)) !== 1) return false;
  const isEmphasised = /^\s*[*_]{1,3}\S.*[*_]\s*$/su.test(text.slice(line.start, line.end));
  return isEmphasised || (name.end - name.start) * 3 >= (title.end - title.start) * 2;
}

/** A month or day alone between the signs of a short last line: “Text: A. Writer · January 2025”. */
export function isSigned({ text, blocks }: Passage, date: RoledDate, block: TextSpan): boolean {
  if (date.kind !== 'moment' || !/^\d{4}-\d\d/.test(date.value) || date.role !== 'other')
    return false;
  const last = blocks.slice(-4)[0]?.start ?? 0;
  if (block.start < last || block.end - block.start > 3 * headLine.length) return false;
  const line = { start: text.lastIndexOf('\n', date.start) + 1, end: text.indexOf('\n', date.end) };
  const before = text.slice(Math.max(line.start, date.start - 4), date.start);
  const after = text.slice(date.end, line.end < 0 ? text.length : line.end).slice(0, 4);
  return (
    /(?:^|[·•|–—]\s{0,2})$/.test(before) &&
    /[·•|–—]/.test(before + after) &&
    /^(?:\s{0,2}[·•|–—]|\s*$)/.test(after)
  );
}

/** The day at the head that a text without a day of its own tells first: of the meeting, of the assembly. */
export function headDay(dates: readonly RoledDate[], isEvent: boolean): RoledDate | undefined {
  const head = dates.find(({ start, value }) => start < 600 && /^\d{4}-\d\d-\d\d/.test(value));
  return head &&
    (head.role === 'event' || head.role === 'other') &&
    (isEvent || head.role === 'event')
    ? head
    : undefined;
}

/** The year that a report tells of, where its head says so: “Annual report 2023”. */
export function yearTold(passage: Passage, dates: readonly RoledDate[]): string | undefined {
  const pieces = piecesOf(passage);
  papersOfYear ??= cueWords('dates', 'of_year');
  for (const { start, value, precision } of dates) {
    if (start > headLine.start) return undefined;
    const at = firstFrom(pieces, start);
    if (precision !== 'year' || !/^\d{4}$/.test(value)) continue;
    for (let back = 1; back <= farthestPaper; back++) {
      const found = papersOfYear.at(pieces, at - back);
      if (found && found.next <= at && pieces[at - back]?.sentence === pieces[at]?.sentence)
        return value;
    }
  }
  return undefined;
}

/** So many words may stand between a report and its year. */
const farthestPaper = 8;

let papersOfYear: Phrases<true> | undefined;

/** A day of the year that a report tells of. */
export function inYear(date: RoledDate, year: string): RoledDate | undefined {
  if (!date.value.startsWith('XXXX') || date.role === 'deadline') return undefined;
  const value = date.value.replaceAll('XXXX', year);
  const isSound = value.split('/').every((each) => !Number.isNaN(Date.parse(each)));
  return isSound ? { ...date, value, inferred: true } : undefined;
}
