import type { TextSpan } from '../../core/document.ts';
import type { Vocabularies } from '../../vocabulary/load.ts';
import { fieldOf } from '../text/labels.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { isLeadRow, roleAbove } from './table-role.ts';

/** A row of a table that names an organisation, by what its cells hold. */
export interface PartnerRow extends TextSpan {
  readonly name: TextSpan;
  readonly acronym?: TextSpan;
  /** Country, city, or both. */
  readonly where: readonly TextSpan[];
  readonly website?: TextSpan;
  readonly budget?: TextSpan;
  /** A field such as `lead` or `partners`, from the cell of the role. */
  readonly field?: string;
}

/** What stands in a column, by its header. */
type Column = 'name' | 'acronym' | 'where' | 'role' | 'budget' | 'website' | 'other';

const columns: Readonly<{ [field: string]: Column }> = {
  name: 'name',
  title: 'name',
  partners: 'name',
  lead: 'name',
  participants: 'name',
  associates: 'name',
  acronym: 'acronym',
  country: 'where',
  countries: 'where',
  city: 'where',
  region: 'where',
  place: 'where',
  venue: 'where',
  role: 'role',
  budget: 'budget',
  grant: 'budget',
  website: 'website',
};

/** The roles that a cell may name. */
const roleFields = new Set(
  'lead partners associates funders organisers co_organisers hosts participants speakers'.split(
    ' ',
  ),
);

/** Rows of organisations in the tables of a document; a table without a header has its names where the longest words are. */
export function partnerRows(passage: Passage, vocabularies: Vocabularies): PartnerRow[] {
  const found: PartnerRow[] = [];
  let layout: readonly Column[] | undefined;
  let before: PassageBlock | undefined;
  let above: string | undefined;
  let isSheet = false;
  passage.blocks.forEach((block, at) => {
    if (block.kind === 'row' && block.zone !== 'navigation' && (block.cells?.length ?? 0) > 1) {
      const header = before?.kind === 'row' ? undefined : headerOf(passage, block, vocabularies);
      if (before?.kind !== 'row') {
        layout = header;
        above =
          header && isOfPartners(header) && !hasRoles(passage, at, header, vocabularies)
            ? (roleAbove(passage, at, vocabularies) ?? roleOfNames(passage, block, vocabularies))
            : undefined;
        // “Published on 2 May | 4 min”: one line with a bar is no table.
        isSheet =
          !header &&
          (passage.blocks[at + 1]?.kind !== 'row' || hasLabels(passage, at, vocabularies));
      }
      if (!header) {
        const row = layout
          ? byHeader(passage, block, layout, vocabularies, above)
          : byContents(passage, block, vocabularies);
        if (row && !(isSheet && row.field === undefined)) found.push(row);
      }
    }
    before = block;
  });
  return found;
}

/** “Partner | Country”: the head of the names says what all of them are. */
function roleOfNames(
  passage: Passage,
  { cells = [] }: PassageBlock,
  vocabularies: Vocabularies,
): string | undefined {
  return cells
    .map((cell) => fieldOf(passage, cell, vocabularies))
    .find((field) => field === 'partners' || field === 'associates');
}

/** A header of organisations: beside their names stand their short names, where they are, or what they get. */
function isOfPartners(layout: readonly Column[]): boolean {
  return (
    layout.includes('name') &&
    ['acronym', 'where', 'budget'].some((column) => layout.includes(column as Column))
  );
}

/** Whether the column of roles names any: “Type” may hold “Partner”, or “University”. */
function hasRoles(
  passage: Passage,
  header: number,
  layout: readonly Column[],
  vocabularies: Vocabularies,
): boolean {
  const column = layout.indexOf('role');
  if (column < 0) return false;
  for (let at = header + 1; passage.blocks[at]?.kind === 'row'; at++) {
    const cell = passage.blocks[at]?.cells?.[column];
    const field = cell && fieldOf(passage, cell, vocabularies);
    if (field !== undefined && roleFields.has(field)) return true;
  }
  return false;
}

/** So many labels make a sheet of a table with two columns. */
const fewestLabels = 2;

