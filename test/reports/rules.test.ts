import { expect, test } from 'vitest';
import { monthsBetween } from '../../src/report/months.ts';
import { isConsent } from '../../src/values/consent.ts';
import { indexedFiles, rowsOf } from './played.ts';

const store = await indexedFiles({
  'organisations/both.md': 'title: Both Shores\ncountry: [FR, TN]\nform: cooperative',
  'organisations/elan.md': `title: Élan\nacronym: EL\ncountry: FR\nregion: FR-OCC
contacts:
  - { name: Ana Dris, role: director, email: ana@example.org, phone: "+33 1", consent: 2024-03-01 }
  - { name: Not Asked, email: no@example.org }`,
  'organisations/etoile.md': 'title: Etoile\ncountry: FR',
  'organisations/zenith.md': 'title: Zenith\ncountry: DE',
  'organisations/nowhere.md': 'title: Nowhere\nsources:\n  - https://example.org/a\n  - leaflet',
  'documents/leaflet.md': 'title: Leaflet',
  'programmes/med.md': 'title: Mediterranean Programme\nacronym: MED',
  'projects/alpha.md': `title: Alpha
programme: med
start: 2019-09
end: 2023-12
lead: elan
partners:
  - { organisation: both, budget: 410 250 EUR, from: 2020 }
  - elan
  - A Club Without A Record
associates: [etoile]
funders: [zenith]
budget: 3.4 million EUR
grant: 2 000 000 USD
summary: |
  Two
  lines`,
  'projects/beta.md': 'title: Beta\nacronym: BT\nprogramme: med\nend: 2023\npartners: [elan]',
  'projects/gamma.md': 'title: Gamma\nstart: 2025\nlead: etoile',
  'events/fair.md': `title: Fair\nstart: 2024-05-02\ncountry: TN\ncountries: [FR, TN]
organisers: [both]
participants: [elan, { organisation: etoile, role: exhibitor }, Unknown Guild]
speakers:
  - { name: Bo Sy, role: chair, organisation: "[[zenith]]", email: bo@example.org, consent: ja }
  - { name: Cy Do, role: chair, organisation: "[[zenith]]", email: cy@example.org, consent: oui }`,
});

test('an organisation of two countries stands under both, one without a country comes last', async () => {
  const rows = await rowsOf('partners-by-country', store, { language: 'fr' });
  expect(rows.map((row) => [row['country_code'], row['organisation']])).toEqual([
    ['DE', 'Zenith'],
    ['FR', 'Both Shores'],
    ['FR', 'Élan'],
    ['FR', 'Etoile'],
    ['TN', 'Both Shores'],
    [null, 'Nowhere'],
  ]);
});

test('with a filter by country only its rows are shown', async () => {
  const selection = { country: { any: ['TN'], none: [] } };
  const rows = await rowsOf('partners-by-country', store, { selection });
  expect(rows.map((row) => row['country_code'])).toEqual(['TN']);
  const totals = await rowsOf('country-totals', store, { selection });
  expect(totals.map((row) => Object.values(row))).toEqual([
    ['TN', 'Tunisia', 1, 1, 0, 1],
    [null, 'Total (distinct)', 1, 1, 0, 1],
  ]);
});

test('a limit cuts the ordered rows', async () => {
  const rows = await rowsOf('partners-by-country', store, { selection: { limit: 2 } });
  expect(rows.map((row) => row['organisation'])).toEqual(['Both Shores', 'Élan']);
});

test('what an organisation did in projects is told in its row', async () => {
  const rows = await rowsOf('partners-by-country', store);
  expect(rows.find((row) => row['organisation_id'] === 'elan')).toMatchObject({
    projects_count: 2,
    lead_count: 1,
    projects: ['Alpha', 'BT'],
    programmes: ['MED'],
    last_project_end: '2023-12',
  });
  expect(rows.find((row) => row['organisation_id'] === 'nowhere')).toMatchObject({
    projects_count: 0,
    last_project_end: null,
    sources: ['leaflet', 'https://example.org/a'],
  });
});

test('an event is counted where it takes place', async () => {
  const rows = await rowsOf('country-totals', store);
  const events = rows.filter((row) => Number(row['events']) > 0).map((row) => row['country']);
  expect(events).toEqual(['Tunisia', 'Total (distinct)']);
});

test('a project is summed up in one row', async () => {
  const [alpha, beta, gamma] = await rowsOf('project-summary', store);
  expect(alpha).toMatchObject({
    status: ['Closed'],
    months: 52,
    lead: ['Élan'],
    lead_country: ['France'],
    partners_count: 2,
    associates_count: 1,
    countries: ['FR', 'TN'],
    partners: ['Both Shores (FR, TN)', 'A Club Without A Record'],
    budget: 3_400_000,
    grant: 2_000_000,
    currency: ['EUR', 'USD'],
    funders: ['Zenith'],
    summary: ['Two lines'],
  });
  expect(beta).toMatchObject({ status: ['Closed'], months: null, budget: null, currency: [] });
  expect(gamma).toMatchObject({ status: ['Planned'], lead_country: ['France'] });
});

