import type { Kind } from '../core/kind.ts';
import type { Cell } from '../core/table.ts';
import type { Report, ReportRequest } from '../report.ts';
import { cells, textsOf } from '../report/cells.ts';
import {
  countriesIn,
  countriesOfPart,
  countryNames,
  spreadCountries,
} from '../report/countries.ts';
import type { Joint, Joints } from '../report/joints.ts';
import { jointsOf } from '../report/joints.ts';
import { endsOf, ofKind } from '../report/linked.ts';
import { monthsBetween } from '../report/months.ts';
import type { Part } from '../report/part.ts';
import { programmeNames } from '../report/programmes.ts';
import { sourcesOf } from '../report/sources.ts';
import { moneyParts } from '../values/money.ts';

/**
 * One row for each project. Budget and grant are bare numbers; where their currencies differ, the currency cell names that of
 * the budget, then that of the grant. Of several amounts the first one is shown.
 */
export default {
  summary: 'projects with their partners, countries, dates and money',
  table: async (request) => ({
    columns: [
      { key: 'project_id' },
      { key: 'acronym' },
      { key: 'title' },
      { key: 'programme' },
      { key: 'call' },
      { key: 'status' },
      { key: 'start' },
      { key: 'end' },
      { key: 'months', type: 'number' },
      { key: 'lead' },
      { key: 'lead_country' },
      { key: 'partners_count', type: 'number' },
      { key: 'associates_count', type: 'number' },
      { key: 'countries' },
      { key: 'countries_count', type: 'number' },
      { key: 'partners' },
      { key: 'themes' },
      { key: 'budget', type: 'number' },
      { key: 'grant', type: 'number' },
      { key: 'currency' },
      { key: 'funders' },
      { key: 'summary' },
      { key: 'website' },
      { key: 'sources' },
      { key: 'verified' },
    ],
    rows: rows(request),
  }),
} satisfies Report;

async function* rows(request: ReportRequest): AsyncIterable<readonly Cell[]> {
  const { store, kinds, selection } = request;
  const kind = kinds.get('project');
  if (!kind) return;
  const further = ['programme', 'sources'];
  const joints = await jointsOf(request, kind, ofKind(kind.name, selection), further);
  const documents = await store.names(endsOf(joints.all.map(({ links }) => links)));
  const programmes = await programmeNames(store);
  const row = rowMaker(request, kind, joints);
  for (const joint of joints.all) {
    const { record, links } = joint;
    yield row(joint, programmes(links), sourcesOf(record.values, links, documents));
  }
}

function rowMaker(request: ReportRequest, kind: Kind, joints: Joints) {
  const { language, today } = request;
  const { texts, shown } = cells(kind, request, language);
  const countries = countryNames(request, language);
  const ownCountries = countriesIn(kind);
  const titleOf = ({ organisation, written }: Part) =>
    joints.organisations.get(organisation ?? -1)?.title ?? written;
  const countriesOf = (part: Part) => countriesOfPart(part, joints.countriesOf(part.organisation));
  const withCountry = (part: Part) => {
    const codes = countriesOf(part);
    return codes.length > 0 ? `${titleOf(part)} (${codes.join(', ')})` : titleOf(part);
  };

  return (
    { record, links, parts }: Joint,
    programmes: readonly string[],
    sources: readonly string[],
  ): readonly Cell[] => {
    const { id, title, values } = record;
    const [start, end] = [texts(values, 'start')[0], texts(values, 'end')[0]];
    const status = [values['status'] ?? kind.derive?.(values, today)['status'] ?? []].flat();
    const having = (role: string) => parts.filter((part) => part.role === role);
    const [leads, partners, associates] = ['lead', 'partner', 'associated'].map(having) as [
      Part[],
      Part[],
      Part[],
    ];
    const all = spreadCountries(ownCountries(record), links, kind, joints.countriesOf);
    const [budget, grant] = ['budget', 'grant'].map((field) => amount(textsOf(values, field)[0]));
    const currencies = [budget?.currency, grant?.currency].filter((each) => each !== undefined);
    return [
      id,
      texts(values, 'acronym'),
      title,
      programmes,
      texts(values, 'call'),
      shown({ status }, 'status'),
      start ?? null,
      end ?? null,
      monthsBetween(start, end) ?? null,
      leads.map(titleOf),
      [...new Set(leads.flatMap(countriesOf))].map((code) => countries.name(code) ?? code),
      partners.length,
      associates.length,
      all,
      all.length,
      partners.map(withCountry),
      shown(values, 'themes'),
      budget?.amount ?? null,
      grant?.amount ?? null,
      [...new Set(currencies)],
      having('funder').map(titleOf),
      texts(values, 'summary').map((text) => text.replaceAll(/\s+/g, ' ')),
      texts(values, 'website'),
      sources,
      texts(values, 'verified'),
    ];
  };
}

function amount(canonical: string | undefined) {
  return canonical === undefined ? undefined : moneyParts(canonical);
}
