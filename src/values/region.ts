import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** A region by its NUTS or ISO 3166-2 code or a known name; a name that no list knows stays as it is written. */
export const region: Value = {
  name: 'region',
  expects: 'a region, by its NUTS or ISO 3166-2 code or its name',
  vocabulary: 'regions',
  parse: (node, context) => {
    if (!isText(node)) return { reason: 'found a group of keys' };
    return { value: context.concepts('regions').find(node) ?? node.trim() };
  },
  show: (value, context, language) => context.concepts('regions').label(String(value), language),
};