test('a project lists each organisation once for its part, and funders beside that', async () => {
  const rows = await rowsOf('project-partners', store);
  expect(
    rows
      .filter((row) => row['project_id'] === 'alpha')
      .map((row) => [row['organisation_id'], row['organisation'], row['role'], row['budget']]),
  ).toEqual([
    ['elan', 'Élan', 'Lead partner', null],
    ['both', 'Both Shores', 'Partner', '410250 EUR'],
    [null, 'A Club Without A Record', 'Partner', null],
    ['etoile', 'Etoile', 'Associated partner', null],
    ['zenith', 'Zenith', 'Funder', null],
  ]);
});

test('an event lists its organisations by country, whatever the case of its name', async () => {
  const rows = await rowsOf('participants', store, { argument: 'FAIR' });
  expect(rows.map((row) => [row['organisation'], row['role']])).toEqual([
    ['Both Shores', 'Organiser'],
    ['Élan', 'Participant'],
    ['Etoile', 'Exhibitor'],
    ['Unknown Guild', 'Participant'],
  ]);
  expect(Object.keys(rows[0] ?? {})).not.toContain('email');
  const selection = { form: { any: ['cooperative'], none: [] } };
  const cooperatives = await rowsOf('participants', store, { argument: 'fair', selection });
  expect(cooperatives.map((row) => row['organisation_id'])).toEqual(['both']);
});

test('only people who agreed are named, and only where that is asked for', async () => {
  const rows = await rowsOf('participants', store, { argument: 'fair', withPeople: true });
  expect(
    rows
      .filter((row) => row['name'] !== null)
      .map((row) => [row['organisation'], row['role'], row['name'], row['function'], row['email']]),
  ).toEqual([
    ['Élan', 'Participant', 'Ana Dris', 'director', 'ana@example.org'],
    ['Zenith', 'Speaker', 'Cy Do', 'chair', 'cy@example.org'],
  ]);
});

test('records have every field but the personal ones, and links as ids or as they were written', async () => {
  const [both] = await rowsOf('records', store, { argument: 'Organizations' });
  expect(both).toMatchObject({ id: 'both', country: ['FR', 'TN'], form: ['cooperative'] });
  expect(Object.keys(both ?? {})).not.toContain('contacts');
  const [alpha] = await rowsOf('records', store, { argument: 'project' });
  expect(alpha?.['partners']).toEqual(['both', 'elan', 'A Club Without A Record']);
  expect(alpha?.['budget']).toEqual(['3400000 EUR']);
});

test.each([
  [
    'participants',
    undefined,
    'Which event? Write its id or its title; “koinon search --kind event” lists what there is',
  ],
  [
    'participants',
    'feast',
    'No event is called “feast”; “koinon search --kind event” lists what there is',
  ],
  [
    'participants',
    'alpha',
    '“alpha” is the project alpha, no event; “koinon search --kind event” lists what there is',
  ],
  [
    'records',
    'people',
    'There is no kind “people”. Write one of document, event, organisation, practice, programme, project',
  ],
])('%s %s is a wrong call', async (report, argument, message) => {
  const asked = argument === undefined ? {} : { argument };
  const call = rowsOf(report, store, asked);
  await expect(call).rejects.toThrow(message);
  await expect(call).rejects.toHaveProperty('name', 'UsageError');
});

test.each([
  ['2019-09', '2023-12', 52],
  ['2019-09-22', '2019-09-30', 1],
  ['2019', '2021', 36],
  ['2019-09', '2021', undefined],
  ['XXXX-09-01', '2021-02', undefined],
  ['2021-02', undefined, undefined],
  ['2021-02', '2020-02', undefined],
])('%s to %s is %s months', (start, end, months) => {
  expect(monthsBetween(start, end)).toBe(months);
});

test.each(['yes', 'TRUE', 'oui', 'sí', 'si', 'sì', 'sim', 'ΝΑΙ', 'نَعَم', '2024-03-01', '2024'])(
  '%s is consent',
  (written) => expect(isConsent(written)).toBe(true),
);

test.each(['', 'no', 'false', 'non', 'asked', 'yes, but not the phone', undefined])(
  '%s is no consent',
  (written) => expect(isConsent(written)).toBe(false),
);

test('records show labels where a language is asked for, and links as ids', async () => {
  const files = {
    'organisations/a.md':
      'title: A\nform: cooperative\ncountry: ES\nthemes: women\nfounded: 2001-02-03',
  };
  const own = await indexedFiles(files);
  const asked = { argument: 'organisation', language: 'it' };
  const [shown] = await rowsOf('records', own, { ...asked, languageAsked: true });
  const [codes] = await rowsOf('records', own, asked);
  expect(shown).toMatchObject({
    form: ['Cooperativa'],
    country: ['Spagna'],
    founded: ['2001-02-03'],
  });
  expect(codes).toMatchObject({ form: ['cooperative'], country: ['ES'], themes: ['women'] });
});
