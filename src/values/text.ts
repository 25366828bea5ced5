import type { Value } from '../core/value.ts';
import { isText } from '../core/node.ts';

/** Any text, on one line or several. */
export const text: Value = {
  name: 'text',
  expects: 'a text',
  parse: (node) => (isText(node) ? { value: node.trim() } : { reason: 'found a group of keys' }),
};

/** A free keyword; several may stand on one line, with commas between them or each with its `#`. */
export const tag: Value = {
  name: 'tag',
  expects: 'a tag',
  parse: (node) =>
    isText(node) ? { value: node.trim().replace(/^#/, '') } : { reason: 'found a group of keys' },
  items: (written) => written.split(/[,;]|\s(?=#)/),
};
