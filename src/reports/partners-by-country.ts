import type { Cell } from '../core/table.ts';
import type { Report, ReportRequest } from '../report.ts';
import { cells, nameIn } from '../report/cells.ts';
import { countriesIn, countryNames, shownCountries } from '../report/countries.ts';
import { allOf, endsOf, linksByKey, recordsByKey } from '../report/linked.ts';
import { projectsOf } from '../report/projects-of.ts';
import { sourcesOf } from '../report/sources.ts';
import { titleOrder } from '../report/title-order.ts';
import type { StoredRecord } from '../store/store.ts';

/**
 * One row for each organisation and country that it names; with `--country` only the countries asked for. Its projects are
 * all those that it leads or is a partner of, whatever the filters.
 */
export default {
  summary: 'organisations under each country, with their projects',
  table: async (request) => ({
    columns: [
      { key: 'country_code' },
      { key: 'country' },
      { key: 'region' },
      { key: 'city' },
      { key: 'organisation_id' },
      { key: 'organisation' },
      { key: 'acronym' },
      { key: 'name_en' },
      { key: 'form' },
      { key: 'themes' },
      { key: 'projects_count', type: 'number' },
      { key: 'lead_count', type: 'number' },
      { key: 'projects' },
      { key: 'programmes' },
      { key: 'last_project_end' },
      { key: 'website' },
      { key: 'sources' },
      { key: 'verified' },
    ],
    rows: await rowsOf(request),
  }),
} satisfies Report;

async function rowsOf(request: ReportRequest): Promise<Iterable<readonly Cell[]>> {
  const { store, kinds, selection, language } = request;
  const kind = kinds.get('organisation');
  if (!kind) return [];
  const organisations = await recordsByKey(store, allOf(kind.name, selection));
  const countriesOf = countriesIn(kind);
  const byCountry = new Map<string, StoredRecord[]>();
  for (const record of organisations.values()) {
    for (const code of shownCountries(countriesOf(record), selection.country)) {
      const there = byCountry.get(code);
      if (there) there.push(record);
      else byCountry.set(code, [record]);
    }
  }
  const links = await linksByKey(store, [...organisations.keys()], ['sources']);
  const documents = await store.names(endsOf(links.values()));
  const projects = await projectsOf(request);
  const countries = countryNames(request, language);
  const { texts, shown } = cells(kind, request, language);
  const byTitle = titleOrder(language);

  // All that they are made of is here: nobody has to wait for each.
  function* rows(): Iterable<readonly Cell[]> {
    let left = selection.limit === undefined || selection.limit < 0 ? Infinity : selection.limit;
    for (const code of [...byCountry.keys()].sort(countries.compare)) {
      const name = countries.name(code);
      for (const record of (byCountry.get(code) ?? []).sort(byTitle)) {
        if (left-- <= 0) return;
        const { key, id, title, values } = record;
        const own = projects(key);
        yield [
          code === '' ? null : code,
          name,
          shown(values, 'region'),
          texts(values, 'city'),
          id,
          title,
          texts(values, 'acronym'),
          nameIn(values, 'en'),
          shown(values, 'form'),
          shown(values, 'themes'),
          own.count,
          own.leads,
          own.names,
          own.programmes,
          own.lastEnd,
          texts(values, 'website'),
          sourcesOf(values, links.get(key) ?? [], documents),
          texts(values, 'verified'),
        ];
      }
    }
  }

  return rows();
}
