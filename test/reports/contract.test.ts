import { expect, test } from 'vitest';
import { load, namesIn } from '../../src/registry.ts';
import type { Report } from '../../src/report.ts';
import { indexedFiles, tableOf } from './played.ts';

const columns = {
  'partners-by-country':
    'country_code country region city organisation_id organisation acronym name_en form themes projects_count lead_count projects programmes last_project_end website sources verified',
  'country-totals': 'country_code country organisations projects leads events',
  'project-summary':
    'project_id acronym title programme call status start end months lead lead_country partners_count associates_count countries countries_count partners themes budget grant currency funders summary website sources verified',
  'project-partners':
    'project_id project organisation_id organisation role country_code country form budget from to',
  participants:
    'event_id event start end organisation_id organisation country_code country role form website name function email phone',
  records:
    'id title acronym aliases names summary themes tags countries lang website identifiers former_ids claims verified note period strand area calls rules sources related funders part_of',
};
const names = namesIn('reports');
const store = await indexedFiles({ 'events/fair.md': 'title: Fair' });

test('every report is known here', () => {
  expect(names).toEqual(Object.keys(columns).sort());
});

test.each(Object.entries(columns))('%s has its columns in their order', async (name, keys) => {
  const argument = { participants: 'fair', records: 'programme' }[name] ?? '';
  const table = await tableOf(name, store, { argument, withPeople: true });
  expect(table.columns.map(({ key }) => key).join(' ')).toBe(keys);
});

test.each(names)('%s says in one line what it is', async (name) => {
  expect((await load<Report>('reports', name)).summary).toMatch(/^[^\n]{10,80}$/);
});
