import type { TextSpan } from '../../core/document.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import { fieldOf } from '../text/labels.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { numberedPartners } from './numbered-partners.ts';
import { roleOfField } from './sheet-roles.ts';

/** A labelled part of a sheet: `Lead partner: X`, a row of two cells, or a heading with the lines below it. */
export interface Labelled {
  readonly field: string;
  readonly label: TextSpan;
  /** One for a line, one for each item of a list. */
  readonly values: readonly TextSpan[];
  readonly sort: 'line' | 'list';
  /** The label's block, as a place in the blocks of the passage. */
  readonly block: number;
}

/** Lines longer than this are prose, not items of a list. */
const longestItem = 220;
const mostItems = 200;

/** The labelled parts of a document, in order. */
export function sheetOf(passage: Passage, vocabularies: Vocabularies): Labelled[] {
  const found: Labelled[] = [];
  const { blocks } = passage;
  const stacked = stackedLabels(passage, vocabularies);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.zone === 'navigation' || block.zone === 'repeated') continue;
    const cells = block.kind === 'row' ? rowOfTwo(block) : undefined;
    if (
      cells?.value &&
      blocks[at - 1]?.kind !== 'row' &&
      isHead(passage, cells.value, vocabularies)
    )
      continue;
    const lines = cells ? [cells] : linesOf(passage, block);
    for (const line of lines) {
      const field = fieldOf(passage, line.label, vocabularies);
      if (field === undefined) continue;
      if (line.value) {
        found.push({ field, label: line.label, values: [line.value], sort: 'line', block: at });
      } else if (stacked.has(at) && blocks[at + 1]) {
        const values = trimmedLines(passage.text, blocks[at + 1] ?? block).slice(0, 1);
        found.push({ field, label: line.label, values, sort: 'line', block: at });
      } else if (field === 'budget' && blocks[at + 1]?.kind === 'row') {
        const values = listAfter(passage, at, vocabularies);
        found.push({ field: 'budget_lines', label: line.label, values, sort: 'list', block: at });
      } else if (
        line === lines.at(-1) &&
        (line.hasColon || roleOfField[field] !== undefined || field === 'absent')
      ) {
        const name = nameBelow(passage, at, vocabularies);
        const values = name ? [name] : listAfter(passage, at, vocabularies);
        if (values.length > 0)
          found.push({ field, label: line.label, values, sort: 'list', block: at });
      }
    }
  }
  return withNumbered(passage, found);
}

/** “Partner | Budget (€)” above other rows: what stands in the second cell is a label too. */
function isHead(passage: Passage, value: TextSpan, vocabularies: Vocabularies): boolean {
  return fieldOf(passage, value, vocabularies) !== undefined;
}

/** The sheet with the lines that number partners: “P2 – Guild of Dyers, Malta”. */
function withNumbered({ text, blocks }: Passage, sheet: Labelled[]): Labelled[] {
  const hasLead = sheet.some(({ field }) => field === 'lead');
  const numbered = numberedPartners(text, hasLead);
  if (numbered.size === 0) return sheet;
  const told = new Set(sheet.map(({ label }) => label.start));
  blocks.forEach((block, at) => {
    if (block.zone === 'navigation' || block.zone === 'repeated' || block.kind === 'row') return;
    for (const { start } of trimmedLines(text, block)) {
      const partner = told.has(start) ? undefined : numbered.get(start);
      if (!partner) continue;
      const { field, label, value } = partner;
      sheet.push({ field, label, values: [trim(text, value)], sort: 'list', block: at });
    }
  });
  return sheet.toSorted((a, b) => a.label.start - b.label.start);
}

/** So many labels that stand alone above their value make a sheet of it. */
const fewestStacked = 3;

/** Labels with their value in the next block, by the place of their block: fields with one value, in a document that has several. */
function stackedLabels(passage: Passage, vocabularies: Vocabularies): ReadonlySet<number> {
  const { text, blocks } = passage;
  const found = new Map<number, string>();
  const labels = new Set<string>();
  blocks.forEach((block, at) => {
    if (block.zone === 'navigation' || block.zone === 'repeated' || block.kind === 'row') return;
    const [line, ...more] = linesOf(passage, block);
    if (!line || more.length > 0 || line.value || line.hasColon) return;
    const field = fieldOf(passage, line.label, vocabularies);
    if (field === undefined) return;
    labels.add(field);
    const next = blocks[at + 1];
    if (!next || next.kind === 'row' || next.kind === 'item' || !single.has(field)) return;
    if (next.end - next.start > longestItem) return;
    if (fieldOf(passage, trim(text, next), vocabularies) === undefined) found.set(at, field);
  });
  return labels.size >= fewestStacked ? new Set(found.keys()) : new Set();
}

