import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/**
 * A region by its NUTS or ISO 3166-2 code or a known name; a name that no list knows stays as it is written, and one that
 * countries share means the one in the record's own country.
 */
export const region: Value = {
  name: 'region',
  expects: 'a region, by its NUTS or ISO 3166-2 code or its name',
  vocabulary: 'regions',
  parse: (node, context) => {
    if (!isText(node)) return { reason: 'found a group of keys' };
    return { value: context.concepts('regions').find(node) ?? node.trim() };
  },
  settle: (value, of, context) => {
    const regions = context.concepts('regions');
    const meant = isText(value) ? regions.candidates(value) : [];
    if (meant.length < 2) return { value };
    const countries = new Set([...of('country'), ...of('countries')]);
    const inside = meant.filter((id) => countries.has(regions.country(id) ?? ''));
    const [only, ...others] = inside;
    if (only !== undefined && others.length === 0) return { value: only };
    const expected = meant.map((id) => `${id} (${regions.label(id, 'en')})`);
    return { reason: 'a name in several countries; write its code or its country too', expected };
  },
  show: (value, context, language) =>
    isText(value) ? context.concepts('regions').label(value, language) : '',
};
