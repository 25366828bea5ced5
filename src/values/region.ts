import { isText } from '../core/node.ts';
import type { Concepts, Value } from '../core/value.ts';

/**
 * A region by its NUTS or ISO 3166-2 code or a known name; a name that no list knows stays as it is written, with what it may
 * be a slip for, and one that countries share means the one in the record's own country.
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
    if (meant.length === 1) return { value };
    const countries = new Set([...of('country'), ...of('countries')]);
    const isInside = (id: string | undefined) => countries.has(regions.country(id ?? '') ?? '');
    if (meant.length === 0) {
      const near = isText(value) && !code.test(value) ? nearest(value, regions) : [];
      const fitting = near.filter((name) => countries.size === 0 || isInside(regions.find(name)));
      return { value, near: fitting };
    }
    const inside = meant.filter(isInside);
    const [only, ...others] = inside;
    if (only !== undefined && others.length === 0) return { value: only };
    const expected = meant.map((id) => `${id} (${regions.label(id, 'en')})`);
    return { reason: 'a name in several countries; write its code or its country too', expected };
  },
  show: (value, context, language) =>
    isText(value) ? context.concepts('regions').label(value, language) : '',
};

/** Of NUTS and of ISO 3166-2; no list holds all of them, and those of two provinces are a letter apart. */
const code = /^[A-Z]{2}-?[A-Z\d]{1,3}$/;

const known = new WeakMap<Concepts, Map<string, readonly string[]>>();

/** To look for what is near takes some milliseconds, and the same few names stand in many records. */
function nearest(written: string, regions: Concepts): readonly string[] {
  const names = known.get(regions) ?? new Map<string, readonly string[]>();
  known.set(regions, names);
  const near = names.get(written) ?? regions.nearest(written);
  if (names.size < remembered) names.set(written, near);
  return near;
}

const remembered = 1_000;