/** Fields with one value. */
const single = new Set(
  'title acronym lead owner budget grant start end duration call programme country countries venue level city region website'.split(
    ' ',
  ),
);

/** “Partner 2” above “Name  X”. */
function nameBelow(passage: Passage, at: number, vocabularies: Vocabularies): TextSpan | undefined {
  const next = passage.blocks[at + 1];
  if (!next || next.kind === 'row' || next.kind === 'item') return undefined;
  const [line] = linesOf(passage, next);
  if (!line?.value) return undefined;
  return fieldOf(passage, line.label, vocabularies) === 'name' ? line.value : undefined;
}

interface Line {
  readonly label: TextSpan;
  readonly value?: TextSpan;
  /** “Partners:” asks for a list; “Programme” alone may be the heading of anything. */
  readonly hasColon?: boolean;
}

function rowOfTwo(block: PassageBlock): Line | undefined {
  const cells = block.cells?.filter((cell) => cell.end > cell.start) ?? [];
  const [label, value] = cells;
  return label && value && cells.length === 2 ? { label, value } : undefined;
}

/** Lines of a block that begin with a label; a block of prose has none. */
function linesOf({ text }: Passage, block: PassageBlock): Line[] {
  if (block.kind === 'row') return [];
  const lines: Line[] = [];
  for (const { start, end } of trimmedLines(text, block)) {
    const colon = colonIn(text, start, end);
    const gap =
      colon === undefined
        ? /\S {2,40}(?=\S)|\S\t(?=\S)/.exec(text.slice(start, Math.min(end, start + 72)))
        : null;
    if (gap && gap.index > 1) {
      const label = { start, end: start + gap.index + 1 };
      const value = trim(text, { start: start + gap.index + gap[0].length, end });
      if (value.end > value.start && label.end - label.start <= 40) {
        lines.push({ label, value });
        continue;
      }
    }
    if (colon === undefined) {
      if (end - start <= 70 && !/[.!?,]$/.test(text.slice(start, end)))
        lines.push({ label: { start, end } });
      continue;
    }
    const value = trim(text, { start: colon + 1, end });
    const label = trim(text, { start, end: colon });
    lines.push(value.end > value.start ? { label, value } : { label, hasColon: true });
  }
  return lines;
}

function colonIn(text: string, start: number, end: number): number | undefined {
  const limit = Math.min(end, start + 72);
  for (let at = start; at < limit; at++) if (/[:：]/.test(text[at] ?? '')) return at;
  return undefined;
}

function trimmedLines(text: string, block: TextSpan): TextSpan[] {
  const lines: TextSpan[] = [];
  for (let start = block.start; start < block.end;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 || next > block.end ? block.end : next;
    const line = trim(text, { start, end });
    if (line.end > line.start) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** A place without the blanks, bullets and letters of a list around what it holds: “b) the Union of Dyers;”. */
export function trim(text: string, { start, end }: TextSpan): TextSpan {
  let [from, to] = [start, end];
  while (from < to && /[\s•*·▪◦‣–—-]/.test(text[from] ?? '')) from++;
  from +=
    /^\(?\p{Ll}[.)]\s{1,3}(?=\S)/u.exec(text.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  while (to > from && /[\s;,،]/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}

/** The items, rows and short lines below a label, up to a heading, another label or prose. */
function listAfter(passage: Passage, at: number, vocabularies: Vocabularies): TextSpan[] {
  const values: TextSpan[] = [];
  const sort = passage.blocks[at + 1]?.kind;
  for (let index = at + 1; index < passage.blocks.length && values.length < mostItems; index++) {
    const block = passage.blocks[index];
    if (!block || block.zone === 'repeated') break;
    // Lines with empty lines around them look like headings in a plain text.
    if (block.kind === 'heading' && block.level !== passage.blocks[at]?.level) break;
    if (block.end - block.start > longestItem && block.kind !== 'row') break;
    if (block.kind !== sort) break;
    if (block.kind === 'paragraph' || block.kind === 'heading') {
      const lines = linesOf(passage, block);
      if (lines.some(({ label }) => fieldOf(passage, label, vocabularies) !== undefined)) break;
      if (
        /[.!?؟]\s*$/.test(passage.text.slice(block.start, block.end)) &&
        block.sentences.length > 1
      )
        break;
    }
    values.push(...(block.kind === 'row' ? [block] : trimmedLines(passage.text, block)));
  }
  return values;
}
