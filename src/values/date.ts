import { isText } from '../core/node.ts';
import type { Parsed, Value } from '../core/value.ts';
import { fold } from '../vocabulary/fold.ts';

/** A day, a month or a year in ISO 8601, or a day whose year is unknown (`XXXX-09-19`, as in EDTF level 1). */
export const date: Value = {
  name: 'date',
  expects: 'a date such as 2019, 2019-09 or 2019-09-22',
  parse: (node) => (isText(node) ? parseDate(node.trim()) : { reason: 'found a group of keys' }),
};

const iso = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}.*)?)?)?$/i;

/** A date in canonical form, or why it is none. A time of day is dropped, never converted. */
export function parseDate(written: string): Parsed {
  const match = iso.exec(written.replaceAll('/', '-'));
  if (!match) {
    const guess = guessed(written);
    return { reason: '', ...(guess !== undefined && isReal(guess) ? { expected: [guess] } : {}) };
  }
  const [, year = '', month, day] = match;
  if (year.toUpperCase() === 'XXXX' && !month) return { reason: '' };
  const value = [year.toUpperCase(), month, day].filter(Boolean).join('-');
  if (!isReal(value)) return { reason: 'there is no such day' };
  return { value };
}

/** What a date in another order or in words most likely means; only ever a suggestion. */
function guessed(written: string): string | undefined {
  const text = fold(written);
  const unpadded = /^(\d{4}) (\d{1,2})(?: (\d{1,2}))?$/.exec(text);
  if (unpadded) return joined(unpadded[1], unpadded[2], unpadded[3]);
  const european = /^(?:(\d{1,2}) )?(\d{1,2}) (\d{4})$|^(\d{1,2}) (\d{1,2}) (\d{2})$/.exec(text);
  if (european)
    return joined(
      european[3] ?? european[6],
      european[2] ?? european[5],
      european[1] ?? european[4],
    );
  const worded =
    /^(?:(\d{1,2})\p{L}{0,3} )?(?:(?:de|di|του) )?(\p{L}+) (?:(?:de|del|di) )?(\d{4})$/u.exec(text);
  const month = worded && months().get(worded[2] ?? '');
  return worded && month ? joined(worded[3], month, worded[1]) : undefined;
}

function joined(year = '', month = '', day?: string): string {
  const full = year.length === 2 ? `20${year}` : year;
  return [full, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

let monthNames: ReadonlyMap<string, string> | undefined;

/** Numbers of months by their folded names, long and short, alone and in a date, in the eight languages (CLDR). */
function months(): ReadonlyMap<string, string> {
  if (monthNames) return monthNames;
  const names = new Map<string, string>();
  for (const language of ['en', 'fr', 'es', 'it', 'pt', 'ca', 'el', 'ar', 'ar-MA']) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let number = 0; number < 12; number++) {
          const parts = format.formatToParts(Date.UTC(2024, number, 15));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          const folded = fold(name).replace(/^d[ei] /, '');
          if (!names.has(folded)) names.set(folded, String(number + 1));
        }
      }
    }
  }
  monthNames = names;
  return names;
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
