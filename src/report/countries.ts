import type { Kind } from '../core/kind.ts';
import { isText } from '../core/node.ts';
import type { Choice } from '../core/selection.ts';
import type { ValueContext } from '../core/value.ts';
import type { StatedLink, StoredRecord } from '../store/store.ts';
import { textsOf } from './cells.ts';
import type { Part } from './part.ts';

/** Countries as a language names and orders them; no country comes last. */
export interface CountryNames {
  readonly name: (code: string) => string | null;
  readonly compare: (a: string, b: string) => number;
}

export function countryNames(context: ValueContext, language: string): CountryNames {
  const names = new Map<string, string>();
  const order = new Intl.Collator(language);
  const name = (code: string) => {
    const known = names.get(code) ?? context.concepts('countries').label(code, language);
    names.set(code, known);
    return known;
  };
  return {
    name: (code) => (code === '' ? null : name(code)),
    compare: (a, b) => {
      if (a === '' || b === '') return Number(a === '') - Number(b === '');
      return order.compare(name(a), name(b)) || (a < b ? -1 : Number(a > b));
    },
  };
}

/** The codes of the countries that a record of a kind names, in any of its fields. */
export function countriesIn(kind: Kind): (record: StoredRecord) => readonly string[] {
  const fields = Object.keys(kind.fields).filter(
    (name) => kind.fields[name]?.value.vocabulary === 'countries',
  );
  return ({ values }) => [...new Set(fields.flatMap((field) => textsOf(values, field)))];
}

/** The countries from which an organisation takes part: the one written with the link, else its own. */
export function countriesOfPart(part: Part, own: readonly string[]): readonly string[] {
  return isText(part.facts['country']) ? [part.facts['country']] : own;
}

/** The countries of a record as `--country` finds it: its own, and those of the organisations that carry it; sorted. */
export function spreadCountries(
  own: readonly string[],
  links: readonly StatedLink[],
  kind: Kind,
  countriesOf: (organisation: number | undefined) => readonly string[],
): readonly string[] {
  const codes = new Set(own);
  for (const { relation, facts, to } of links) {
    if (!kind.relations[relation]?.spreads) continue;
    if (isText(facts?.['country'])) codes.add(facts['country']);
    for (const code of countriesOf(to ?? undefined)) codes.add(code);
  }
  return [...codes].sort();
}

/** Of several countries those that were asked for, or all; a single empty code where there is none. */
export function shownCountries(
  codes: readonly string[],
  asked: Choice | undefined,
): readonly string[] {
  if (asked && asked.any.length > 0) return codes.filter((code) => asked.any.includes(code));
  return codes.length > 0 ? codes : [''];
}
