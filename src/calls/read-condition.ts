import type { Condition, Filter, LegalStatus, Limits } from '../core/consortium/call.ts';
import { legalStatuses } from '../core/consortium/legal-status.ts';
import { isText } from '../core/node.ts';
import { money, moneyParts } from '../values/money.ts';
import type { MapReader, OwnSets, Tell } from './map-reader.ts';
import { concepts } from '../vocabulary/load.ts';
import { nearest } from '../vocabulary/nearest.ts';

const filterKeys = ['in', 'outside', 'form', 'not-form', 'status'];

/** The keys that each sort of condition may have, beside `about`, `advice` and `note`. */
const keysOf: Readonly<{ [About in Condition['about']]: readonly string[] }> = {
  partners: ['min', 'max', 'everybody', 'without-lead', ...filterKeys],
  countries: ['min', 'max', 'everybody', 'without-lead', ...filterKeys],
  'each-country': ['countries'],
  'one-country': ['max'],
  lead: filterKeys,
  'budget-share': ['min', 'max', ...filterKeys],
  'partner-share': ['min', 'max'],
  'grant-share': ['min', 'max'],
  budget: ['min', 'max'],
  months: ['min', 'max'],
  'by-hand': ['text'],
};

/** One condition of a call, or nothing where it cannot be read; what is wrong is told. */
export function readCondition(read: MapReader, own: OwnSets, tell: Tell): Condition | undefined {
  const about = read.text('about');
  if (about === undefined || !isAbout(about)) {
    const known = Object.keys(keysOf);
    tell(
      about === undefined ? read.path : [...read.path, 'about'],
      about === undefined
        ? `A condition says what it is about: “about: partners”; there are ${known.join(', ')}`
        : `“${about}” is nothing that a condition can be about; there are ${known.join(', ')}`,
      about === undefined ? [] : nearest(about, known, 1),
    );
    return undefined;
  }
  read.only(['about', 'advice', 'note', ...keysOf[about]]);
  const note = read.said('note');
  const common = { advice: read.flag('advice') ?? false, ...(note === undefined ? {} : { note }) };
  const bounded = (limits: Limits) => {
    if (!read.has('min') && !read.has('max'))
      tell(read.path, `A condition about ${about} needs “min” or “max”`);
    if ((limits.min ?? 0) > (limits.max ?? Infinity))
      tell([...read.path, 'min'], '“min” is more than “max”');
    return limits;
  };
  switch (about) {
    case 'partners':
    case 'countries':
      return {
        about,
        ...common,
        ...bounded(limitsOf(read)),
        of: filterOf(read, own, tell),
        everybody: read.flag('everybody') ?? false,
        withoutLead: read.flag('without-lead') ?? false,
      };
    case 'each-country': {
      const countries = read.ids('countries', concepts('countries'), 'country');
      if (read.texts('countries').length === 0) tell(read.path, 'Expected a list of “countries”');
      return { about, ...common, countries: [...new Set(countries)] };
    }
    case 'one-country':
      return { about, ...common, max: bounded(limitsOf(read)).max ?? 0 };
    case 'lead': {
      const of = filterOf(read, own, tell);
      if (!filterKeys.some((key) => read.has(key)))
        tell(read.path, `A condition about the lead needs one of ${filterKeys.join(', ')}`);
      return { about, ...common, of };
    }
    case 'budget-share': {
      const limits = bounded(limitsOf(read));
      if (limits.min !== undefined && limits.max !== undefined)
        tell(read.path, 'Write two conditions, one with “min” and one with “max”');
      return { about, ...common, ...limits, of: filterOf(read, own, tell) };
    }
    case 'budget': {
      const [min, max] = [moneyOf(read, 'min', tell), moneyOf(read, 'max', tell)];
      if (min && max && min.currency !== max.currency)
        tell([...read.path, 'max'], '“min” and “max” are in different currencies');
      return {
        about,
        ...common,
        ...bounded({
          ...(min ? { min: min.amount } : {}),
          ...(max ? { max: max.amount } : {}),
        }),
        currency: (min ?? max)?.currency ?? 'EUR',
      };
    }
    case 'by-hand': {
      const text = read.said('text');
      if (!read.has('text')) tell(read.path, 'Expected a “text” that says what is to be checked');
      return { about, ...common, text: text ?? '' };
    }
    default:
      return { about, ...common, ...bounded(limitsOf(read)) };
  }
}

function isAbout(text: string): text is Condition['about'] {
  return Object.hasOwn(keysOf, text);
}

function limitsOf(read: MapReader): Limits {
  const [min, max] = [read.number('min'), read.number('max')];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function filterOf(read: MapReader, own: OwnSets, tell: Tell): Filter {
  const [inside, outside] = [read.area('in', own), read.area('outside', own)];
  const [forms, notForms] = [read.forms('form'), read.forms('not-form')];
  const named = read.texts('status').filter((status) => {
    const known = legalStatuses.some((each) => each === status);
    if (!known)
      tell(
        [...read.path, 'status'],
        `“${status}” is no legal status; there are ${legalStatuses.join(', ')}`,
      );
    return known;
  }) as LegalStatus[];
  return {
    ...(inside ? { in: inside } : {}),
    ...(outside ? { outside } : {}),
    ...(forms ? { forms } : {}),
    ...(notForms ? { notForms } : {}),
    ...(named.length > 0 ? { statuses: named } : {}),
  };
}

function moneyOf(read: MapReader, key: string, tell: Tell) {
  const written = read.text(key);
  if (written === undefined) return undefined;
  const parsed = money.parse(written, { concepts });
  if ('value' in parsed && isText(parsed.value)) return moneyParts(parsed.value);
  const near = 'expected' in parsed ? parsed.expected : undefined;
  tell([...read.path, key], `Expected ${money.expects}, found “${written}”`, near);
  return undefined;
}
