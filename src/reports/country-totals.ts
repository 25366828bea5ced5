import type { Cell } from '../core/table.ts';
import { catalogue } from '../language/catalogue.ts';
import type { Report, ReportRequest } from '../report.ts';
import { textsOf } from '../report/cells.ts';
import {
  countriesIn,
  countriesOfPart,
  countryNames,
  shownCountries,
  spreadCountries,
} from '../report/countries.ts';
import { jointsOf } from '../report/joints.ts';
import { allOf } from '../report/linked.ts';
import { tally } from '../report/tally.ts';

/**
 * How many records each country has. A record counts once in each of its countries; what has none is counted in a row of
 * its own. An event is in the country where it takes place. The last row counts every record once.
 */
export default {
  summary: 'organisations, projects and events of each country, and in all',
  table: async (request) => ({
    columns: [
      { key: 'country_code' },
      { key: 'country' },
      { key: 'organisations', type: 'number' },
      { key: 'projects', type: 'number' },
      { key: 'leads', type: 'number' },
      { key: 'events', type: 'number' },
    ],
    rows: await rows(request),
  }),
} satisfies Report;

async function rows(request: ReportRequest): Promise<readonly (readonly Cell[])[]> {
  const { store, kinds, selection, language } = request;
  const [organisation, project, event] = ['organisation', 'project', 'event'].map((name) =>
    kinds.get(name),
  );
  const counts = tally(['organisations', 'projects', 'leads', 'events']);
  const count = (column: string, countries: readonly string[]) =>
    counts.add(column, shownCountries(countries, selection.country));
  if (organisation) {
    const countriesOf = countriesIn(organisation);
    for await (const record of store.records(allOf(organisation.name, selection)))
      count('organisations', countriesOf(record));
  }
  if (project) {
    const ownCountries = countriesIn(project);
    const joints = await jointsOf(request, project, allOf(project.name, selection));
    for (const { record, links, parts } of joints.all) {
      const countries = spreadCountries(ownCountries(record), links, project, joints.countriesOf);
      count('projects', countries);
      const leads = parts.filter(({ role }) => role === 'lead');
      const from = new Set(
        leads.flatMap((part) => countriesOfPart(part, joints.countriesOf(part.organisation))),
      );
      if (leads.length > 0)
        count(
          'leads',
          countries.filter((code) => from.has(code)),
        );
    }
  }
  if (event) {
    const countriesOf = countriesIn(event);
    for await (const record of store.records(allOf(event.name, selection))) {
      const place = textsOf(record.values, 'country');
      count('events', place.length > 0 ? [...new Set(place)] : countriesOf(record));
    }
  }
  const countries = countryNames(request, language);
  const labels = catalogue(language);
  return [
    ...counts
      .groups()
      .sort(countries.compare)
      .map((code) => [
        code || null,
        countries.name(code) ?? labels.phrase('no-country'),
        ...counts.of(code),
      ]),
    [null, labels.phrase('total-distinct'), ...counts.total()],
  ];
}
