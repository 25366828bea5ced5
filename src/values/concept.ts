import { asText, isText } from '../core/node.ts';
import type { Concepts, Value } from '../core/value.ts';

/** A concept of a vocabulary, written by its id or by any of its names in any language; canonical form is the id. */
function concept(name: string, vocabulary: string, expects: string): Value {
  return {
    name,
    expects,
    vocabulary,
    parse: (node, context) => {
      if (!isText(node)) return { reason: 'found a group of keys' };
      const concepts = context.concepts(vocabulary);
      const id = concepts.find(node);
      return id === undefined ? { reason: '', expected: suggested(node, concepts) } : { value: id };
    },
    items: (text, context) =>
      /[,;|]/.test(text) && context.concepts(vocabulary).find(text) === undefined
        ? text.split(/[,;|]/)
        : [text],
    show: (value, context, language) => context.concepts(vocabulary).label(asText(value), language),
  };
}

export const country = concept('country', 'countries', 'a country, by its code or name');
export const theme = concept('theme', 'themes', 'a theme');
export const form = concept('form', 'forms', 'a form of organisation');
export const role = concept('role', 'roles', 'a role');
export const language = concept('language', 'languages', 'a language, by its code or name');
export const status = concept('status', 'statuses', 'a status');
export const level = concept('level', 'levels', 'a level');
export const format = concept('format', 'formats', 'a way of meeting');

/** Of a short list everything is worth saying where nothing is near. */
function suggested(written: string, concepts: Concepts): readonly string[] {
  const near = concepts.nearest(written);
  return near.length > 0 || concepts.ids().length > shortList ? near : concepts.ids();
}

const shortList = 12;
