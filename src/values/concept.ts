import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** A concept of a vocabulary, written by its id or by any of its names in any language; canonical form is the id. */
export function concept(vocabulary: string, expects: string): Value {
  return {
    name: vocabulary,
    expects,
    vocabulary,
    parse: (node, context) => {
      if (!isText(node)) return { reason: 'found a group of keys' };
      const concepts = context.concepts(vocabulary);
      const id = concepts.find(node);
      return id === undefined ? { reason: '', expected: concepts.nearest(node) } : { value: id };
    },
    items: (text, context) =>
      /[,;|]/.test(text) && context.concepts(vocabulary).find(text) === undefined
        ? text.split(/[,;|]/)
        : [text],
    show: (value, context, language) => context.concepts(vocabulary).label(String(value), language),
  };
}

export const country = concept('countries', 'a country, by its code or name');
export const theme = concept('themes', 'a theme');
export const form = concept('forms', 'a form of organisation');
export const role = concept('roles', 'a role');
export const language = concept('languages', 'a language, by its code or name');
export const status = concept('statuses', 'a status');
export const level = concept('levels', 'a level');
export const format = concept('formats', 'a way of meeting');
