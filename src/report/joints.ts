import type { Kind } from '../core/kind.ts';
import type { Selection } from '../core/selection.ts';
import type { ReportRequest } from '../report.ts';
import type { StatedLink, StoredRecord } from '../store/store.ts';
import { countriesIn } from './countries.ts';
import { endsOf, linksByKey, recordsByKey } from './linked.ts';
import type { Part } from './part.ts';
import { partRelations, partsOf } from './part.ts';

/** A record with those who take part in it, and with further links that were asked for. */
export interface Joint {
  readonly record: StoredRecord;
  readonly parts: readonly Part[];
  readonly links: readonly StatedLink[];
}

/** The records of a selection with their parts, and what is needed to know of the organisations in them. */
export interface Joints {
  readonly all: readonly Joint[];
  readonly organisations: ReadonlyMap<number, StoredRecord>;
  readonly countriesOf: (organisation: number | undefined) => readonly string[];
}

/** Reads what several organisations do together: projects, events. */
export async function jointsOf(
  { store, kinds }: ReportRequest,
  kind: Kind,
  selection: Selection,
  further: readonly string[] = [],
): Promise<Joints> {
  const records = await recordsByKey(store, selection);
  const relations = partRelations(kind);
  const links = await linksByKey(store, [...records.keys()], [...relations, ...further]);
  const all = [...records.values()].map((record) => {
    const own = links.get(record.key) ?? [];
    return { record, links: own, parts: partsOf(own, kind) };
  });
  const ends = endsOf(links.values());
  const organisation = kinds.get('organisation');
  const organisations = await recordsByKey(store, {
    keys: ends,
    kind: { any: ['organisation'], none: [] },
  });
  const countries = new Map<number, readonly string[]>();
  const countriesOf = organisation ? countriesIn(organisation) : () => [];
  for (const [key, record] of organisations) countries.set(key, countriesOf(record));
  return {
    all,
    organisations,
    countriesOf: (key) => (key === undefined ? [] : (countries.get(key) ?? [])),
  };
}
