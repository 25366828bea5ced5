import type { Cell, Column } from '../core/table.ts';
import type { Report, ReportRequest } from '../report.ts';
import { findArgument } from '../report/argument.ts';
import { partsAt, speakersAt } from '../report/attendance.ts';
import { cells } from '../report/cells.ts';
import { countryNames } from '../report/countries.ts';
import { titleOrder } from '../report/title-order.ts';

const personal: readonly Column[] = [
  { key: 'name' },
  { key: 'function' },
  { key: 'email' },
  { key: 'phone' },
];

/**
 * One row for each organisation and role in one event. People who agreed to be named have a row of their own after those of
 * their organisation: the speakers of the event, and the contacts of the organisations that take part.
 */
export default {
  summary: 'who takes part in an event, by country',
  argument: 'event',
  table: async (request) => ({
    columns: [
      { key: 'event_id' },
      { key: 'event' },
      { key: 'start' },
      { key: 'end' },
      { key: 'organisation_id' },
      { key: 'organisation' },
      { key: 'country_code' },
      { key: 'country' },
      { key: 'role' },
      { key: 'form' },
      { key: 'website' },
      ...(request.withPeople ? personal : []),
    ],
    rows: await rows(request),
  }),
} satisfies Report;

async function rows(request: ReportRequest): Promise<readonly (readonly Cell[])[]> {
  const { kinds, selection, language, withPeople } = request;
  const event = await findArgument(request, 'event');
  const [kind, organisationKind] = [kinds.get('event'), kinds.get('organisation')];
  if (!kind || !organisationKind) return [];
  const entries = [
    ...(await partsAt(request, kind, organisationKind, event)),
    ...(withPeople ? await speakersAt(request, organisationKind, event) : []),
  ];
  const countries = countryNames(request, language);
  const byTitle = titleOrder(language);
  const { texts, shown } = cells(organisationKind, request, language);
  const sorted = entries.sort(
    (a, b) =>
      countries.compare(a.codes[0] ?? '', b.codes[0] ?? '') ||
      byTitle(a, b) ||
      Number(a.person !== undefined) - Number(b.person !== undefined),
  );
  const roles = request.concepts('roles');
  const { limit = -1 } = selection;
  return (limit < 0 ? sorted : sorted.slice(0, limit)).map(
    ({ title, organisation, codes, role, person }): readonly Cell[] => [
      event.id,
      event.title,
      texts(event.values, 'start'),
      texts(event.values, 'end'),
      organisation?.id ?? null,
      title,
      codes,
      codes.map((code) => countries.name(code) ?? code),
      roles.label(role, language),
      organisation ? shown(organisation.values, 'form') : null,
      organisation ? texts(organisation.values, 'website') : null,
      ...(withPeople
        ? [person?.name, person?.function, person?.email, person?.phone].map((cell) => cell ?? null)
        : []),
    ],
  );
}
