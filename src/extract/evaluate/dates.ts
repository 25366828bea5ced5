import type { Extraction } from '../extraction.ts';
import type { Gold } from './gold.ts';
import type { Item, Tally } from './tally.ts';
import { compare } from './tally.ts';

interface Dated {
  readonly role: string;
  readonly of?: string;
  readonly value: string;
  /** The annotator took the year from elsewhere in the text. */
  readonly yearInferred?: boolean;
}

/** Dates by their value, and by value with role; an interval says its two ends, and they say it. */
export function dateTallies(extraction: Extraction, gold: Gold): Tally[] {
  const wanted = gold.dates.map(({ evidence, ...date }) => ({
    thing: { ...date, role: roleNames.get(date.role) ?? date.role },
    value: date.value,
    quote: evidence.text,
    start: evidence.start,
    optional: date.optional === true || date.value.startsWith('P'),
  }));
  const proposed = extraction.document.dates.map(({ evidence, ...date }) => ({
    thing: { ...date, role: roleNames.get(date.role) ?? date.role },
    value: date.value,
    quote: evidence.quote,
    start: evidence.start,
  }));
  const byValue = ({ value }: Dated) => value;
  const byRole = ({ role, value }: Dated) => `${role} ${value}`;
  return [
    tally('dates', byValue, wanted, proposed),
    tally('dates with role', byRole, wanted, proposed),
  ];
}

function tally(
  field: string,
  key: (date: Dated) => string,
  wanted: readonly Item<Dated>[],
  proposed: readonly Item<Dated>[],
): Tally {
  const keyed = (items: readonly Item<Dated>[]) => {
    const named = withEnds(items).map((item) => ({ ...item, value: key(item.thing) }));
    // Demanded once is demanded, wherever else the same value is optional.
    return [...new Map(named.sort(optionalFirst).map((item) => [item.value, item])).values()];
  };
  return compare(
    field,
    keyed(wanted),
    keyed(proposed),
    (a, b) => (key(a) === key(b) ? 'exact' : 'none'),
    ({ value }) => {
      const same = wanted.filter(({ thing }) => thing.value === value);
      if (same.length > 0) return same.every(({ optional }) => optional);
      // Careful is not false: the day is right, and the year left open.
      return wanted.some(({ thing }) => thing.yearInferred && openYear(thing.value) === value);
    },
  );
}

/** A date or an interval without its years, as EDTF writes them: `XXXX-09-19`. */
function openYear(value: string): string {
  return value.replaceAll(/\d{4}-/g, 'XXXX-');
}

function optionalFirst(a: Item<Dated>, b: Item<Dated>): number {
  return Number(b.optional ?? false) - Number(a.optional ?? false);
}

/** The dates, with what follows from them. */
function withEnds(items: readonly Item<Dated>[]): Item<Dated>[] {
  const derived = items.flatMap((item): Item<Dated>[] => {
    const { role, of, value } = item.thing;
    const more = (role: string, value: string) => ({
      ...item,
      optional: true,
      value,
      thing: { role, value, ...(of === undefined ? {} : { of }) },
    });
    const [start, end] = value.split('/');
    if (start !== undefined && end !== undefined) return [more('start', start), more('end', end)];
    if (role !== 'start') return [];
    return items
      .filter(({ thing }) => thing.role === 'end' && thing.of === of)
      .map(({ thing }) => more('period', `${value}/${thing.value}`));
  });
  return [...items, ...derived];
}

/** Names of the annotations for roles of {@link Extraction}; to be founded and to start are not held apart. */
const roleNames = new Map([
  ['established', 'start'],
  ['founded', 'start'],
  ['programme-period', 'programme'],
]);
