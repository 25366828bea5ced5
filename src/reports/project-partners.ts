import { isText } from '../core/node.ts';
import type { Cell } from '../core/table.ts';
import type { Report, ReportRequest } from '../report.ts';
import { cells, shortName } from '../report/cells.ts';
import { countriesOfPart, countryNames } from '../report/countries.ts';
import { jointsOf } from '../report/joints.ts';
import { ofKind } from '../report/linked.ts';

/**
 * One row for each project, organisation and role: lead, partners and associated partners first, then as they are written.
 * The country is the one written with the link, else that of the organisation; the budget is its share, with its currency.
 */
export default {
  summary: 'every organisation in every project, one a row',
  table: async (request) => ({
    columns: [
      { key: 'project_id' },
      { key: 'project' },
      { key: 'organisation_id' },
      { key: 'organisation' },
      { key: 'role' },
      { key: 'country_code' },
      { key: 'country' },
      { key: 'form' },
      { key: 'budget' },
      { key: 'from' },
      { key: 'to' },
    ],
    rows: rows(request),
  }),
} satisfies Report;

async function* rows(request: ReportRequest): AsyncIterable<readonly Cell[]> {
  const { kinds, selection, language } = request;
  const [kind, organisationKind] = [kinds.get('project'), kinds.get('organisation')];
  if (!kind || !organisationKind) return;
  const joints = await jointsOf(request, kind, ofKind(kind.name, selection));
  const { shown } = cells(organisationKind, request, language);
  const countries = countryNames(request, language);
  const roles = request.concepts('roles');
  for (const { record, parts } of joints.all) {
    const project = shortName(record);
    for (const part of parts) {
      const { organisation: key, written, role, facts } = part;
      const organisation = key === undefined ? undefined : joints.organisations.get(key);
      const codes = countriesOfPart(part, joints.countriesOf(key));
      const fact = (name: string) => (isText(facts[name]) ? facts[name] : null);
      yield [
        record.id,
        project,
        organisation?.id ?? null,
        organisation?.title ?? written,
        roles.label(role, language),
        codes,
        codes.map((code) => countries.name(code) ?? code),
        organisation ? shown(organisation.values, 'form') : null,
        fact('budget'),
        fact('from'),
        fact('to'),
      ];
    }
  }
}
