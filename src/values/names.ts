import { asText, isMap, isText, nodeMap } from '../core/node.ts';
import type { Node } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** Names by language: `fr: …`, `es: …`. */
export const names: Value = {
  name: 'names',
  expects: 'a name for each language, one a line, such as `fr: Économie solidaire`',
  parse: (node, context) => {
    if (!isMap(node)) return { reason: '' };
    const languages = context.concepts('languages');
    const entries: [string, Node][] = [];
    for (const [key, value] of Object.entries(node)) {
      const language = languages.find(key);
      if (!language)
        return { reason: `“${key}” is no language`, expected: languages.nearest(key), at: [key] };
      if (!isText(value)) return { reason: `the name in “${key}” is no text`, at: [key] };
      if (value.trim() !== '') entries.push([language, value.trim()]);
    }
    return { value: nodeMap(entries) };
  },
  show: showPairs,
};

/** Identifiers by scheme: `pic: 999999999`, `wikidata: Q1`. */
export const identifiers: Value = {
  name: 'identifiers',
  expects: 'an identifier for each register, one a line, such as `pic: 999999999`',
  parse: (node) => {
    if (!isMap(node)) return { reason: '' };
    const odd = Object.entries(node).find(([, value]) => ![value].flat().every(isText));
    if (odd) return { reason: `“${odd[0]}” is a group of keys`, at: [odd[0]] };
    const entries = Object.entries(node).map(([key, value]) => [key.toLowerCase(), value] as const);
    return { value: nodeMap(entries) };
  },
  show: showPairs,
};

function showPairs(value: Node): string {
  if (!isMap(value)) return asText(value);
  return Object.entries(value)
    .map(([key, text]) => `${key}: ${asText(text)}`)
    .join('; ');
}