/** “Budget | 200,000 €”: a table of two columns that holds a sheet, whose first cells are labels and no names. */
function hasLabels(passage: Passage, first: number, vocabularies: Vocabularies): boolean {
  let labels = 0;
  for (let at = first; passage.blocks[at]?.kind === 'row'; at++) {
    const cells = (passage.blocks[at]?.cells ?? []).filter((cell) => isFilled(passage.text, cell));
    const [label] = cells;
    if (cells.length > 2) return false;
    const field = label && fieldOf(passage, label, vocabularies);
    if (field === 'label' && at === first) return true;
    if (field !== undefined) labels++;
  }
  return labels >= fewestLabels;
}

function headerOf(
  passage: Passage,
  block: PassageBlock,
  vocabularies: Vocabularies,
): readonly Column[] | undefined {
  const fields = (block.cells ?? []).map((cell) => fieldOf(passage, cell, vocabularies));
  const layout = fields.map((field): Column => columns[field ?? ''] ?? 'other');
  if (layout.length > 2 || (block.cells?.length ?? 0) === 2) {
    const known = layout.filter((column) => column !== 'other');
    if (known.length >= 2 && new Set(known).size >= 2) return oneName(layout);
  }
  return undefined;
}

/** Only the first column of names holds them: “Organisation | Name of the contact”. */
function oneName(layout: readonly Column[]): readonly Column[] {
  const name = layout.indexOf('name');
  return name < 0
    ? layout
    : layout.map((column, at) => (column === 'name' && at !== name ? 'other' : column));
}

function byHeader(
  { text, ...passage }: Passage,
  block: PassageBlock,
  layout: readonly Column[],
  vocabularies: Vocabularies,
  above: string | undefined,
): PartnerRow | undefined {
  const at = (column: Column) =>
    (block.cells ?? []).filter((cell, index) => layout[index] === column && isFilled(text, cell));
  const name = at('name')[0];
  if (!name || !isNameLike(text.slice(name.start, name.end))) return undefined;
  const own = at('role').map((cell) => fieldOf({ text, ...passage }, cell, vocabularies))[0];
  const isLead = above === 'partners' && isLeadRow({ text, ...passage }, block, name, vocabularies);
  const field = above === undefined ? own : isLead ? 'lead' : above;
  return rowOf(block, name, at('where'), {
    acronym: at('acronym')[0],
    website: at('website')[0],
    budget: at('budget')[0],
    field: field !== undefined && roleFields.has(field) ? field : undefined,
  });
}

/** Without a header: the role is a cell that names one, the name the first cell of words that is no number of the row. */
function byContents(
  passage: Passage,
  block: PassageBlock,
  vocabularies: Vocabularies,
): PartnerRow | undefined {
  const { text } = passage;
  const cells = (block.cells ?? []).filter((cell) => isFilled(text, cell));
  const fields = cells.map((cell) => fieldOf(passage, cell, vocabularies));
  const role = fields.findIndex((field) => field !== undefined && roleFields.has(field));
  const rest = cells.filter((cell, at) => at !== role && !isCode(text.slice(cell.start, cell.end)));
  const [name, ...others] = rest;
  if (!name || !isNameLike(text.slice(name.start, name.end))) return undefined;
  const field = role < 0 ? undefined : fields[role];
  return rowOf(block, name, others, { field });
}

function rowOf(
  { start, end }: PassageBlock,
  name: TextSpan,
  where: readonly TextSpan[],
  more: Readonly<{ [key in 'acronym' | 'website' | 'budget']?: TextSpan | undefined }> & {
    readonly field?: string | undefined;
  },
): PartnerRow {
  const { acronym, website, budget, field } = more;
  return {
    start,
    end,
    name,
    where,
    ...(acronym ? { acronym } : {}),
    ...(website ? { website } : {}),
    ...(budget ? { budget } : {}),
    ...(field === undefined ? {} : { field }),
  };
}

function isFilled(text: string, cell: TextSpan): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(cell.start, cell.end));
}

/** A number or code of the row: `1`, `PP2`, `LP`. */
function isCode(cell: string): boolean {
  return /^\s*(?:n\S{0,2}\s?)?[A-Z]{0,3}\s?\d{0,3}[.)]?\s*$/i.test(cell) && !/\p{L}{4}/u.test(cell);
}

function isNameLike(cell: string): boolean {
  return (
    /\p{L}{2}/u.test(cell) &&
    cell.length <= 200 &&
    !/^\s*(?:total|totale|σ[ύυ]νολο|المجموع|الإجمالي|own |contrapartida|autofinan|cofinan|fonds propres|ίδιοι)/iu.test(
      cell,
    )
  );
}
