import { asText, isMap, isText, nodeMap } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** What a source says and the record does not adopt: `{field, value, document, quote}`. */
export const claim: Value = {
  name: 'claim',
  expects: 'a claim: field, value, document, quote',
  parse: (node) => {
    if (!isMap(node)) return { reason: '' };
    const missing = ['field', 'value'].find((part) => node[part] === undefined);
    return missing
      ? { reason: `its ${missing} is missing` }
      : { value: nodeMap(Object.entries(node)) };
  },
  show: (value) => {
    if (!isMap(value)) return asText(value);
    const document = isText(value['document']) ? ` (${value['document']})` : '';
    const [field, claimed] = ['field', 'value'].map((part) => asText(value[part] ?? ''));
    return `${field}: ${claimed}${document}`;
  },
};
