import type { TextSpan } from '../../core/document.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import type { RoleName } from '../extraction.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import { fieldOf } from '../text/labels.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import type { Salience } from './role-target.ts';
import { roleOfField } from './sheet-roles.ts';
import { trim } from './sheet.ts';
import { spansIn } from '../text/spans.ts';

/** A table is followed over no more lines. */
const mostRows = 200;
const mostColumns = 16;

/** What such tables tell, and their rows, which are no sentences. */
export interface ProjectRows {
  readonly roles: readonly FoundRole[];
  readonly rows: readonly TextSpan[];
}

/** Roles of tables with a project in every row: “Project | Our role | Led by | Funded under”. */
export function projectRows(
  passage: Passage,
  mentions: readonly Mention[],
  { author }: Salience,
  vocabularies: Vocabularies,
): ProjectRows {
  const found: FoundRole[] = [];
  const rows: TextSpan[] = [];
  const lines = linesOf(passage);
  for (let at = 0; at < lines.length; at++) {
    const layout = layoutOf(passage, lines[at], vocabularies);
    if (!layout) continue;
    for (let row = at + 1; row < Math.min(lines.length, at + mostRows); row++) {
      const cells = cellsOf(passage.text, lines[row]);
      const block = lines[row];
      if (!block || cells.length < 2) break;
      found.push(...rolesOfRow(passage, block, cells, layout, mentions, author, vocabularies));
      rows.push(block);
      at = row;
    }
  }
  return { roles: found, rows };
}

interface Line extends TextSpan {
  readonly cells?: readonly TextSpan[];
}

/** Rows as they are, and the lines of other blocks, where a table of blanks is one paragraph. */
function linesOf({ text, blocks }: Passage): readonly Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.cells) return [block];
    const lines: Line[] = [];
    for (let { start } = block; start < block.end;) {
      const next = text.indexOf('\n', start);
      const end = next < 0 || next > block.end ? block.end : next;
      lines.push({ start, end });
      start = end + 1;
    }
    return lines;
  });
}

/** The fields of the columns, where one is of projects and another of who has a part in them. */
function layoutOf(
  passage: Passage,
  block: Line | undefined,
  vocabularies: Vocabularies,
): readonly (string | undefined)[] | undefined {
  const cells = cellsOf(passage.text, block);
  if (cells.length < 2) return undefined;
  const fields = cells.map((cell) => fieldOf(passage, cell, vocabularies));
  const isTable =
    fields.includes('project') &&
    fields.some((field) => field === 'role' || roleOfField[field ?? ''] !== undefined);
  return isTable ? fields : undefined;
}

function rolesOfRow(
  passage: Passage,
  block: Line,
  cells: readonly TextSpan[],
  layout: readonly (string | undefined)[],
  mentions: readonly Mention[],
  author: Mention | undefined,
  vocabularies: Vocabularies,
): FoundRole[] {
  const cellOf = layout.indexOf('project');
  const project = spansIn(mentions, cells[cellOf] ?? block).find(({ kind }) => kind === 'project');
  if (!project) return [];
  const tell = (role: RoleName, actor: Mention) => roleOf(role, actor, project, block, 'row');
  return cells.flatMap((cell, index) => {
    const field = layout[index] ?? '';
    if (field === 'role') {
      const role = roleOfField[fieldOf(passage, cell, vocabularies) ?? ''];
      return role !== undefined && author ? [tell(role, author)] : [];
    }
    const role = roleOfField[field];
    if (role === undefined) return [];
    const actors = spansIn(mentions, cell).filter(({ kind }) => kind === 'organisation');
    return (role === 'lead' ? actors.slice(0, 1) : actors).map((actor) => tell(role, actor));
  });
}

/** The cells of a row, or of a line whose columns stand apart by blanks. */
function cellsOf(text: string, block: Line | undefined): readonly TextSpan[] {
  if (!block) return [];
  if (block.cells) return block.cells;
  if (block.end - block.start > 400) return [];
  const cells: TextSpan[] = [];
  let start = block.start;
  for (const gap of text.slice(block.start, block.end).matchAll(/ {2,200}|\t/g)) {
    const at = block.start + gap.index;
    if (at > start) cells.push(trim(text, { start, end: at }));
    start = at + gap[0].length;
    if (cells.length > mostColumns) break;
  }
  if (block.end > start) cells.push(trim(text, { start, end: block.end }));
  return cells;
}
