import type { TextSpan } from '../../core/document.ts';
import type { RoleName } from '../extraction.ts';
import type { Mention } from '../text/mention.ts';
import type { PartnerRow } from './partner-rows.ts';
import { roleKinds } from './role-kinds.ts';
import type { Salience } from './role-target.ts';
import type { FoundRole } from './found-role.ts';
import type { Labelled } from './sheet.ts';
import { spansIn } from '../text/spans.ts';

/** Roles by the fields that sheets and tables label. */
export const roleOfField: Readonly<{ [field: string]: RoleName }> = {
  lead: 'lead',
  partners: 'partner',
  associates: 'associated',
  funders: 'funder',
  organisers: 'organiser',
  co_organisers: 'co-organiser',
  hosts: 'host',
  participants: 'participant',
  speakers: 'speaker',
  members: 'member',
  owner: 'lead',
};

/** Roles that sheets and tables tell; in what they are had is told by the heading above, or it is what the text is about. */
export function sheetRoles(
  sheet: readonly Labelled[],
  rows: readonly PartnerRow[],
  mentions: readonly Mention[],
  salience: Salience,
): FoundRole[] {
  const inside = (span: TextSpan) =>
    spansIn(mentions, span).filter(({ kind }) => kind === 'organisation');
  const byRow = new Map(rows.map((row) => [row.start, row]));
  const told = new Set<PartnerRow>();
  const found: FoundRole[] = [];
  const tell = (role: RoleName, mention: Mention, evidence: TextSpan, rule: string) => {
    const { of, elsewhere } = roleKinds[role];
    const target = salience.sheet(evidence.start, of);
    if (!target || target.entity === mention.entity) return;
    found.push({
      role: elsewhere?.[target.kind] ?? role,
      entity: mention.entity,
      kind: mention.kind,
      of: target.entity,
      ofKind: target.kind,
      evidence,
      rule,
    });
  };
  for (const { field, label, values, sort } of sheet) {
    // “EU contribution: 1 200 000 €”
    if (field === 'grant')
      for (const mention of inside(label).slice(0, 1))
        tell('funder', mention, { start: label.start, end: values[0]?.end ?? label.end }, 'line');
    if (field === 'budget_lines')
      for (const value of values.slice(0, 5))
        for (const mention of inside(value).slice(0, 1))
          if (
            mention.start - value.start < 3 &&
            !found.some(({ entity }) => entity === mention.entity)
          )
            tell('funder', mention, value, 'row');
    const role = roleOfField[field];
    if (role === undefined) continue;
    for (const value of /^(?:lead|owner)$/.test(field) ? values.slice(0, 1) : values) {
      const row = byRow.get(value.start);
      if (row) told.add(row);
      const own = roleOfField[row?.field ?? ''] ?? role;
      const all = inside(row?.name ?? value);
      const one =
        row !== undefined || own === 'lead' || (sort === 'list' && !/ers$|ants$/.test(field));
      const evidence = sort === 'line' ? { start: label.start, end: value.end } : value;
      for (const mention of one ? all.slice(0, 1) : all)
        tell(own, mention, evidence, row ? 'row' : sort);
    }
  }
  for (const row of rows) {
    const role = roleOfField[row.field ?? ''];
    const mention = inside(row.name)[0];
    if (role !== undefined && mention && !told.has(row)) tell(role, mention, row, 'row');
  }
  return found;
}
