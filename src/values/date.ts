import { isText } from '../core/node.ts';
import type { Parsed, Value } from '../core/value.ts';

/** A day, a month or a year in ISO 8601, or a day whose year is unknown (`XXXX-09-19`, as in EDTF level 1). */
export const date: Value = {
  name: 'date',
  expects: 'a date such as 2019, 2019-09 or 2019-09-22',
  parse: (node) => (isText(node) ? parseDate(node.trim()) : { reason: 'found a group of keys' }),
};

const iso = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}.*)?)?)?$/i;
const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** A date in canonical form, or why it is none. A time of day is dropped, never converted. */
export function parseDate(written: string): Parsed {
  const match = iso.exec(written.replaceAll('/', '-'));
  if (!match) {
    const other = european.exec(written);
    const guess = other ? `${other[3]}-${two(other[2])}-${two(other[1])}` : undefined;
    return {
      reason: '',
      ...(guess && iso.test(guess) && isReal(guess) ? { expected: [guess] } : {}),
    };
  }
  const [, year = '', month, day] = match;
  if (year.toUpperCase() === 'XXXX' && !month) return { reason: '' };
  const value = [year.toUpperCase(), month, day].filter(Boolean).join('-');
  if (!isReal(value)) return { reason: 'there is no such day' };
  return { value };
}

/** Whether a canonical date names a day or month that the Gregorian calendar has. */
function isReal(canonical: string): boolean {
  const [year = '', month = '01', day = '01'] = canonical.split('-');
  const leap = year === 'XXXX' ? 2000 : Number(year);
  const time = new Date(Date.UTC(leap, Number(month) - 1, Number(day)));
  time.setUTCFullYear(leap);
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
}

/** The earliest day that a partial date can mean; an unknown year sorts before all others. */
export function firstDay(canonical: string): string {
  return (canonical.replace('XXXX', '0000') + '-01-01').slice(0, 10);
}

/** A day that is not before the last one that a partial date can mean (`2019-02` → `2019-02-31`). */
export function lastDay(canonical: string): string {
  const parts = canonical.replace('XXXX', '9999').split('-');
  return [parts[0], parts[1] ?? '12', parts[2] ?? '31'].join('-');
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
