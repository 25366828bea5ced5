import type { World } from '../../core/consortium/actor.ts';
import type { ValueContext } from '../../core/value.ts';

/** The world as the vocabularies know it. */
export function worldOf(context: ValueContext): World {
  const parts = new Map<string, ReadonlySet<string>>();
  return {
    countries: context.concepts('countries').ids(),
    forms: context.concepts('forms').ids(),
    countryOf: (region) => {
      const code = region.slice(0, 2);
      // Eurostat writes EL and UK where ISO 3166-1 has GR and GB.
      return code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code;
    },
    within: (region, other) => {
      const known = parts.get(other) ?? new Set(context.concepts('regions').narrower(other));
      parts.set(other, known);
      return known.has(region);
    },
  };
}
