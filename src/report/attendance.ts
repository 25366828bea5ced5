import type { Kind } from '../core/kind.ts';
import { parseTarget } from '../core/target.ts';
import type { ReportRequest } from '../report.ts';
import type { StoredRecord } from '../store/store.ts';
import { countriesIn, countriesOfPart } from './countries.ts';
import { jointsOf } from './joints.ts';
import { allOf, recordsByKey } from './linked.ts';
import type { Person } from './people.ts';
import { peopleOf } from './people.ts';

/** An organisation at an event, or a person who speaks for it there. */
export interface Attendance {
  readonly id: string;
  readonly title: string;
  readonly organisation: StoredRecord | undefined;
  readonly codes: readonly string[];
  readonly role: string;
  readonly person?: Person;
}

/** The organisations that the filters leave, and their contacts; those without a record only where nothing is filtered. */
export async function partsAt(
  request: ReportRequest,
  kind: Kind,
  organisationKind: Kind,
  event: StoredRecord,
): Promise<readonly Attendance[]> {
  const { store, selection, withPeople } = request;
  const joints = await jointsOf(request, kind, { keys: [event.key] });
  const chosen = await recordsByKey(store, {
    ...allOf(organisationKind.name, selection),
    keys: [...joints.organisations.keys()],
  });
  const { kind: _kind, sort: _sort, limit: _limit, ...filters } = selection;
  const filtered = Object.values(filters).some((filter) => filter !== undefined);
  const named = new Set<number>();
  return joints.all.flatMap(({ parts }) =>
    parts.flatMap((part): readonly Attendance[] => {
      const key = part.organisation;
      const organisation = key === undefined ? undefined : chosen.get(key);
      if (!organisation && (key !== undefined || filtered)) return [];
      const entry = {
        id: organisation?.id ?? '',
        title: organisation?.title ?? part.written,
        organisation,
        codes: countriesOfPart(part, joints.countriesOf(key)),
        role: part.role,
      };
      if (!withPeople || !organisation || named.has(organisation.key)) return [entry];
      named.add(organisation.key);
      const people = peopleOf(organisation.values, 'contacts');
      return [entry, ...people.map((person) => ({ ...entry, person }))];
    }),
  );
}

/** The speakers, under the organisation that they are written with, whether or not it is linked from the event itself. */
export async function speakersAt(
  { store }: ReportRequest,
  organisationKind: Kind,
  event: StoredRecord,
): Promise<readonly Attendance[]> {
  const countriesOf = countriesIn(organisationKind);
  const entries: Attendance[] = [];
  for (const person of peopleOf(event.values, 'speakers')) {
    const target = parseTarget(person.organisation ?? '');
    const found = target ? await store.find(target.target) : [];
    const [only, ...others] = found.filter((each) => each.kind === organisationKind.name);
    const organisation = only && others.length === 0 ? await store.record(only.key) : undefined;
    entries.push({
      id: organisation?.id ?? '',
      title: organisation?.title ?? target?.target ?? '',
      organisation,
      codes: organisation ? countriesOf(organisation) : [],
      role: 'speaker',
      person,
    });
  }
  return entries;
}
